import type { ReactNode } from 'react';
import css from './toggle.module.css';

interface SwitchProps {
  icon: ReactNode;
  label: string;
  on: boolean;
  states: { on: string; off: string };
  onChange: (on: boolean) => void;
}

/** One thing that is on or off: the whole row is the control, and the state is also a word. */
export function Switch({ icon, label, on, states, onChange }: SwitchProps) {
  return (
    <button type="button" role="switch" aria-checked={on} className={css.switch} onClick={() => onChange(!on)}>
      {icon}
      <span className={css.label}>{label}</span>
      <span className={css.state}>{on ? states.on : states.off}</span>
      <span className={css.track} aria-hidden="true" />
    </button>
  );
}

interface OneOfProps<T> {
  label: string;
  value: T;
  options: readonly { value: T; label: string; shown: ReactNode; lang?: string }[];
  onChange: (value: T) => void;
}

/** One of a few, side by side. */
export function OneOf<T extends string | number>({ label, value, options, onChange }: OneOfProps<T>) {
  return (
    <div className={css.oneOf} role="radiogroup" aria-label={label}>
      <span className={css.label} aria-hidden="true">
        {label}
      </span>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          role="radio"
          aria-checked={option.value === value}
          aria-label={option.label}
          lang={option.lang}
          className={css.option}
          onClick={() => onChange(option.value)}
        >
          {option.shown}
        </button>
      ))}
    </div>
  );
}
