import { useCallback, useState } from 'react';
import { useLetterWords } from '../../i18n/desk-letters.ts';
import { Dialog } from '../../staff/dialog.tsx';
import css from './letters.module.css';
import { Failed, Problem } from './notes.tsx';
import { useLoaded } from './use-loaded.ts';
import { useSent } from './use-sent.ts';
import { useLetters } from './view.ts';

interface Props {
  ids: readonly string[];
  onSigned: (result: { signed: string[]; refused: string[] }) => void;
  onClose: () => void;
}

const pinDigits = 6;

/** The signer says with an own PIN, at the clerk's machine, what has been signed and stamped. */
export function SignDialog({ ids, onSigned, onClose }: Props) {
  const { words } = useLetterWords();
  const { documents } = useLetters();
  const ask = useCallback(() => documents.signers(), [documents]);
  const { value: people, problem, reload } = useLoaded(ask);
  const said = words.sign;
  const sent = useSent();
  const [chosen, choose] = useState<string | null>(null);
  const personId = chosen ?? people?.[0]?.id ?? '';
  const [pin, setPin] = useState('');
  const complete = personId !== '' && pin.length === pinDigits;
  return (
    <Dialog title={said.title} detail={said.detail(ids.length)} onClose={onClose}>
      {people === undefined ? (
        <Failed problem={problem} onAgain={reload} />
      ) : people.length === 0 ? (
        <Problem>{said.nobody}</Problem>
      ) : (
        <form
          className={css.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (!complete) return;
            sent.send(
              'sign',
              () => documents.signWithPin({ ids: [...ids], personId, pin }),
              onSigned,
              () => setPin(''),
            );
          }}
        >
          <label className={css.field}>
            {said.who}
            <select value={personId} onChange={(event) => choose(event.target.value)}>
              {people.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <label className={css.field}>
            {said.pin}
            <input
              // The names came after the dialog did.
              autoFocus
              type="password"
              inputMode="numeric"
              autoComplete="off"
              maxLength={pinDigits}
              value={pin}
              onChange={(event) => setPin(event.target.value.replaceAll(/\D/g, ''))}
            />
          </label>
          {sent.problem !== null && <Problem>{sent.problem}</Problem>}
          <div className={css.formFoot}>
            <button type="button" className={css.plain} onClick={onClose}>
              {words.request.leave}
            </button>
            <button
              type="submit"
              className={css.action}
              disabled={!complete}
              aria-busy={sent.under !== null || undefined}
            >
              {said.go}
            </button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
