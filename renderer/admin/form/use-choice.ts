import { useState } from 'react';
import type { Wrong } from './draft.ts';

/**
 * What is shown of several: the hub's refusal leads once to where it stands; then one may look elsewhere, and stays there
 * when it is mended.
 * @param marked where the refusal stands, if it is among these
 */
export function useChoice<T>(
  wrong: Wrong | null,
  marked: T | undefined,
  first: T,
): [choice: T, choose: (choice: T) => void] {
  const [shown, setShown] = useState<{ choice: T; followed: Wrong | null }>({ choice: first, followed: null });
  const led = wrong !== null && wrong !== shown.followed;
  const choice = led && marked !== undefined ? marked : shown.choice;
  if (led) setShown({ choice, followed: wrong });
  return [choice, (next) => setShown((was) => ({ ...was, choice: next }))];
}
