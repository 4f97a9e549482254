import { useCallback, useEffect, useState } from 'react';
import type { Clock } from '../clock.ts';
import { codeOf } from './problem-words.ts';

/** ms until the hub is asked again by itself. */
const againMs = 3_000;

/** The answer to a question that is asked when a screen appears; asked again until there is one. */
export function useAsked<T>(ask: () => Promise<T>, clock: Clock): { value: T | undefined; problem: string | null } {
  const [asked, setAsked] = useState<{ value: T | undefined; problem: string | null }>({
    value: undefined,
    problem: null,
  });
  const [attempt, setAttempt] = useState(0);
  const again = useCallback(() => setAttempt((n) => n + 1), []);
  useEffect(() => {
    let ended = false;
    let cancel = () => {};
    ask().then(
      (value) => {
        if (!ended) setAsked({ value, problem: null });
      },
      (error: unknown) => {
        if (ended) return;
        setAsked((was) => ({ ...was, problem: codeOf(error) }));
        cancel = clock.wake(clock.now() + againMs, again);
      },
    );
    return () => {
      ended = true;
      cancel();
    };
  }, [ask, attempt, clock, again]);
  return asked;
}
