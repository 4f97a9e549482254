import { Undo2 } from 'lucide-react';
import type { LetterSettingsSnapshot, LetterSettingsVersion } from '../../../contract/letter-settings.ts';
import { useOfficeWords } from '../../i18n/office-letters.ts';
import { useWords } from '../../i18n/staff.ts';
import { useDesk } from '../desk.ts';
import { Question } from '../parts/question.tsx';
import rows from '../parts/rows.module.css';
import { useWork } from '../use-work.ts';
import { VersionRow } from './version-row.tsx';

interface Props {
  version: LetterSettingsVersion;
  snapshot: LetterSettingsSnapshot;
  onDone: () => void;
  onClose: () => void;
}

/** Takes the newest change back, after a question. */
export function UndoLast({ version, snapshot, onDone, onClose }: Props) {
  const { words } = useOfficeWords();
  const { words: staff } = useWords();
  const { client, tell } = useDesk();
  const work = useWork('here');
  const undo = () =>
    work.run(
      () => client.letterSettings.undo({ revision: snapshot.revision }),
      () => {
        tell({ tone: 'good', text: staff.admin.form.undone });
        onClose();
        onDone();
      },
    );
  return (
    <Question
      title={words.undo.title}
      detail={words.undo.detail}
      yes={words.undo.yes}
      icon={<Undo2 />}
      kind="action"
      work={work}
      onYes={undo}
      onBack={onClose}
    >
      <ul className={rows.rows}>
        <VersionRow version={version} snapshot={snapshot} />
      </ul>
    </Question>
  );
}
