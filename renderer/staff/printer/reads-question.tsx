import { ReceiptText } from 'lucide-react';
import type { CounterClient } from '../../client/staff-client.ts';
import { useWords } from '../../i18n/staff.ts';
import { KeyCap } from '../key-cap.tsx';
import { problemWords } from '../problem-words.ts';
import css from './printer.module.css';
import { useSending } from './use-sending.ts';

interface Props {
  /** The test slip. */
  id: string;
  /** Where it came out. */
  name: string;
  printing: CounterClient['printing'];
  /** Digits choose: not where other options have them. */
  keys?: boolean;
  onAnswered: (readable: boolean) => void;
}

/** Whether a test slip can be read: a roll the wrong way round prints nothing, and no printer notices. */
export function ReadsQuestion({ id, name, printing, keys = false, onAnswered }: Props) {
  const { words } = useWords();
  const { busy, problem, send } = useSending();
  const answer = (readable: boolean) =>
    send(
      () => printing.answerTest({ id, readable }),
      () => onAnswered(readable),
    );
  return (
    <div className={css.reads} data-problem={problem !== null || undefined}>
      <ReceiptText />
      <p>{problem === null ? words.printers.reads(name) : problemWords(words, problem)}</p>
      <span className={css.answers}>
        {([true, false] as const).map((readable, place) => (
          <button
            key={String(readable)}
            type="button"
            className={css.press}
            data-option={keys ? place + 1 : ''}
            aria-keyshortcuts={keys ? String(place + 1) : undefined}
            disabled={busy}
            onClick={() => answer(readable)}
          >
            {readable ? words.common.yes : words.common.no}
            {keys && <KeyCap>{place + 1}</KeyCap>}
          </button>
        ))}
      </span>
    </div>
  );
}
