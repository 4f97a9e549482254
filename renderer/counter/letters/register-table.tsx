import { Ban } from 'lucide-react';
import type { RegisterEntry } from '../../../contract/documents.ts';
import { useLetterWords } from '../../i18n/desk-letters.ts';
import css from './letters.module.css';
import look from './register.module.css';
import type { Shown } from './register-file.ts';
import { useLetters } from './view.ts';

interface Props {
  book: Shown['book'];
  entries: readonly RegisterEntry[];
  /** Null where this person may not. */
  onVoid: ((entry: RegisterEntry) => void) | null;
}

/** A page of a book, with the columns that its readers look for. */
export function RegisterTable({ book, entries, onVoid }: Props) {
  const { words } = useLetterWords();
  const said = words.register;
  return (
    <div className={look.scroll} data-scroll tabIndex={0} role="region" aria-label={said.books[book]}>
      {book === 'agenda' ? (
        <table className={look.table}>
          <thead>
            <tr>
              <th scope="col">{said.number}</th>
              <th scope="col">{said.date}</th>
              <th scope="col">
                {said.subject}, {said.addressee.toLowerCase()}
              </th>
              <th scope="col">{said.signer}</th>
              <th scope="col">{said.handedOver}</th>
              {onVoid !== null && <td />}
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <AgendaRow key={entry.id} entry={entry} onVoid={onVoid} />
            ))}
          </tbody>
        </table>
      ) : (
        <table className={look.table}>
          <thead>
            <tr>
              <th scope="col">{said.handedOver}</th>
              <th scope="col">{said.number}</th>
              <th scope="col">{said.subject}</th>
              <th scope="col">{said.addressee}</th>
              <th scope="col">{said.handedOverBy}</th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <ExpeditionRow key={entry.id} entry={entry} />
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

function NumberCell({ entry: { number, state } }: { entry: RegisterEntry }) {
  const { words } = useLetterWords();
  return (
    <td>
      <span className={look.number}>{number}</span>
      {state !== 'issued' && <span className={look.state}>{words.register.states[state]}</span>}
    </td>
  );
}

function AgendaRow({ entry, onVoid }: { entry: RegisterEntry; onVoid: Props['onVoid'] }) {
  const { words } = useLetterWords();
  const { moment, day } = useLetters();
  const said = words.register;
  const { number, date, subject, addressee, state, reason, signedBy, handedOverAt, handedOverBy } = entry;
  return (
    <tr data-state={state}>
      <NumberCell entry={entry} />
      <td className={look.date}>{day(date)}</td>
      <td>
        {subject}
        <span className={look.note}>{addressee === '' ? '–' : addressee}</span>
        {reason !== null && <q className={look.note}>{reason}</q>}
      </td>
      <td>{signedBy === '' ? '–' : signedBy}</td>
      <td>
        {handedOverAt === null ? (
          <span className={look.note}>{state === 'issued' ? said.notYet : '–'}</span>
        ) : (
          <>
            {moment(handedOverAt)}
            <span className={look.note}>{handedOverBy}</span>
          </>
        )}
      </td>
      {onVoid !== null && (
        <td>
          {state !== 'void' && (
            <button
              type="button"
              className={css.icon}
              aria-label={`${said.void} ${number}`}
              title={said.void}
              onClick={() => onVoid(entry)}
            >
              <Ban />
            </button>
          )}
        </td>
      )}
    </tr>
  );
}

function ExpeditionRow({ entry }: { entry: RegisterEntry }) {
  const { moment, day } = useLetters();
  const { date, subject, addressee, state, reason, handedOverAt, handedOverBy } = entry;
  return (
    <tr data-state={state}>
      <td className={look.date}>{handedOverAt !== null && moment(handedOverAt)}</td>
      <NumberCell entry={entry} />
      <td>
        {subject}
        <span className={look.note}>{day(date)}</span>
        {reason !== null && <q className={look.note}>{reason}</q>}
      </td>
      <td>{addressee === '' ? '–' : addressee}</td>
      <td>{handedOverBy}</td>
    </tr>
  );
}
