import { FileText, Printer } from 'lucide-react';
import { useState } from 'react';
import type { IssuedLetter } from '../../../contract/documents.ts';
import { useLetterWords } from '../../i18n/desk-letters.ts';
import decide from './decide.module.css';
import css from './prints.module.css';
import { newestOf, printable } from './prints.ts';
import type { Sent } from './use-sent.ts';
import { useLetters } from './view.ts';

const copyChoices = [1, 2, 3] as const;

interface Props {
  letters: readonly IssuedLetter[];
  sent: Sent;
  /** Absent where the letters can be looked at elsewhere. */
  onView?: () => void;
}

/** One press prints every paper of the request where this counter's letters come out. */
export function PrintLetters({ letters, sent, onView }: Props) {
  const { words } = useLetterWords();
  const { printing, printer } = useLetters();
  const [copies, setCopies] = useState<number>(1);
  const said = words.prints;
  const now = printable(letters, printer);
  const isNew = now.some(({ id }) => newestOf(printer, id) === undefined);
  const print = () =>
    sent.send(
      'print',
      async () => {
        // One after the other: they come out in the order of the papers.
        for (const { id } of now) await printing.print({ letterId: id, copies });
      },
      () => setCopies(1),
    );
  return (
    <div className={css.print}>
      {now.length > 0 && (
        <>
          <button
            type="button"
            className={decide.print}
            aria-busy={sent.under === 'print' || undefined}
            onClick={print}
          >
            <Printer />
            {isNew ? said.print(now.length) : said.acts.again}
          </button>
          <div className={css.copies} role="group" aria-label={said.howMany}>
            {copyChoices.map((n) => (
              <button
                key={n}
                type="button"
                className={css.copy}
                aria-pressed={n === copies}
                onClick={() => setCopies(n)}
              >
                {n}
                <span className={css.times}>×</span>
              </button>
            ))}
          </div>
        </>
      )}
      {onView !== undefined && (
        <button type="button" className={css.look} onClick={onView}>
          <FileText />
          {said.view}
        </button>
      )}
    </div>
  );
}
