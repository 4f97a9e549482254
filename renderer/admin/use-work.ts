import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useWords } from '../i18n/staff.ts';
import { codeOf } from '../staff/problem-words.ts';
import { useAsked } from '../staff/use-asked.ts';
import { useDesk } from './desk.ts';
import { problemOf } from './words.ts';

export interface Work {
  readonly busy: boolean;
  /** What went wrong last, for a question that tells it itself: news at the foot of the page lies behind it. */
  readonly problem: string | null;
  /** One at a time; tells what went wrong unless `refused` says that it has shown it. */
  run<T>(ask: () => Promise<T>, done: (value: T) => void, refused?: (code: string, error: unknown) => boolean): void;
}

/**
 * Sends what a button means, once.
 * @param told at the foot of the page, or where the button is
 * @param own the words of a page that has its own for what can go wrong
 */
export function useWork(told: 'at the foot' | 'here' = 'at the foot', own?: Readonly<Record<string, string>>): Work {
  const { tell } = useDesk();
  const { words } = useWords();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const under = useRef(false);
  const run: Work['run'] = (ask, done, refused) => {
    if (under.current) return;
    under.current = true;
    setBusy(true);
    setProblem(null);
    const end = () => {
      under.current = false;
      setBusy(false);
    };
    ask().then(
      (value) => {
        end();
        done(value);
      },
      (error: unknown) => {
        end();
        const code = codeOf(error);
        if (refused?.(code, error) === true) return;
        const text = own?.[code] ?? problemOf(words, code);
        if (told === 'here') setProblem(text);
        else tell({ tone: 'problem', text });
      },
    );
  };
  return { busy, problem, run };
}

interface Listed<T> {
  readonly value: T | undefined;
  /** Why the last question had no answer; it is asked again by itself. */
  readonly problem: string | null;
  readonly again: () => void;
}

/**
 * A list that the hub gives on request: asked when shown, again on demand, and every so many ms.
 * @param ask the same function from render to render
 */
export function useList<T>(ask: () => Promise<T>, everyMs?: number): Listed<T> {
  const { clock } = useDesk();
  const [turn, setTurn] = useState(0);
  // Another function for another turn: that is what makes the question asked again.
  const asking = useMemo(() => (turn < 0 ? ask : () => ask()), [ask, turn]);
  const { value, problem } = useAsked(asking, clock);
  const again = useCallback(() => setTurn((was) => was + 1), []);
  useEffect(
    () => (everyMs === undefined ? undefined : clock.wake(clock.now() + everyMs, again)),
    [everyMs, clock, again, turn],
  );
  return { value, problem, again };
}
