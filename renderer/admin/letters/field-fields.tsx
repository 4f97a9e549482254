import { Plus } from 'lucide-react';
import type { FieldType, LetterField } from '../../../contract/letters.ts';
import { fieldsOf, withPeople } from '../../../contract/letters-whole.ts';
import { officeWords, useOfficeWords } from '../../i18n/office-letters.ts';
import { BothFields } from '../form/both.tsx';
import type { Path } from '../form/draft.ts';
import { Chips, NumberField, Press, SelectField, Switch, TextField } from '../parts/controls.tsx';
import { Fields } from '../parts/frame.tsx';
import { ConditionLine } from './condition-line.tsx';
import { Tools, Wrong } from './fold.tsx';
import { newWord, retyped, rulesOf } from './letter-draft.ts';
import type { WholeLetterView } from './letter-view.ts';
import css from './letters.module.css';
import { OptionalBoth } from './optional-both.tsx';

type FieldView = WholeLetterView & { readonly field: LetterField; readonly at: Path };

const asked = ['kiosk', 'desk'] as const;
const firstOptions = officeWords.id.questions.firstOptions;

/** One question: what is asked, how it is answered, and by which rules. */
export function FieldFields(view: FieldView) {
  const { words, pick } = useOfficeWords();
  const { form, letter, people, field } = view;
  const at = (...rest: (string | number)[]) => [...view.at, ...rest];
  const said = words.questions;
  const rules = rulesOf(field.type);
  const { sameAs } = field;
  return (
    <>
      <Wrong text={form.problem(at()) ?? form.problem(at('id')) ?? form.problem(at('required'))} />
      <BothFields
        form={form}
        at={at('label')}
        value={field.label}
        label={said.field}
        hint={said.fieldHint}
        maxLength={60}
      />
      <BothFields form={form} at={at('ask')} value={field.ask} label={said.ask} maxLength={90} tall />
      <OptionalBoth
        form={form}
        at={at('help')}
        tall
        value={field.help}
        label={said.help}
        hint={words.editor.optionalEmpty}
        maxLength={140}
      />
      <Fields>
        <SelectField
          label={said.type}
          value={field.type}
          options={Object.entries(said.types) as [FieldType, string][]}
          problem={form.problem(at('type'))}
          onChange={(type) => form.set(at(), retyped(field, type, firstOptions))}
        />
        {rules.longest && (
          <NumberField
            label={said.longest}
            hint={said.longestHint}
            least={1}
            most={500}
            value={field.longest ?? null}
            problem={form.problem(at('longest'))}
            onChange={(longest) => form.set(at('longest'), longest ?? undefined)}
          />
        )}
        {rules.limits && (
          <>
            <NumberField
              label={said.least}
              value={field.min ?? null}
              problem={form.problem(at('min'))}
              onChange={(min) => form.set(at('min'), min ?? undefined)}
            />
            <NumberField
              label={said.greatest}
              value={field.max ?? null}
              problem={form.problem(at('max'))}
              onChange={(max) => form.set(at('max'), max ?? undefined)}
            />
          </>
        )}
      </Fields>
      {rules.unit && <OptionalBoth form={form} at={at('unit')} value={field.unit} label={said.unit} maxLength={20} />}
      <Wrong text={form.problem(at('options'))} />
      {rules.options && <Options {...view} />}
      <Switch label={said.required} on={field.required} onChange={(on) => form.set(at('required'), on)} />
      {rules.future && <Switch label={said.future} on={field.future} onChange={(on) => form.set(at('future'), on)} />}
      <Chips
        label={said.asked}
        options={asked.map((place) => [place, said.askedNames[place]])}
        chosen={[field.asked]}
        problem={form.problem(at('asked'))}
        onToggle={(place) => form.set(at('asked'), place)}
      />
      {sameAs !== undefined && (
        <div className={css.condition}>
          <p className={css.conditionWords}>
            {said.sameAs(
              `${pick(sameAs.label)} (${pick(fieldsOf(withPeople(letter, people)).get(sameAs.field)?.label ?? sameAs.label)})`,
            )}
          </p>
          <Press onPress={() => form.set(at('sameAs'), undefined)}>{said.dropSameAs}</Press>
          <Wrong text={form.marked(at('sameAs')) && form.wrong !== null ? pick(form.wrong.what) : undefined} />
        </div>
      )}
      <ConditionLine {...view} at={at()} when={field.when} />
    </>
  );
}

function Options({ form, field, at }: FieldView) {
  const { words, pick } = useOfficeWords();
  const said = words.questions;
  const { options = [] } = field;
  const path = (...rest: (string | number)[]) => [...at, 'options', ...rest];
  const label = { id: officeWords.id.questions.freshOption, en: officeWords.en.questions.freshOption };
  const fresh = () =>
    newWord(
      label.id,
      options.map(({ id }) => id),
    );
  return (
    <>
      <h2 className={css.sub}>{said.options}</h2>
      {options.map((option, nth) => (
        <div key={option.id} className={css.item}>
          <div className={css.pair}>
            <Wrong text={form.problem(path(nth)) ?? form.problem(path(nth, 'id'))} />
            <BothFields
              form={form}
              at={path(nth, 'label')}
              value={option.label}
              label={said.option(nth + 1)}
              maxLength={60}
            />
            <TextField
              label={said.optionPrint}
              hint={said.optionPrintHint}
              value={option.print ?? ''}
              maxLength={120}
              problem={form.problem(path(nth, 'print'))}
              onChange={(text) => form.set(path(nth, 'print'), text === '' ? undefined : text)}
            />
          </div>
          <Tools
            name={pick(option.label)}
            index={nth}
            length={options.length}
            onMove={(by) => form.move(path(), nth, by)}
            onRemove={options.length > 2 ? () => form.remove(path(), nth) : undefined}
          />
        </div>
      ))}
      {options.length < 24 && (
        <span>
          <Press icon={<Plus />} onPress={() => form.add(path(), { id: fresh(), label })}>
            {said.addOption}
          </Press>
        </span>
      )}
    </>
  );
}
