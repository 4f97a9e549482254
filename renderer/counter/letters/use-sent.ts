import { useCallback, useEffect, useRef, useState } from 'react';
import { useLetterWords } from '../../i18n/desk-letters.ts';
import { letterProblem } from './problems.ts';

/** ms in which a button struck twice is one press. */
const settleMs = 350;

export interface Sent {
  /** Which press is under way; null: none. */
  readonly under: string | null;
  readonly problem: string | null;
  /** Sends a press and gives whether it was taken up: while one is under way, and for a moment after, no other begins. */
  readonly send: <T>(
    name: string,
    ask: () => Promise<T>,
    then: (answer: T) => void,
    not?: (error: unknown) => void,
  ) => boolean;
  readonly forget: () => void;
}

/** One press at a time. Its `requestKey` is made by the client, and is the same over its repeats. */
export function useSent(): Sent {
  const { words } = useLetterWords();
  const busy = useRef(false);
  const here = useRef(true);
  const [under, setUnder] = useState<string | null>(null);
  const [fault, setFault] = useState<{ error: unknown } | null>(null);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  const send = useCallback<Sent['send']>((name, ask, then, not) => {
    if (busy.current) return false;
    busy.current = true;
    setUnder(name);
    setFault(null);
    const end = () => {
      setUnder(null);
      setTimeout(() => {
        busy.current = false;
      }, settleMs);
    };
    ask().then(
      (answer) => {
        if (!here.current) return;
        end();
        then(answer);
      },
      (error: unknown) => {
        if (!here.current) return;
        end();
        setFault({ error });
        not?.(error);
      },
    );
    return true;
  }, []);
  const forget = useCallback(() => setFault(null), []);
  return { under, problem: fault === null ? null : letterProblem(words, fault.error), send, forget };
}
