import { useState } from 'react';
import { useLetterWords } from '../../i18n/desk-letters.ts';
import { Dialog } from '../../staff/dialog.tsx';
import css from './letters.module.css';

interface Props {
  said: { title: string; detail: string; label: string; go: string };
  begin: string;
  good: (note: string) => boolean;
  onNote: (note: string) => void;
  onClose: () => void;
}

/** Asks for a few words before a step is taken. */
export function NoteDialog({ said, begin, good, onNote, onClose }: Props) {
  const { words } = useLetterWords();
  const [note, setNote] = useState(begin);
  return (
    <Dialog title={said.title} detail={said.detail} onClose={onClose}>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (good(note)) onNote(note.trim());
        }}
      >
        <label className={css.field}>
          {said.label}
          <textarea
            data-first
            rows={4}
            maxLength={400}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </label>
        <div className={css.formFoot}>
          <button type="button" className={css.plain} onClick={onClose}>
            {words.request.leave}
          </button>
          <button type="submit" className={css.action} disabled={!good(note)}>
            {said.go}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
