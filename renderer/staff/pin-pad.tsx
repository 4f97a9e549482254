import { CircleAlert, Delete } from 'lucide-react';
import { useEffect, useLayoutEffect, useReducer, useRef } from 'react';
import type { Clock } from '../clock.ts';
import { useWords } from '../i18n/staff.ts';
import { complete, emptyEntry, enter, type PinEvent, type PinProblem, pinLength, waits } from './pin-entry.ts';
import css from './pin-pad.module.css';
import { problemWords } from './problem-words.ts';
import { useElapsed } from './seconds.ts';

interface Props {
  clock: Clock;
  /** Called with six digits; a problem empties the entry and says why, null takes it. */
  onPin: (pin: string) => Promise<PinProblem | null>;
  /** The machine refuses everybody for so many seconds more. */
  lockedSeconds?: number | null;
}

const places = Array.from({ length: pinLength }, (_, place) => place);
const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

function meaningOf(key: string): PinEvent | null {
  if (/^\d$/.test(key)) return { type: 'digit', digit: key };
  if (key === 'Backspace') return { type: 'erase' };
  return key === 'Delete' ? { type: 'clear' } : null;
}

/** Six digits by keyboard or by touch; sent by themselves when the sixth is there. */
export function PinPad({ clock, onPin, lockedSeconds = null }: Props) {
  const { words } = useWords();
  const [entry, send] = useReducer(
    (state: typeof emptyEntry, event: PinEvent) => enter(state, event, clock.now()),
    emptyEntry,
  );
  const since = useElapsed(lockedSeconds, clock);
  useElapsed(entry, clock);
  const deviceLeft = lockedSeconds === null ? 0 : Math.max(0, lockedSeconds - since);
  const blocked = deviceLeft > 0 || waits(entry, clock.now());

  const newest = useRef(onPin);
  useLayoutEffect(() => {
    newest.current = onPin;
  });
  const whole = complete(entry) && !blocked;
  useEffect(() => {
    if (!whole) return;
    send({ type: 'sent' });
    void newest
      .current(entry.digits)
      .then((problem) => send(problem === null ? { type: 'taken' } : { type: 'refused', problem }));
  }, [whole, entry.digits]);

  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      // A digit that has just chosen this pad from a list is not the first of a PIN.
      if (event.defaultPrevented) return;
      if (blocked || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
      const meant = meaningOf(event.key);
      if (meant === null) return;
      // Nor is the last one the first letter of a field that appears with it.
      event.preventDefault();
      send(meant);
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, [blocked]);

  const { pin } = words.staff;
  const off = blocked || entry.sending;
  return (
    <div className={css.pad}>
      <p className={css.dots} role="img" aria-label={pin.entered(entry.digits.length)}>
        {places.map((place) => (
          <span key={place} className={css.dot} data-full={place < entry.digits.length || undefined} />
        ))}
      </p>
      <p className={css.told} role="status" data-problem={entry.problem !== null || blocked || undefined}>
        {entry.problem !== null || blocked ? <CircleAlert /> : null}
        {entry.sending ? pin.checking : told()}
      </p>
      <div className={css.keys}>
        {keys.map((digit) => (
          <button
            key={digit}
            type="button"
            className={css.key}
            disabled={off}
            onClick={() => send({ type: 'digit', digit })}
          >
            {digit}
          </button>
        ))}
        <span />
        <button type="button" className={css.key} disabled={off} onClick={() => send({ type: 'digit', digit: '0' })}>
          0
        </button>
        <button
          type="button"
          className={css.key}
          disabled={off}
          aria-label={pin.erase}
          onClick={() => send({ type: 'erase' })}
        >
          <Delete />
        </button>
      </div>
    </div>
  );

  function told(): string {
    const left = (seconds: number) => words.counter.duration(Math.max(1, Math.ceil(seconds)));
    if (deviceLeft > 0) return `${pin.device(left(deviceLeft))} ${pin.deviceHelp}`;
    const { problem } = entry;
    switch (problem?.kind) {
      case undefined:
        return '';
      case 'wrong':
        return pin.wrong;
      case 'weak':
        return pin.weak;
      case 'different':
        return pin.different;
      case 'wait': {
        const seconds = (problem.until - clock.now()) / 1000;
        if (seconds <= 0) return '';
        if (problem.after === 'locked') return `${pin.device(left(seconds))} ${pin.deviceHelp}`;
        return problem.after === 'wrong' ? `${pin.wrongShort} ${pin.slow(left(seconds))}` : pin.slow(left(seconds));
      }
      case 'other':
        return problemWords(words, problem.code);
    }
  }
}
