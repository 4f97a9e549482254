import type { LetterSettingsSnapshot, LetterSettingsVersion } from '../../../contract/letter-settings.ts';
import { useOfficeWords } from '../../i18n/office-letters.ts';
import { Card, Empty, Waiting } from '../parts/frame.tsx';
import rows from '../parts/rows.module.css';
import { VersionRow } from './version-row.tsx';

interface Props {
  versions: readonly LetterSettingsVersion[] | undefined;
  snapshot: LetterSettingsSnapshot;
}

/** Who changed the letters and the office when. */
export function HistoryTab({ versions, snapshot }: Props) {
  const { words } = useOfficeWords();
  return (
    <Card>
      {versions === undefined ? (
        <Waiting />
      ) : versions.length === 0 ? (
        <Empty>{words.history.none}</Empty>
      ) : (
        <ul className={rows.rows}>
          {versions.map((version) => (
            <VersionRow key={version.revision} version={version} snapshot={snapshot} />
          ))}
        </ul>
      )}
    </Card>
  );
}
