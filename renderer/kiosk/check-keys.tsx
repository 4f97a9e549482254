import { Delete } from 'lucide-react';
import type { Service } from '../../contract/queue.ts';
import { hueStyle } from '../ui/service-look.ts';
import css from './check.module.css';
import { letterOf, withDigit, withLetter, withoutLast } from './check.ts';

interface Props {
  services: readonly Service[];
  spareLetter: string;
  typed: string;
  eraseLabel: string;
  onType: (typed: string) => void;
}

/** Of no service: black, as paper that was printed before has no colour. */
const spareHue = '#1f1b2d';
const digits = '123456789'.split('');

/** The letters there are, in the order of the alphabet and in their services' colours, and the digits of a telephone. */
export function CheckKeys({ services, spareLetter, typed, eraseLabel, onType }: Props) {
  const hues: Record<string, string> = { [spareLetter]: spareHue };
  for (const { letter, hue } of services) hues[letter] ??= hue;
  const lettered = Object.entries(hues).sort(([a], [b]) => a.localeCompare(b));
  const digit = (key: string) => (
    <button key={key} type="button" className={css.key} onClick={() => onType(withDigit(typed, key))}>
      {key}
    </button>
  );
  return (
    <>
      <div className={css.letters} data-many={lettered.length > 6 || undefined}>
        {lettered.map(([letter, hue]) => (
          <button
            key={letter}
            type="button"
            className={css.key}
            style={hueStyle(hue)}
            aria-pressed={letterOf(typed) === letter}
            onClick={() => onType(withLetter(typed, letter))}
          >
            {letter}
          </button>
        ))}
      </div>
      <div className={css.digits}>
        {digits.map(digit)}
        <button type="button" className={css.key} aria-label={eraseLabel} onClick={() => onType(withoutLast(typed))}>
          <Delete />
        </button>
        {digit('0')}
      </div>
    </>
  );
}
