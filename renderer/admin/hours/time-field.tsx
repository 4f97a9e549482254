import { useState } from 'react';
import { useWords } from '../../i18n/staff.ts';
import { readTime } from '../today/minutes-until.ts';
import css from './hours.module.css';

interface Props {
  label: string;
  /** `08:00`, or what somebody is typing. */
  value: string;
  wrong: boolean;
  onChange: (value: string) => void;
}

/** A time of day as it is written here: 08.00, with a dot or a colon. */
export function TimeField({ label, value, wrong, onChange }: Props) {
  const { language } = useWords();
  const shown = language === 'id' ? value.replace(':', '.') : value;
  // What is being typed is nobody's time yet.
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <input
      className={css.time}
      aria-label={label}
      aria-invalid={wrong || undefined}
      inputMode="numeric"
      autoComplete="off"
      maxLength={5}
      value={typed ?? shown}
      onChange={(event) => {
        const text = event.target.value;
        const whole = /^\d\d[.:]\d\d$/.test(text) ? readTime(text) : null;
        setTyped(whole === null ? text : null);
        if (whole !== null) onChange(whole);
      }}
      onBlur={() => {
        if (typed === null) return;
        setTyped(null);
        onChange(readTime(typed) ?? typed);
      }}
    />
  );
}
