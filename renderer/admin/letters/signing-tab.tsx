import { writeNumber } from '../../../contract/letter-numbers.ts';
import type { LetterDefinition } from '../../../contract/letters.ts';
import type { VillageFile } from '../../../contract/village.ts';
import { officeWords, useOfficeWords } from '../../i18n/office-letters.ts';
import { BothFields } from '../form/both.tsx';
import type { Form } from '../form/use-form.ts';
import { Chips, SelectField, Switch, TextField } from '../parts/controls.tsx';
import { Card, Fields, Stack } from '../parts/frame.tsx';
import { Wrong } from './fold.tsx';
import css from './letters.module.css';

interface Props {
  form: Form<unknown>;
  letter: LetterDefinition;
  village: VillageFile;
  /** YYYY-MM-DD. */
  today: string;
}

const levels = ['head', 'camat', 'applicant'] as const;
const none = 'nobody';

/** Who signs, and from where the number is. */
export function SigningTab({ form, letter, village, today }: Props) {
  const { words } = useOfficeWords();
  const said = words.signing;
  const { signing, numbering, delegation } = letter;
  const example = writeNumber(village.numbering.pattern, {
    classCode: numbering.classCode,
    seq: 7,
    unit: village.unitCode,
    date: today,
  });
  const fresh = {
    authority: { id: officeWords.id.signing.authority, en: officeWords.en.signing.authority },
    from: 'Bupati',
    to: 'Kepala Desa',
    legalBasis: officeWords.id.standard.freshBasis,
    validFrom: today,
  };
  return (
    <Stack>
      <Card title={said.title}>
        <Wrong text={form.problem(['signing'])} />
        <Chips
          label={said.level}
          options={levels.map((level) => [level, said.levels[level]])}
          chosen={[signing.level]}
          problem={form.problem(['signing', 'level'])}
          onToggle={(level) => form.set(['signing', 'level'], level)}
        />
        <Fields>
          <SelectField
            label={said.knownBy}
            value={signing.knownBy ?? none}
            options={[
              [none, said.nobody],
              ['head', said.levels.head],
              ['camat', said.levels.camat],
            ]}
            problem={form.problem(['signing', 'knownBy'])}
            onChange={(who) => form.set(['signing', 'knownBy'], who === none ? null : who)}
          />
        </Fields>
        {signing.knownBy !== null && (
          <Switch
            label={said.knownByAlways}
            hint={said.knownByAlwaysHint}
            on={signing.knownByAlways}
            onChange={(on) => form.set(['signing', 'knownByAlways'], on)}
          />
        )}
        <Switch label={said.mandate} on={signing.mandate} onChange={(on) => form.set(['signing', 'mandate'], on)} />
      </Card>
      <Card title={said.numbering}>
        <Wrong text={form.problem(['numbering'])} />
        <Fields>
          <TextField
            label={said.classCode}
            hint={said.classCodeHint}
            value={numbering.classCode}
            maxLength={30}
            problem={form.problem(['numbering', 'classCode'])}
            onChange={(text) => form.set(['numbering', 'classCode'], text.toUpperCase())}
          />
          <TextField
            label={said.register}
            hint={said.registerHint}
            value={numbering.register.replaceAll('_', ' ')}
            maxLength={40}
            problem={form.problem(['numbering', 'register'])}
            onChange={(text) => form.set(['numbering', 'register'], text.toLowerCase().replaceAll(' ', '_'))}
          />
        </Fields>
        <p className={css.hint}>{said.example(example)}</p>
      </Card>
      <Card title={said.delegation}>
        <Switch
          label={said.delegated}
          on={delegation !== undefined}
          onChange={(on) => form.set(['delegation'], on ? fresh : undefined)}
        />
        <Wrong text={form.problem(['delegation'])} />
        {delegation !== undefined && <Delegation form={form} delegation={delegation} />}
      </Card>
    </Stack>
  );
}

function Delegation({
  form,
  delegation,
}: {
  form: Form<unknown>;
  delegation: NonNullable<LetterDefinition['delegation']>;
}) {
  const { words } = useOfficeWords();
  const said = words.signing;
  const text = (key: 'from' | 'to' | 'legalBasis' | 'validFrom', label: string, maxLength: number) => (
    <TextField
      label={label}
      type={key === 'validFrom' ? 'date' : 'text'}
      value={delegation[key]}
      maxLength={maxLength}
      problem={form.problem(['delegation', key])}
      onChange={(typed) => form.set(['delegation', key], typed)}
    />
  );
  return (
    <>
      <BothFields
        form={form}
        at={['delegation', 'authority']}
        value={delegation.authority}
        label={said.authority}
        maxLength={160}
      />
      <Fields>
        {text('from', said.from, 80)}
        {text('to', said.to, 80)}
      </Fields>
      <Fields>
        {text('legalBasis', said.basis, 200)}
        {text('validFrom', said.validFrom, 10)}
      </Fields>
    </>
  );
}
