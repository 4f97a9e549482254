import { Check } from 'lucide-react';
import { useId } from 'react';
import css from './checks.module.css';

interface Props<T extends string> {
  label: string;
  options: readonly (readonly [value: T, label: string, note: string])[];
  chosen: readonly T[];
  onToggle: (value: T) => void;
}

/** Any of a few, each with a sentence on what it means. */
export function Checks<T extends string>({ label, options, chosen, onToggle }: Props<T>) {
  const id = useId();
  return (
    <div className={css.checks} role="group" aria-labelledby={id}>
      <span id={id} className={css.label}>
        {label}
      </span>
      {options.map(([value, said, note]) => (
        <button
          key={value}
          type="button"
          role="checkbox"
          className={css.check}
          aria-checked={chosen.includes(value)}
          onClick={() => onToggle(value)}
        >
          <Box />
          <span className={css.words}>
            <span>{said}</span>
            <span className={css.note}>{note}</span>
          </span>
        </button>
      ))}
    </div>
  );
}

/** Of a checkbox: it is ticked where the button around it says. */
export function Box() {
  return (
    <span className={css.box}>
      <Check />
    </span>
  );
}
