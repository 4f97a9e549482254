import type { Bilingual } from '../../../contract/base.ts';
import { useWords } from '../../i18n/staff.ts';
import { TextField } from '../parts/controls.tsx';
import { Fields } from '../parts/frame.tsx';
import type { Path } from './draft.ts';
import type { Form } from './use-form.ts';

interface Props {
  form: Form<unknown>;
  at: Path;
  value: Bilingual;
  label: string;
  hint?: string;
  maxLength?: number;
  first?: boolean;
  /** A sentence: both grow with it. */
  tall?: boolean;
}

/** A text in both languages; Indonesian leads. */
export function BothFields({ form, at, value, label, hint, maxLength = 120, first = false, tall = false }: Props) {
  const { words } = useWords();
  const whole = form.problem(at);
  return (
    <Fields broad>
      <TextField
        label={label}
        hint={hint}
        value={value.id}
        maxLength={maxLength}
        first={first}
        tall={tall}
        problem={form.problem([...at, 'id']) ?? whole}
        onChange={(text) => form.set([...at, 'id'], text)}
      />
      <TextField
        label={words.admin.form.inEnglish(label)}
        value={value.en}
        maxLength={maxLength}
        tall={tall}
        problem={form.problem([...at, 'en'])}
        onChange={(text) => form.set([...at, 'en'], text)}
      />
    </Fields>
  );
}
