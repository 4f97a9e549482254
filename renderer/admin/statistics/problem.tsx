import { CircleAlert, RotateCcw } from 'lucide-react';
import type { CallError } from '../../client/call-error.ts';
import { Press } from '../parts/controls.tsx';
import css from './problem.module.css';
import { useSays } from './says.ts';

/** Kindly, why there is no report or file. */
export function Problem({ error, onAgain }: { error: CallError; onAgain?: () => void }) {
  const { words, says } = useSays();
  const known: Readonly<Record<string, string>> = words.problems;
  const text = () => {
    if (error.code !== 'EXPORT_TOO_LARGE') return known[error.code] ?? words.otherProblem;
    const { tickets, most } = error.data as { tickets: number; most: number };
    return words.tooLarge(says.number(tickets), says.number(most));
  };
  return (
    <div className={css.problem} role="alert">
      <CircleAlert />
      <p>{text()}</p>
      {onAgain !== undefined && (
        <Press icon={<RotateCcw />} onPress={onAgain}>
          {words.again}
        </Press>
      )}
    </div>
  );
}
