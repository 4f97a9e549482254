import { PackageCheck, PackageX } from 'lucide-react';
import type { UpdateState } from '../../../contract/updates.ts';
import { useUpdateWords } from '../../i18n/admin/updates.ts';
import { useTimes } from '../desk.ts';
import { Card, Empty } from '../parts/frame.tsx';
import rows from '../parts/rows.module.css';

/** What came to this machine when, and what did not stay. */
export function VersionsCard({ state: { installed, failed } }: { state: UpdateState }) {
  const { words } = useUpdateWords();
  const times = useTimes();
  return (
    <Card title={words.history.title}>
      {installed.length === 0 && failed.length === 0 ? (
        <Empty>{words.history.none}</Empty>
      ) : (
        <ul className={rows.rows}>
          {failed.map((version) => (
            <li key={version} className={rows.row}>
              <PackageX />
              <span className={rows.main}>
                <span className={rows.name}>{words.history.failedTitle}</span>
                <span>{words.history.failed(version)}</span>
              </span>
            </li>
          ))}
          {installed.map(({ version, at }) => (
            <li key={at} className={rows.row}>
              <PackageCheck />
              <span className={rows.main}>
                <span className={rows.name}>{words.version.title(version)}</span>
                <span className={rows.note}>{times?.past(at)}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
