import { useId } from 'react';
import { useLetterWords } from '../../i18n/desk-letters.ts';
import { type Answer, valueWords } from './answers.ts';
import { FieldInput } from './field-input.tsx';
import look from './new-request.module.css';

interface Props {
  answer: Answer;
  typed: string;
  wrong: string | null;
  /** What stands in the field that this one is often the same as; null where there is none. */
  sameTyped: string | null;
  onChange: (typed: string) => void;
}

/** A field with its label above and one line below: what is wrong, how it will stand on the letter, or a help. */
export function FormField({ answer, typed, wrong, sameTyped, onChange }: Props) {
  const { words, language, pick } = useLetterWords();
  const { asked, field, value } = answer;
  const noteId = useId();
  const { form } = words;
  const label = pick(asked.label);
  const shown = value !== '' && written.includes(asked.type) ? valueWords(asked, value, language) : null;
  const help = asked.type === 'date' ? form.dateHelp : asked.type === 'time' ? form.timeHelp : null;
  const note = wrong ?? shown ?? help ?? (asked.help === undefined ? null : pick(asked.help));
  return (
    <div className={look.field} data-field={field} data-long={asked.type === 'paragraph' || undefined}>
      <span className={look.label}>
        {label}
        {!asked.required && <span className={look.note}>{form.optional}</span>}
        {asked.sameAs !== undefined && sameTyped !== null && sameTyped !== '' && typed !== sameTyped && (
          <button type="button" className={look.same} onClick={() => onChange(sameTyped)}>
            {pick(asked.sameAs.label)}
          </button>
        )}
      </span>
      <FieldInput
        asked={asked}
        label={label}
        value={typed}
        wrong={wrong !== null}
        describedBy={note === null ? undefined : noteId}
        onChange={onChange}
      />
      {note !== null && (
        <span id={noteId} className={look.note} data-wrong={wrong !== null || undefined}>
          {note}
        </span>
      )}
    </div>
  );
}

/** Written otherwise on the letter than in the field. */
const written: readonly string[] = ['date', 'rupiah', 'nik', 'kk'];
