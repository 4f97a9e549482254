import { FilePen, Pencil, RotateCcw, Undo2 } from 'lucide-react';
import type { LetterSettingsSnapshot, LetterSettingsVersion } from '../../../contract/letter-settings.ts';
import { useOfficeWords } from '../../i18n/office-letters.ts';
import { useTimes } from '../desk.ts';
import { Badge } from '../parts/frame.tsx';
import rows from '../parts/rows.module.css';

const icons = { saved: Pencil, undone: Undo2, shipped: RotateCcw, file: FilePen };

/** One change: what, when and by whom. */
export function VersionRow({
  version,
  snapshot,
}: {
  version: LetterSettingsVersion;
  snapshot: LetterSettingsSnapshot;
}) {
  const { words, pick } = useOfficeWords();
  const times = useTimes();
  const said = words.history;
  const Icon = icons[version.act];
  const id = version.part.replace(/^letter:/, '');
  const letter = snapshot.letters.find((one) => one.id === id);
  const part = version.part === 'village' ? said.office : letter === undefined ? id : pick(letter.name);
  return (
    <li className={rows.row}>
      <Icon />
      <span className={rows.main}>
        <span className={rows.name}>{said.acts[version.act](part)}</span>
        <span className={rows.note}>
          {times?.past(version.at)} · {version.by.name ?? said.byHand}
        </span>
      </span>
      {snapshot.undo?.revision === version.revision && <Badge tone="calm">{said.undoable}</Badge>}
    </li>
  );
}
