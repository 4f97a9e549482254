import { useEffect, useRef } from 'react';
import type { FieldType, LetterField } from '../../../contract/letters.ts';
import { useLetterWords } from '../../i18n/desk-letters.ts';

interface Props {
  asked: LetterField;
  /** Said by a screen reader; who sees reads it beside the control. */
  label: string;
  /** As it is typed, see `typedOf`. */
  value: string;
  wrong: boolean;
  /** Takes the focus when it appears. */
  focused?: boolean;
  describedBy?: string | undefined;
  onChange: (value: string) => void;
}

const digits: readonly FieldType[] = ['number', 'rupiah', 'date', 'time', 'year', 'nik', 'kk', 'phone'];

/** Room for separators that a clerk may type or paste. */
const longest: Partial<Record<FieldType, number>> = { nik: 24, kk: 24, date: 12, time: 6, year: 4, phone: 24 };

/** The control for a field, made for a keyboard. */
export function FieldInput({ asked, label, value, wrong, focused = false, describedBy, onChange }: Props) {
  const { words, pick } = useLetterWords();
  const control = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!focused) return;
    control.current?.focus();
    if (control.current instanceof HTMLInputElement) control.current.select();
  }, [focused]);
  const common = {
    'aria-label': label,
    'aria-invalid': wrong || undefined,
    'aria-describedby': describedBy,
    'aria-required': asked.required || undefined,
    value,
  };
  switch (asked.type) {
    case 'choice':
      return (
        <select
          ref={(element) => void (control.current = element)}
          {...common}
          onChange={(event) => onChange(event.target.value)}
        >
          <option value="">{words.form.pick}</option>
          {asked.options?.map(({ id, label: shown }) => (
            <option key={id} value={id}>
              {pick(shown)}
            </option>
          ))}
        </select>
      );
    case 'paragraph':
      return (
        <textarea
          ref={(element) => void (control.current = element)}
          {...common}
          rows={2}
          maxLength={asked.longest ?? 200}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    default:
      return (
        <input
          ref={(element) => void (control.current = element)}
          {...common}
          autoComplete="off"
          spellCheck={false}
          inputMode={digits.includes(asked.type) ? 'numeric' : 'text'}
          maxLength={longest[asked.type] ?? asked.longest ?? 60}
          placeholder={asked.type === 'date' ? words.form.dateHint : undefined}
          onChange={(event) => onChange(event.target.value)}
        />
      );
  }
}
