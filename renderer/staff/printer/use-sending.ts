import { useRef, useState } from 'react';
import { codeOf } from '../problem-words.ts';

export interface Sending {
  readonly busy: boolean;
  /** A code of the contract: what went wrong last. */
  readonly problem: string | null;
  /** One at a time; a second press while the first is under way is none. */
  readonly send: <T>(ask: () => Promise<T>, done: (answer: T) => void) => void;
}

/** Sends what a button means, once, and remembers what went wrong. */
export function useSending(): Sending {
  const [state, setState] = useState<{ busy: boolean; problem: string | null }>({ busy: false, problem: null });
  const under = useRef(false);
  const send: Sending['send'] = (ask, done) => {
    if (under.current) return;
    under.current = true;
    setState({ busy: true, problem: null });
    const end = (problem: string | null) => {
      under.current = false;
      setState({ busy: false, problem });
    };
    ask().then(
      (answer) => {
        end(null);
        done(answer);
      },
      (error: unknown) => end(codeOf(error)),
    );
  };
  return { ...state, send };
}
