import { useState } from 'react';
import type { LetterFile } from '../../../contract/letters.ts';
import { useOfficeWords } from '../../i18n/office-letters.ts';
import { BothFields } from '../form/both.tsx';
import type { Form } from '../form/use-form.ts';
import { Chips, NumberField, SelectField, Switch, TextField } from '../parts/controls.tsx';
import { Card, Fields, Stack } from '../parts/frame.tsx';
import { Wrong } from './fold.tsx';
import { wordsOf } from './letter-draft.ts';
import { OptionalBoth } from './optional-both.tsx';

interface Props {
  form: Form<unknown>;
  file: LetterFile;
}

const offices = ['desa', 'kelurahan'] as const;
const places = ['kiosk', 'desk'] as const;

/** What a letter is called, who gets it and where. */
export function GeneralTab({ form, file }: Props) {
  const { words, pick } = useOfficeWords();
  const said = words.general;
  const whole = form.problem(['id']) ?? form.problem(['kind']) ?? form.problem([]);
  const toggleOffice = (office: (typeof offices)[number]) =>
    form.set(
      ['units'],
      offices.filter((one) => (one === office) !== file.units.includes(one)),
    );
  return (
    <Stack>
      <Wrong text={whole} />
      <Card>
        <BothFields form={form} at={['name']} value={file.name} label={said.name} maxLength={90} />
        <BothFields
          form={form}
          at={['purpose']}
          value={file.purpose}
          label={said.purpose}
          tall
          hint={said.purposeHint}
          maxLength={160}
        />
        {file.kind === 'redirect' && <RedirectFields form={form} redirect={file.redirect} />}
      </Card>
      <Card>
        <Switch label={said.active} on={file.active} onChange={(on) => form.set(['active'], on)} />
        {file.kind === 'letter' && (
          <>
            <Chips
              label={said.offered}
              options={places.map((place) => [place, said.offeredNames[place]])}
              chosen={[file.offered]}
              problem={form.problem(['offered'])}
              onToggle={(place) => form.set(['offered'], place)}
            />
            {(file.offered === 'desk' || file.deskReason !== undefined) && (
              <OptionalBoth
                form={form}
                at={['deskReason']}
                value={file.deskReason}
                tall
                label={said.deskReason}
                maxLength={140}
              />
            )}
            <NumberField
              label={said.validity}
              hint={said.validityHint}
              unit={said.days}
              least={1}
              most={3650}
              value={file.validityDays}
              problem={form.problem(['validityDays'])}
              onChange={(days) => form.set(['validityDays'], days)}
            />
          </>
        )}
        <Chips
          label={said.units}
          options={offices.map((office) => [office, said.unitNames[office]])}
          chosen={file.units}
          problem={form.marked(['units']) && form.wrong !== null ? pick(form.wrong.what) : undefined}
          onToggle={toggleOffice}
        />
        <Switch
          label={said.sensitive}
          hint={said.sensitiveHint}
          on={file.sensitive}
          onChange={(on) => form.set(['sensitive'], on)}
        />
      </Card>
      <Card>
        <Fields>
          <SelectField
            label={said.category}
            value={file.category}
            options={Object.entries(words.categories)}
            problem={form.problem(['category'])}
            onChange={(category) => form.set(['category'], category)}
          />
          <NumberField
            label={said.everyday}
            hint={said.everydayHint}
            least={1}
            most={20}
            value={file.everyday ?? null}
            problem={form.problem(['everyday'])}
            onChange={(place) => form.set(['everyday'], place ?? undefined)}
          />
        </Fields>
        <WordsField form={form} all={file.words} />
      </Card>
    </Stack>
  );
}

/** Commas stay while they are typed; the list follows. */
function WordsField({ form, all }: { form: Form<unknown>; all: readonly string[] }) {
  const { words, pick } = useOfficeWords();
  const said = words.general;
  const [typed, setTyped] = useState(() => all.join(', '));
  const same = wordsOf(typed).join() === all.join();
  return (
    <TextField
      label={said.words}
      hint={said.wordsHint}
      value={same ? typed : all.join(', ')}
      problem={form.marked(['words']) && form.wrong !== null ? pick(form.wrong.what) : undefined}
      onChange={(text) => {
        setTyped(text);
        form.set(['words'], wordsOf(text));
      }}
    />
  );
}

type Redirect = Extract<LetterFile, { kind: 'redirect' }>['redirect'];

function RedirectFields({ form, redirect }: { form: Form<unknown>; redirect: Redirect }) {
  const { words } = useOfficeWords();
  const said = words.general;
  return (
    <>
      <BothFields form={form} at={['redirect', 'to']} value={redirect.to} label={said.to} maxLength={90} tall />
      <BothFields
        form={form}
        at={['redirect', 'address']}
        value={redirect.address}
        tall
        label={said.address}
        maxLength={200}
      />
      <BothFields
        form={form}
        at={['redirect', 'assisted']}
        value={redirect.assisted}
        tall
        label={said.assisted}
        maxLength={160}
      />
    </>
  );
}
