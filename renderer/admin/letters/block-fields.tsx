import { Plus } from 'lucide-react';
import type { LetterBlock, LetterField, LetterSection } from '../../../contract/letters.ts';
import { setOf } from '../../../contract/letters-whole.ts';
import { useOfficeWords } from '../../i18n/office-letters.ts';
import type { Path } from '../form/draft.ts';
import { Chips, Press, SelectField, TextField } from '../parts/controls.tsx';
import { ConditionLine } from './condition-line.tsx';
import { Tools, Wrong } from './fold.tsx';
import { tableOf } from './letter-draft.ts';
import css from './letters.module.css';
import type { PaperView } from './paper-fields.tsx';
import { PlaceText } from './place-text.tsx';

type BlockView<B extends LetterBlock = LetterBlock> = PaperView & { readonly block: B; readonly at: Path };

const aligns = ['justify', 'center'] as const;

/** One piece of a letter's text, and when it is printed. */
export function BlockFields(view: BlockView) {
  const { form, block, at } = view;
  return (
    <>
      <Wrong text={form.problem(at)} />
      {'text' in block && <Paragraph {...view} block={block} />}
      {'rows' in block && <Rows {...view} block={block} />}
      {'section' in block && <WholeSection {...view} block={block} />}
      {'table' in block && <Table {...view} block={block} />}
      <ConditionLine {...view} at={at} when={block.when} />
    </>
  );
}

function Paragraph({ form, block, at, places }: BlockView<Extract<LetterBlock, { text: string }>>) {
  const { words } = useOfficeWords();
  const said = words.text;
  return (
    <>
      <PlaceText
        label={said.paragraph}
        value={block.text}
        places={places}
        problem={form.problem([...at, 'text'])}
        onChange={(text) => form.set([...at, 'text'], text)}
      />
      <Chips
        label={said.align}
        options={aligns.map((align) => [align, said.aligns[align]])}
        chosen={[block.align]}
        problem={form.problem([...at, 'align'])}
        onToggle={(align) => form.set([...at, 'align'], align)}
      />
    </>
  );
}

function Rows({ form, block, at, places }: BlockView<Extract<LetterBlock, { rows: unknown }>>) {
  const { words } = useOfficeWords();
  const said = words.text;
  const path = [...at, 'rows'];
  return (
    <>
      <p className={css.hint}>{said.rowHint}</p>
      <Wrong text={form.problem(path)} />
      {block.rows.map(([label, value], nth) => (
        <div key={nth} className={css.item}>
          <div className={css.pair}>
            <Wrong text={form.problem([...path, nth])} />
            <PlaceText
              line
              label={said.rowLabel(nth + 1)}
              value={label}
              places={places}
              problem={form.problem([...path, nth, 0])}
              onChange={(text) => form.set([...path, nth, 0], text)}
            />
            <PlaceText
              line
              label={said.rowValue(nth + 1)}
              value={value}
              places={places}
              problem={form.problem([...path, nth, 1])}
              onChange={(text) => form.set([...path, nth, 1], text)}
            />
          </div>
          <Tools
            name={label}
            index={nth}
            length={block.rows.length}
            onMove={(by) => form.move(path, nth, by)}
            onRemove={block.rows.length > 1 ? () => form.remove(path, nth) : undefined}
          />
        </div>
      ))}
      {block.rows.length < 40 && (
        <span>
          <Press icon={<Plus />} onPress={() => form.add(path, [said.freshRow, said.freshRow])}>
            {said.addRow}
          </Press>
        </span>
      )}
    </>
  );
}

function WholeSection(view: BlockView<Extract<LetterBlock, { section: string }>>) {
  const { words, pick } = useOfficeWords();
  const { form, letter, block, at } = view;
  const said = words.text;
  const fields = fieldsOf(view, block.section);
  const path = [...at, 'without'];
  return (
    <>
      <SelectField
        label={said.ofSection}
        value={block.section}
        options={sectionOptions(letter.sections, block.section, pick)}
        problem={form.problem([...at, 'section'])}
        onChange={(section) => form.set(at, { ...block, section, without: [] })}
      />
      <Chips
        label={said.without}
        options={fields.map(({ id, label }) => [id, pick(label)])}
        chosen={fields.map(({ id }) => id).filter((id) => !block.without.includes(id))}
        problem={form.marked(path) && form.wrong !== null ? pick(form.wrong.what) : undefined}
        onToggle={(id) =>
          form.set(
            path,
            block.without.includes(id) ? block.without.filter((one) => one !== id) : [...block.without, id],
          )
        }
      />
    </>
  );
}

function Table(view: BlockView<Extract<LetterBlock, { table: string }>>) {
  const { words, pick } = useOfficeWords();
  const { form, letter, people, block, at } = view;
  const said = words.text;
  const fields = fieldsOf(view, block.table);
  const path = [...at, 'columns'];
  return (
    <>
      <SelectField
        label={said.ofSection}
        value={block.table}
        options={sectionOptions(letter.sections, block.table, pick)}
        problem={form.problem([...at, 'table'])}
        onChange={(id) => {
          const { columns } = tableOf(
            letter.sections.find((section) => section.id === id),
            people,
          );
          form.set(at, { ...block, table: id, columns });
        }}
      />
      <Wrong text={form.problem(path)} />
      {block.columns.map(([heading, field], nth) => (
        <div key={nth} className={css.item}>
          <div className={css.pair}>
            <Wrong text={form.problem([...path, nth])} />
            <TextField
              label={said.column(nth + 1)}
              value={heading}
              maxLength={40}
              problem={form.problem([...path, nth, 0])}
              onChange={(text) => form.set([...path, nth, 0], text)}
            />
            <SelectField
              label={said.columnField(nth + 1)}
              value={field}
              options={withOwn(
                fields.map(({ id, label }) => [id, pick(label)] as const),
                field,
              )}
              problem={form.problem([...path, nth, 1])}
              onChange={(id) => form.set([...path, nth, 1], id)}
            />
          </div>
          <Tools
            name={heading}
            index={nth}
            length={block.columns.length}
            onMove={(by) => form.move(path, nth, by)}
            onRemove={block.columns.length > 1 ? () => form.remove(path, nth) : undefined}
          />
        </div>
      ))}
      {block.columns.length < 7 && fields[0] !== undefined && (
        <span>
          <Press
            icon={<Plus />}
            onPress={() => form.add(path, [fields[0]?.label.id.slice(0, 40) ?? '', fields[0]?.id ?? ''])}
          >
            {said.addColumn}
          </Press>
        </span>
      )}
    </>
  );
}

function fieldsOf({ letter, people }: PaperView, id: string): readonly LetterField[] {
  const section = letter.sections.find((one) => one.id === id);
  return section === undefined ? [] : [...setOf(people, section.people), ...section.fields];
}

type Option = readonly [value: string, label: string];

const sectionOptions = (
  sections: readonly LetterSection[],
  own: string,
  pick: (both: LetterSection['title']) => string,
): Option[] =>
  withOwn(
    sections.map(({ id, title }) => [id, pick(title)] as const),
    own,
  );

/** What stands there is shown, also where there is no such thing any more. */
const withOwn = (options: readonly Option[], own: string): Option[] =>
  options.some(([id]) => id === own) ? [...options] : [...options, [own, own]];
