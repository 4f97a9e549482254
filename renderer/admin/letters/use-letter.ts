import { useCallback, useEffect, useState } from 'react';
import type { LetterAtHub } from '../../client/admin-client.ts';
import { codeOf } from '../../staff/problem-words.ts';
import { useDesk } from '../desk.ts';

/** ms until the hub is asked again after a fault. */
const againMs = 3_000;

/**
 * A letter as the hub has it; asked again with every change of the letters.
 * @param revision of the newest change that is known
 */
export function useLetter(id: string, revision: number): LetterAtHub | 'gone' | undefined {
  const { client, clock } = useDesk();
  const [letter, setLetter] = useState<LetterAtHub | 'gone'>();
  const [attempt, setAttempt] = useState(0);
  const again = useCallback(() => setAttempt((n) => n + 1), []);
  useEffect(() => {
    let wanted = true;
    let cancel = () => {};
    client.letterSettings.letter(id).then(
      (found) => {
        if (wanted) setLetter(found);
      },
      (error: unknown) => {
        if (!wanted) return;
        if (codeOf(error) === 'LETTER_UNKNOWN') setLetter('gone');
        else cancel = clock.wake(clock.now() + againMs, again);
      },
    );
    return () => {
      wanted = false;
      cancel();
    };
  }, [client, clock, id, revision, attempt, again]);
  return letter;
}
