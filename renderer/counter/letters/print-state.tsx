import { Check, CircleAlert, Printer } from 'lucide-react';
import type { LetterPrint } from '../../../contract/letter-printing.ts';
import { useLetterWords } from '../../i18n/desk-letters.ts';
import { Problem } from './notes.tsx';
import css from './prints.module.css';
import { actsOf, isHeldUp, isOnTheWay, type PrintAct, toneOf } from './prints.ts';
import { useSent } from './use-sent.ts';
import { useLetters } from './view.ts';

/** Where a letter is on its way to paper, and what may be done about it. */
export function PrintState({ print }: { print: LetterPrint }) {
  const { words } = useLetterWords();
  const { printing } = useLetters();
  const sent = useSent();
  const said = words.prints;
  const tone = toneOf(print);
  const Icon = tone === 'good' ? Check : tone === 'calm' ? Printer : CircleAlert;
  const why = print.reason === null ? null : said.reasons[print.reason];
  const more = [
    print.copies > 1 ? said.copies(print.copies) : null,
    said.at(print.queue),
    print.state === 'failed' && isOnTheWay(print) ? said.retried : null,
  ].filter((part) => part !== null);
  const act = (what: PrintAct) =>
    sent.send(
      what,
      () => printing[what]({ id: print.id }),
      () => undefined,
    );
  return (
    <div className={css.state} data-tone={tone}>
      <p className={css.words} role="status">
        <Icon />
        <span>
          <strong>{isHeldUp(print) ? said.waits : said.states[print.state]}</strong>
          {why === null ? '' : `: ${why}`}
          <span className={css.more}>{more.join(' · ')}</span>
        </span>
      </p>
      {sent.problem !== null && <Problem>{sent.problem}</Problem>}
      {actsOf(print).length > 0 && (
        <div className={css.acts}>
          {actsOf(print).map((what) => (
            <button
              key={what}
              type="button"
              className={css.act}
              aria-busy={sent.under === what || undefined}
              onClick={() => act(what)}
            >
              {what === 'again' && print.state === 'failed' ? words.again : said.acts[what]}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
