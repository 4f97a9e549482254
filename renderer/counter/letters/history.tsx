import type { RequestPage } from '../../../contract/documents.ts';
import { useLetterWords } from '../../i18n/desk-letters.ts';
import css from './request.module.css';
import { useLetters } from './view.ts';

/** What happened to a request, the newest first. */
export function History({ events }: { events: RequestPage['events'] }) {
  const { words } = useLetterWords();
  const { moment } = useLetters();
  const said = words.history;
  const newestFirst = [...events].toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
  return (
    <section className={css.part}>
      <h3 className={css.partTitle}>{said.title}</h3>
      <ol>
        {newestFirst.map(({ step, at, by, note, undone }) => (
          <li key={`${at} ${step}`} className={css.event} data-undone={undone || undefined}>
            <span className={css.when}>{moment(at)}</span>
            <span>
              <span className={css.done}>
                {said.done[step]}
                {undone && ` (${said.undone})`}
              </span>
              <span className={css.note}>{by}</span>
              {note !== null && <q className={css.said}>{note}</q>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
