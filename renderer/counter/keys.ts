import { type Act, hindrance, type Moment, nextStep } from './desk.ts';

/** What a key means at a counter. */

/** One press as the page hears it. */
export interface KeyPress {
  /** As `KeyboardEvent.key`. */
  readonly key: string;
  /** The key is held down and the keyboard repeats it. */
  readonly repeat: boolean;
  readonly ctrl: boolean;
  /** Alt or the system's own key: a shortcut of somebody else. */
  readonly other: boolean;
  /** What has the focus: nothing of ours, something that the space bar presses by itself, or a field to write in. */
  readonly target: 'page' | 'control' | 'text';
}

/** What the screen is at. */
export interface Attention {
  readonly moment: Moment;
  /** A question lies over the screen. It has keys of its own. */
  readonly asked: boolean;
  /** An act is on its way, or has only just been done. */
  readonly busy: boolean;
}

const letters: Record<string, Act> = { r: 'recall', t: 'transfer', p: 'park', x: 'noShow', u: 'undo' };

/** The act of a key, also when it cannot be done now; null when the key has none. */
export function actOfKey({ key, ctrl, other, target }: KeyPress, moment: Moment): Act | null {
  if (other || target === 'text') return null;
  const letter = key.toLowerCase();
  if (ctrl) return letter === 'z' ? 'undo' : null;
  if (key === ' ') return target === 'control' ? null : nextStep(moment);
  return letters[letter] ?? null;
}

/** What a press sets off: an act that can be done now, or nothing. */
export function meaning(press: KeyPress, { moment, asked, busy }: Attention): Act | null {
  if (asked || busy || press.repeat) return null;
  const act = actOfKey(press, moment);
  return act !== null && hindrance(act, moment) === null ? act : null;
}

/** Which answer to a question on the desk itself a press chooses, as in a question over it; null: none. */
export function digitOf({ key, repeat, ctrl, other, target }: KeyPress): string | null {
  return /^[1-9]$/.test(key) && !repeat && !ctrl && !other && target !== 'text' ? key : null;
}
