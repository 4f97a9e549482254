import { ChevronLeft, ChevronRight, Hash } from 'lucide-react';
import { registerName } from '../../../contract/letter-numbers.ts';
import { useLetterWords } from '../../i18n/desk-letters.ts';
import css from './letters.module.css';
import { monthWords } from './moments.ts';
import look from './register.module.css';
import type { Shown } from './register-file.ts';
import { mayReserve } from './steps.ts';
import { useLetters } from './view.ts';

interface Props {
  shown: Shown;
  /** Those that have an entry in the year. */
  registers: readonly string[];
  onShown: (change: Partial<Shown>) => void;
  onReserve: () => void;
}

const months = Array.from({ length: 12 }, (_, at) => at + 1);

/** Which book is shown, of which time, and what may be done with it. */
export function RegisterBar({ shown, registers, onShown, onReserve }: Props) {
  const { words, language } = useLetterWords();
  const { role, year: now } = useLetters();
  const said = words.register;
  const { book, year, month, register } = shown;
  return (
    <div className={look.bar}>
      <select
        className={look.book}
        aria-label={said.bookLabel}
        value={book}
        onChange={({ target }) => onShown({ book: target.value === 'ekspedisi' ? 'ekspedisi' : 'agenda' })}
      >
        <option value="agenda">{said.books.agenda}</option>
        <option value="ekspedisi">{said.books.ekspedisi}</option>
      </select>
      <div className={look.year} role="group" aria-label={said.year}>
        <button
          type="button"
          className={css.icon}
          aria-label={said.previous}
          onClick={() => onShown({ year: year - 1 })}
        >
          <ChevronLeft />
        </button>
        <span aria-live="polite">{year}</span>
        <button
          type="button"
          className={css.icon}
          aria-label={said.next}
          disabled={year >= now}
          onClick={() => onShown({ year: year + 1 })}
        >
          <ChevronRight />
        </button>
      </div>
      <select
        aria-label={said.month}
        value={month ?? ''}
        onChange={({ target }) => onShown({ month: target.value === '' ? null : Number(target.value) })}
      >
        <option value="">{said.wholeYear}</option>
        {months.map((one) => (
          <option key={one} value={one}>
            {monthWords(one, language)}
          </option>
        ))}
      </select>
      <select
        aria-label={said.which}
        value={register ?? ''}
        onChange={({ target }) => onShown({ register: target.value === '' ? null : target.value })}
      >
        <option value="">{said.all}</option>
        {registers.map((name) => (
          <option key={name} value={name}>
            {registerName(name)}
          </option>
        ))}
      </select>
      {mayReserve(role) && book === 'agenda' && (
        <button type="button" className={`${css.plain} ${look.reserve}`} aria-haspopup="dialog" onClick={onReserve}>
          <Hash />
          {said.reserve}
        </button>
      )}
    </div>
  );
}
