import { CircleAlert } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import css from './controls.module.css';

/** The controls of the supervisor's forms: each is a label, a thing to change, and what is wrong with it. */

interface PressProps {
  kind?: 'action' | 'plain' | 'danger' | 'bare';
  icon?: ReactNode;
  disabled?: boolean;
  /** For an icon alone. */
  label?: string;
  onPress: () => void;
  children?: ReactNode;
}

export function Press({ kind = 'plain', icon, disabled = false, label, onPress, children }: PressProps) {
  return (
    <button
      type="button"
      className={css.press}
      data-kind={kind}
      data-square={children === undefined || undefined}
      aria-label={label}
      disabled={disabled}
      onClick={onPress}
    >
      {icon}
      {children !== undefined && <span>{children}</span>}
    </button>
  );
}

interface FieldProps {
  label: string;
  hint?: string | undefined;
  problem?: string | undefined;
}

function Told({ id, hint, problem }: { id: string; hint?: string | undefined; problem?: string | undefined }) {
  if (problem !== undefined) {
    return (
      <span id={id} className={css.problem}>
        <CircleAlert />
        {problem}
      </span>
    );
  }
  return hint === undefined ? null : (
    <span id={id} className={css.hint}>
      {hint}
    </span>
  );
}

const describes = (id: string, { hint, problem }: FieldProps) =>
  hint === undefined && problem === undefined ? undefined : id;

interface TextProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  type?: 'text' | 'date' | 'time' | 'search';
  maxLength?: number;
  first?: boolean;
  disabled?: boolean;
  /** Grows with its text, which stays one paragraph. */
  tall?: boolean;
}

export function TextField({
  value,
  onChange,
  type = 'text',
  maxLength,
  first = false,
  disabled,
  tall = false,
  ...told
}: TextProps) {
  const id = useId();
  return (
    <div className={css.field}>
      <label className={css.named}>
        <span className={css.label}>{told.label}</span>
        {tall ? (
          <textarea
            className={css.tall}
            rows={1}
            value={value}
            maxLength={maxLength}
            spellCheck={false}
            disabled={disabled}
            data-first={first || undefined}
            aria-invalid={told.problem !== undefined || undefined}
            aria-describedby={describes(id, told)}
            onChange={(event) => onChange(event.target.value.replaceAll('\n', ' '))}
          />
        ) : (
          <input
            type={type}
            value={value}
            maxLength={maxLength}
            autoComplete="off"
            spellCheck={false}
            disabled={disabled}
            data-first={first || undefined}
            aria-invalid={told.problem !== undefined || undefined}
            aria-describedby={describes(id, told)}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </label>
      <Told id={id} hint={told.hint} problem={told.problem} />
    </div>
  );
}

interface NumberProps extends FieldProps {
  /** Null: empty. */
  value: number | null;
  onChange: (value: number | null) => void;
  unit?: string;
  least?: number;
  most?: number;
  step?: number;
}

export function NumberField({ value, onChange, unit, least, most, step, ...told }: NumberProps) {
  const id = useId();
  return (
    <div className={css.field}>
      <label className={css.named}>
        <span className={css.label}>{told.label}</span>
        <span className={css.measured}>
          <input
            type="number"
            value={value ?? ''}
            min={least}
            max={most}
            step={step}
            aria-invalid={told.problem !== undefined || undefined}
            aria-describedby={describes(id, told)}
            onChange={(event) => onChange(event.target.value === '' ? null : event.target.valueAsNumber)}
          />
          {unit !== undefined && <span className={css.unit}>{unit}</span>}
        </span>
      </label>
      <Told id={id} hint={told.hint} problem={told.problem} />
    </div>
  );
}

interface SelectProps<T extends string> extends FieldProps {
  value: T;
  options: readonly (readonly [value: T, label: string])[];
  onChange: (value: T) => void;
  disabled?: boolean;
}

export function SelectField<T extends string>({ value, options, onChange, disabled, ...told }: SelectProps<T>) {
  const id = useId();
  return (
    <div className={css.field}>
      <label className={css.named}>
        <span className={css.label}>{told.label}</span>
        <select
          value={value}
          disabled={disabled}
          aria-invalid={told.problem !== undefined || undefined}
          aria-describedby={describes(id, told)}
          onChange={(event) => onChange(event.target.value as T)}
        >
          {options.map(([key, label]) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <Told id={id} hint={told.hint} problem={told.problem} />
    </div>
  );
}

interface SwitchProps {
  label: string;
  hint?: string | undefined;
  on: boolean;
  disabled?: boolean;
  onChange: (on: boolean) => void;
}

export function Switch({ label, hint, on, disabled = false, onChange }: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={on}
      className={css.switch}
      disabled={disabled}
      onClick={() => onChange(!on)}
    >
      <Knob />
      <span className={css.switchWords}>
        <span>{label}</span>
        {hint !== undefined && <span className={css.hint}>{hint}</span>}
      </span>
    </button>
  );
}

/** Of a switch: it stands where the button around it says. */
export function Knob() {
  return (
    <span className={css.track}>
      <span className={css.knob} />
    </span>
  );
}

interface ChipsProps<T extends string> {
  label: string;
  options: readonly (readonly [value: T, label: string])[];
  chosen: readonly T[];
  onToggle: (value: T) => void;
  problem?: string | undefined;
}

/** Several of a few, or one of a few when the owner keeps it so. */
export function Chips<T extends string>({ label, options, chosen, onToggle, problem }: ChipsProps<T>) {
  const id = useId();
  return (
    <div className={css.field} role="group" aria-labelledby={id}>
      <span id={id} className={css.label}>
        {label}
      </span>
      <span className={css.chips}>
        {options.map(([value, said]) => (
          <button
            key={value}
            type="button"
            className={css.chip}
            aria-pressed={chosen.includes(value)}
            onClick={() => onToggle(value)}
          >
            {said}
          </button>
        ))}
      </span>
      <Told id={`${id}-told`} problem={problem} />
    </div>
  );
}
