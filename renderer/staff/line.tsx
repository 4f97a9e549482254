import { useState } from 'react';
import { useWords } from '../i18n/staff.ts';
import { codeLength, groupedCode, plainCode } from './code.ts';
import css from './gate.module.css';

interface Props {
  label: string;
  was: string;
  /** A code of the hub: only its signs, and only whole, since a wrong one is counted. */
  code?: boolean;
  disabled?: boolean;
  onDone: (text: string) => void;
}

/** One line to write, and on. */
export function Line({ label, was, code = false, disabled = false, onDone }: Props) {
  const { words } = useWords();
  const [text, setText] = useState(was);
  const whole = code ? plainCode(text).length === codeLength : text.trim().length >= 2;
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (whole && !disabled) onDone(text);
      }}
    >
      <label className={css.field}>
        {label}
        <input
          autoFocus
          autoComplete="off"
          autoCapitalize={code ? 'characters' : 'words'}
          spellCheck={false}
          maxLength={code ? 20 : 60}
          className={code ? css.code : undefined}
          value={text}
          onChange={({ target }) => setText(code ? groupedCode(plainCode(target.value)) : target.value)}
        />
      </label>
      <button type="submit" className={css.action} disabled={!whole || disabled}>
        {words.staff.setUp.next}
      </button>
    </form>
  );
}
