import type { ServiceSettings } from '../../../contract/catalogue.ts';
import type { VillageFile, VillagesFile } from '../../../contract/village.ts';
import { useOfficeWords } from '../../i18n/office-letters.ts';
import type { Form } from '../form/use-form.ts';
import { NumberField, SelectField, Switch, TextField } from '../parts/controls.tsx';
import { Card, Fields } from '../parts/frame.tsx';
import { Wrong } from './fold.tsx';
import { VillageChoice } from './village-choice.tsx';

export interface OfficeView {
  readonly form: Form<unknown>;
  readonly village: VillageFile;
}

/** Where the office is. @param villages of the regency; undefined before the hub has told them */
export function PlaceCard({ form, village, villages }: OfficeView & { villages: VillagesFile | undefined }) {
  const { words } = useOfficeWords();
  const said = words.office;
  const text = (
    key: 'name' | 'code' | 'district' | 'regency' | 'province' | 'address' | 'postcode',
    maxLength: number,
    hint?: string,
  ) => (
    <TextField
      label={said[key]}
      hint={hint}
      value={village[key]}
      maxLength={maxLength}
      problem={form.problem([key])}
      onChange={(typed) => form.set([key], typed)}
    />
  );
  return (
    <Card title={said.place}>
      <VillageChoice form={form} list={villages} />
      <Fields>
        {text('name', 60)}
        {text('code', 13, said.codeHint)}
      </Fields>
      <Fields>
        {text('district', 60)}
        {text('regency', 60)}
        {text('province', 60)}
      </Fields>
      {text('address', 160)}
      <Fields>
        {text('postcode', 5)}
        <TextField
          label={said.contact}
          hint={words.editor.optionalEmpty}
          value={village.contact ?? ''}
          maxLength={120}
          problem={form.problem(['contact'])}
          onChange={(typed) => form.set(['contact'], typed === '' ? null : typed)}
        />
      </Fields>
    </Card>
  );
}

/** How the office works: what it asks for, how it helps, and where people with a letter stand. */
export function WaysCard({ form, village, services }: OfficeView & { services: readonly ServiceSettings[] }) {
  const { words, pick } = useOfficeWords();
  const said = words.office;
  const options = services.map(({ id, name, letter }) => [id, `${letter} · ${pick(name)}`] as const);
  const known = services.some(({ id }) => id === village.queueService);
  return (
    <Card title={said.services}>
      <Switch label={said.rtRw} on={village.rtRwLetter} onChange={(on) => form.set(['rtRwLetter'], on)} />
      <Switch
        label={said.assists}
        on={village.assistsCivilRegistry}
        onChange={(on) => form.set(['assistsCivilRegistry'], on)}
      />
      <Switch
        label={said.signerPin}
        hint={said.signerPinHint}
        on={village.signerPin}
        onChange={(on) => form.set(['signerPin'], on)}
      />
      <Fields>
        <SelectField
          label={said.queue}
          value={village.queueService}
          options={known ? options : [...options, [village.queueService, village.queueService]]}
          problem={form.problem(['queueService'])}
          onChange={(id) => form.set(['queueService'], id)}
        />
        <NumberField
          label={said.lastDistrict}
          hint={said.lastDistrictHint}
          least={1}
          most={99}
          value={village.lastDistrict}
          problem={form.problem(['lastDistrict'])}
          onChange={(value) => form.set(['lastDistrict'], value ?? 99)}
        />
      </Fields>
    </Card>
  );
}

/** How long personal data and letters are kept (UU 27/2022, UU 43/2009). */
export function KeepingCard({ form, village: { retention } }: OfficeView) {
  const { words } = useOfficeWords();
  const said = words.office;
  const number = (
    key: 'unfinishedDays' | 'openDays' | 'letterYears',
    label: string,
    unit: string,
    least: number,
    most: number,
  ) => (
    <NumberField
      label={label}
      unit={unit}
      least={least}
      most={most}
      value={retention[key]}
      problem={form.problem(['retention', key])}
      onChange={(value) => form.set(['retention', key], value ?? least)}
    />
  );
  return (
    <Card title={said.retention} detail={said.retentionDetail}>
      <Wrong text={form.problem(['retention'])} />
      <Fields>
        {number('unfinishedDays', said.unfinished, said.days, 1, 365)}
        {number('openDays', said.open, said.days, 7, 730)}
        {number('letterYears', said.letterYears, said.years, 1, 50)}
      </Fields>
    </Card>
  );
}

/** Whose letters can be checked here beside the own ones. */
export function TrustCard({ form, village: { trust } }: OfficeView) {
  const { words } = useOfficeWords();
  const said = words.office;
  return (
    <Card title={said.trust} detail={said.trustDetail}>
      <Wrong text={form.problem(['trust'])} />
      <TextField
        label={said.key}
        hint={said.keyHint}
        value={trust.key ?? ''}
        maxLength={43}
        problem={form.problem(['trust', 'key'])}
        onChange={(typed) => form.set(['trust', 'key'], typed.trim() === '' ? null : typed.trim())}
      />
      <TextField
        label={said.feed}
        hint={said.feedHint}
        value={trust.feed ?? ''}
        maxLength={300}
        problem={form.problem(['trust', 'feed'])}
        onChange={(typed) => form.set(['trust', 'feed'], typed.trim() === '' ? null : typed.trim())}
      />
    </Card>
  );
}
