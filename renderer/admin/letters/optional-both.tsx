import type { Bilingual } from '../../../contract/base.ts';
import { BothFields } from '../form/both.tsx';
import type { Path } from '../form/draft.ts';
import type { Form } from '../form/use-form.ts';
import { bothOrNone } from './letter-draft.ts';

interface Props {
  form: Form<unknown>;
  at: Path;
  value: Bilingual | undefined;
  label: string;
  hint?: string;
  maxLength?: number;
  tall?: boolean;
}

const empty: Bilingual = { id: '', en: '' };

/** A text in both languages that may be left out. */
export function OptionalBoth({ form, at, value = empty, ...rest }: Props) {
  const set: Form<unknown>['set'] = (path, text) => {
    const key = path.at(-1) === 'en' ? 'en' : 'id';
    form.set(at, bothOrNone({ ...value, [key]: text }));
  };
  return <BothFields form={{ ...form, set }} at={at} value={value} {...rest} />;
}
