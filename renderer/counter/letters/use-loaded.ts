import { useCallback, useEffect, useState } from 'react';
import { useLetterWords } from '../../i18n/desk-letters.ts';
import { letterProblem } from './problems.ts';

export interface Loaded<T> {
  /** The newest that came; kept while the next is on its way. */
  readonly value: T | undefined;
  readonly problem: string | null;
  readonly reload: () => void;
  /** Puts in what another answer of the hub has told. */
  readonly put: (value: T) => void;
}

/**
 * Asks the hub whenever `ask` is another function, or `version` another number.
 * @param ask kept by `useCallback`; null asks nothing
 */
export function useLoaded<T>(ask: (() => Promise<T>) | null, version = 0): Loaded<T> {
  const { words } = useLetterWords();
  const [value, put] = useState<T>();
  const [fault, setFault] = useState<{ error: unknown } | null>(null);
  const [times, setTimes] = useState(0);
  useEffect(() => {
    if (ask === null) return;
    let wanted = true;
    ask().then(
      (answer) => {
        if (!wanted) return;
        put(answer);
        setFault(null);
      },
      (error: unknown) => {
        if (wanted) setFault({ error });
      },
    );
    return () => {
      wanted = false;
    };
  }, [ask, version, times]);
  const reload = useCallback(() => setTimes((n) => n + 1), []);
  return { value, problem: fault === null ? null : letterProblem(words, fault.error), reload, put };
}
