import { useCallback, useState } from 'react';
import { useLetterWords } from '../../i18n/desk-letters.ts';
import { Dialog } from '../../staff/dialog.tsx';
import css from './letters.module.css';
import { Failed } from './notes.tsx';
import { foundIn } from './search.ts';
import { useLoaded } from './use-loaded.ts';
import { useLetters } from './view.ts';

interface Props {
  onReserve: (letterId: string, subject: string) => void;
  onClose: () => void;
}

/** Keeps the next number for a letter that is made by hand: which kind, and what about. */
export function ReserveDialog({ onReserve, onClose }: Props) {
  const { words, pick } = useLetterWords();
  const { documents } = useLetters();
  const said = words.register;
  const [letterId, setLetterId] = useState('');
  const [subject, setSubject] = useState('');
  const ask = useCallback(() => documents.letters(), [documents]);
  const { value, problem, reload } = useLoaded(ask);
  const good = letterId !== '' && subject.trim().length >= 3;
  return (
    <Dialog title={said.reserveTitle} detail={said.reserveDetail} onClose={onClose}>
      {value === undefined ? (
        <Failed problem={problem} onAgain={reload} />
      ) : (
        <form
          className={css.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (good) onReserve(letterId, subject.trim());
          }}
        >
          <label className={css.field}>
            {said.reserveLetter}
            <select autoFocus value={letterId} onChange={(event) => setLetterId(event.target.value)}>
              <option value="">{words.form.pick}</option>
              {foundIn(value, '')
                .filter(({ kind }) => kind === 'letter')
                .map(({ id, name }) => (
                  <option key={id} value={id}>
                    {pick(name)}
                  </option>
                ))}
            </select>
          </label>
          <label className={css.field}>
            {said.reserveSubject}
            <input
              autoComplete="off"
              maxLength={120}
              value={subject}
              onChange={(event) => setSubject(event.target.value)}
            />
          </label>
          <div className={css.formFoot}>
            <button type="button" className={css.plain} onClick={onClose}>
              {words.request.leave}
            </button>
            <button type="submit" className={css.action} disabled={!good}>
              {said.reserveGo}
            </button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
