import { ChevronDown, ChevronRight, ChevronUp, CircleAlert, Trash2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useOfficeWords } from '../../i18n/office-letters.ts';
import { Press } from '../parts/controls.tsx';
import css from './letters.module.css';

interface FoldProps {
  name: string;
  note?: string | undefined;
  /** Something in it is wrong: it opens by itself. */
  marked: boolean;
  tools?: ReactNode;
  open?: boolean;
  children: ReactNode;
}

/** One of many: a line that opens to what can be changed of it. */
export function Fold({ name, note, marked, tools, open: first = false, children }: FoldProps) {
  const { words } = useOfficeWords();
  const [shown, setShown] = useState({ open: first || marked, marked });
  if (marked !== shown.marked) setShown({ open: shown.open || marked, marked });
  const { open } = shown;
  return (
    <div className={css.fold} data-open={open || undefined}>
      <div className={css.foldHead}>
        <button
          type="button"
          className={css.foldName}
          aria-expanded={open}
          onClick={() => setShown((was) => ({ ...was, open: !was.open }))}
        >
          {open ? <ChevronDown /> : <ChevronRight />}
          <span className={css.foldWords}>
            <span className={css.foldTitle}>{name.trim() === '' ? words.editor.empty : name}</span>
            {note !== undefined && note !== '' && <span className={css.foldNote}>{note}</span>}
          </span>
          {marked && <CircleAlert className={css.wrong} />}
        </button>
        {tools}
      </div>
      {open && <div className={css.foldBody}>{children}</div>}
    </div>
  );
}

interface ToolsProps {
  name: string;
  index: number;
  length: number;
  onMove: (by: -1 | 1) => void;
  /** None: it has to stay. */
  onRemove?: (() => void) | undefined;
}

/** Up, down and away, for one of a list. */
export function Tools({ name, index, length, onMove, onRemove }: ToolsProps) {
  const { words } = useOfficeWords();
  const said = words.editor;
  return (
    <span className={css.tools}>
      <Press kind="bare" icon={<ChevronUp />} label={said.up(name)} disabled={index === 0} onPress={() => onMove(-1)} />
      <Press
        kind="bare"
        icon={<ChevronDown />}
        label={said.down(name)}
        disabled={index >= length - 1}
        onPress={() => onMove(1)}
      />
      <Press
        kind="bare"
        icon={<Trash2 />}
        label={said.removeNamed(name)}
        disabled={onRemove === undefined}
        onPress={() => onRemove?.()}
      />
    </span>
  );
}

/** What is wrong with something that has no field of its own. */
export function Wrong({ text }: { text: string | undefined }) {
  return text === undefined ? null : (
    <p className={css.problem} role="alert" aria-invalid="true" tabIndex={-1}>
      <CircleAlert />
      {text}
    </p>
  );
}
