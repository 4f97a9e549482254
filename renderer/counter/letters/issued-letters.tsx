import { FileText } from 'lucide-react';
import type { RequestPage } from '../../../contract/documents.ts';
import { useLetterWords } from '../../i18n/desk-letters.ts';
import { Problem } from './notes.tsx';
import type { Viewing } from './preview.tsx';
import { PrintLetters } from './print-letters.tsx';
import { PrintState } from './print-state.tsx';
import { newestOf, printable } from './prints.ts';
import css from './request.module.css';
import { useSent } from './use-sent.ts';
import { useLetters } from './view.ts';

/** The letters that this request has made, each with its number. */
export function IssuedLetters({ page, onView }: { page: RequestPage; onView: (viewing: Viewing) => void }) {
  const { words } = useLetterWords();
  const said = words.papers;
  const { letters } = page;
  const { printer } = useLetters();
  const sent = useSent();
  const reprintable = printable(letters, printer);
  const isPrintedHere = printer?.queue != null;
  // What waits for its signature has large buttons among the steps: one for a single letter, or for all that are printed here.
  const apart = page.state !== 'awaiting_signature' || (letters.length > 1 && !isPrintedHere);
  if (letters.length === 0) return null;
  return (
    <section className={css.part}>
      <h3 className={css.partTitle}>{said.title}</h3>
      <ul>
        {letters.map(({ id, title, number, state, render }) => (
          <li key={id} className={css.paper} data-state={state}>
            <span className={css.what}>
              <span className={css.number}>{number}</span>
              <span className={css.note}>{title}</span>
              {(state === 'void' || newestOf(printer, id) === undefined) && (
                <span className={css.note} data-tone={state === 'void' || render === 'failed' ? 'bad' : undefined}>
                  {state === 'void' ? said.void : said.render[render]}
                </span>
              )}
            </span>
            {prints(id)}
            {apart && state === 'issued' && render === 'rendered' && (
              <button type="button" className={css.plain} onClick={() => onView({ kind: 'letters', letterIds: [id] })}>
                <FileText />
                {isPrintedHere ? words.prints.view : said.view}
              </button>
            )}
          </li>
        ))}
      </ul>
      {isPrintedHere && page.state !== 'awaiting_signature' && reprintable.length > 0 && (
        <PrintLetters letters={reprintable} sent={sent} />
      )}
      {sent.problem !== null && <Problem>{sent.problem}</Problem>}
    </section>
  );

  function prints(letterId: string) {
    const print = newestOf(printer, letterId);
    return print && <PrintState print={print} />;
  }
}
