import { FileText } from 'lucide-react';
import type { RequestPage } from '../../../contract/documents.ts';
import { useLetterWords } from '../../i18n/desk-letters.ts';
import type { Viewing } from './preview.tsx';
import css from './request.module.css';

/** The letters that this request has made, each with its number. */
export function IssuedLetters({ page, onView }: { page: RequestPage; onView: (viewing: Viewing) => void }) {
  const { words } = useLetterWords();
  const said = words.papers;
  const { letters } = page;
  // A single letter that waits for its signature has a large button among the steps.
  const apart = letters.length > 1 || page.state !== 'awaiting_signature';
  if (letters.length === 0) return null;
  return (
    <section className={css.part}>
      <h3 className={css.partTitle}>{said.title}</h3>
      <ul className={css.papers}>
        {letters.map(({ id, title, number, state, render }) => (
          <li key={id} className={css.paper} data-state={state}>
            <span className={css.what}>
              <span className={css.number}>{number}</span>
              <span className={css.note}>{title}</span>
              <span className={css.note} data-tone={state === 'void' || render === 'failed' ? 'bad' : undefined}>
                {state === 'void' ? said.void : said.render[render]}
              </span>
            </span>
            {apart && state === 'issued' && render === 'rendered' && (
              <button type="button" className={css.plain} onClick={() => onView({ kind: 'letters', letterIds: [id] })}>
                <FileText />
                {said.view}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
