import css from './answer-box.module.css';

interface Props {
  label: string;
  /** As it is shown. */
  shown: string;
  hint?: string | undefined;
  /** Long answers take smaller letters. */
  size: 'code' | 'line' | 'paragraph';
}

/** What has been typed so far. */
export function AnswerBox({ label, shown, hint, size }: Props) {
  return (
    <output className={css.box} data-size={size} aria-label={label}>
      {shown === '' ? <span className={css.hint}>{hint ?? ''}</span> : <span>{shown}</span>}
      <span className={css.caret} aria-hidden="true" />
    </output>
  );
}

interface PartsProps {
  labels: readonly string[];
  hints: readonly string[];
  /** How many digits each part has. */
  lengths: readonly number[];
  typed: string;
}

/** A date or a time: a box a part, filled from the left. */
export function PartBoxes({ labels, hints, lengths, typed }: PartsProps) {
  const parts = lengths.map((length, index) => {
    const from = lengths.slice(0, index).reduce((sum, before) => sum + before, 0);
    const value = typed.slice(from, from + length);
    const now = typed.length >= from && typed.length < from + length;
    return { label: labels[index] ?? '', hint: hints[index] ?? '', value, length, now };
  });
  return (
    <div className={css.parts}>
      {parts.map(({ label, hint, value, length, now }) => (
        <div key={label} className={css.part} style={{ flex: length + 1 }}>
          <span className={css.label}>{label}</span>
          <output className={css.box} data-size="part" data-now={now || undefined} aria-label={label}>
            {value === '' ? <span className={css.hint}>{hint}</span> : value}
          </output>
        </div>
      ))}
    </div>
  );
}
