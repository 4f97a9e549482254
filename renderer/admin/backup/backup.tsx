import type { Bilingual } from '../../../contract/base.ts';
import { useBackupWords } from '../../i18n/admin/backup.ts';
import { PageFrame } from '../parts/frame.tsx';
import BackupCards from './cards.tsx';

/** Whether the office could begin anew tomorrow, and what is missing for that. */
export default function BackupPage({ office }: { office: Bilingual }) {
  const { words } = useBackupWords();
  return (
    <PageFrame title={words.title} detail={words.detail}>
      <BackupCards office={office} />
    </PageFrame>
  );
}
