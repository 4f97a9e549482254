import { Plus, UsersRound } from 'lucide-react';
import type { LetterSection } from '../../../contract/letters.ts';
import { setOf } from '../../../contract/letters-whole.ts';
import { officeWords, useOfficeWords } from '../../i18n/office-letters.ts';
import { BothFields } from '../form/both.tsx';
import { NumberField, Press } from '../parts/controls.tsx';
import { Stack } from '../parts/frame.tsx';
import { ConditionLine } from './condition-line.tsx';
import { FieldFields } from './field-fields.tsx';
import { Fold, Tools, Wrong } from './fold.tsx';
import { fieldIds, isUsed, newField, newSection, timesOf } from './letter-draft.ts';
import type { WholeLetterView } from './letter-view.ts';
import css from './letters.module.css';

/** What is asked, part by part. */
export function QuestionsTab(view: WholeLetterView) {
  const { words, pick } = useOfficeWords();
  const { form, letter } = view;
  const { sections } = letter;
  const said = words.questions;
  const title = { id: officeWords.id.questions.freshSection, en: officeWords.en.questions.freshSection };
  return (
    <Stack>
      <Wrong text={form.problem(['sections'])} />
      <div className={css.folds}>
        {sections.map((section, index) => (
          <Fold
            key={section.id}
            name={pick(section.title)}
            note={labelsOf(view, section).map(pick).join(', ')}
            marked={form.marked(['sections', index])}
            tools={
              <Tools
                name={pick(section.title)}
                index={index}
                length={sections.length}
                onMove={(by) => form.move(['sections'], index, by)}
                onRemove={
                  sections.length > 1 && !isUsed(letter, section.id)
                    ? () => form.remove(['sections'], index)
                    : undefined
                }
              />
            }
          >
            <SectionFields {...view} section={section} index={index} />
          </Fold>
        ))}
      </div>
      {sections.length < 14 && (
        <span>
          <Press icon={<Plus />} onPress={() => form.add(['sections'], newSection(title, freshField([]), sections))}>
            {said.addSection}
          </Press>
        </span>
      )}
    </Stack>
  );
}

const labelsOf = ({ people }: WholeLetterView, section: LetterSection) =>
  [...setOf(people, section.people), ...section.fields].map(({ label }) => label);

const { id: inIndonesian, en: inEnglish } = officeWords;

const freshField = (taken: readonly string[]) =>
  newField(
    'text',
    { id: inIndonesian.questions.freshField, en: inEnglish.questions.freshField },
    { id: inIndonesian.questions.freshAsk, en: inEnglish.questions.freshAsk },
    taken,
    inIndonesian.questions.firstOptions,
  );

function SectionFields({ section, index, ...view }: WholeLetterView & { section: LetterSection; index: number }) {
  const { words, pick } = useOfficeWords();
  const { form, letter, people } = view;
  const said = words.questions;
  const at = (...rest: (string | number)[]) => ['sections', index, ...rest];
  const ofPeople = setOf(people, section.people);
  const used = isUsed(letter, section.id);
  return (
    <>
      <Wrong text={form.problem(at()) ?? form.problem(at('id')) ?? form.problem(at('people'))} />
      {used && <p className={css.hint}>{words.editor.used}</p>}
      <BothFields form={form} at={at('title')} value={section.title} label={said.section} maxLength={60} />
      {section.most !== 1 && (
        <NumberField
          label={said.most}
          least={1}
          most={12}
          value={section.most}
          problem={form.problem(at('most'))}
          onChange={(most) => form.set(at('most'), timesOf(most))}
        />
      )}
      <ConditionLine {...view} at={at()} when={section.when} />
      {ofPeople.length > 0 && (
        <div className={css.people}>
          <UsersRound />
          <span className={css.foldWords}>
            <span className={css.foldTitle}>{said.people}</span>
            <span className={css.foldNote}>{said.peopleDetail(ofPeople.map(({ label }) => pick(label)))}</span>
          </span>
        </div>
      )}
      <Wrong text={form.problem(at('fields'))} />
      <div className={css.folds}>
        {section.fields.map((field, nth) => {
          const inUse = isUsed(letter, section.id, field.id);
          const notes = [
            said.types[field.type],
            ...(field.required ? [] : [said.notRequired]),
            ...(field.asked === 'desk' ? [said.atDesk] : []),
          ];
          return (
            <Fold
              key={field.id}
              name={pick(field.label)}
              note={notes.join(' · ')}
              marked={form.marked(at('fields', nth))}
              tools={
                <Tools
                  name={pick(field.label)}
                  index={nth}
                  length={section.fields.length}
                  onMove={(by) => form.move(at('fields'), nth, by)}
                  onRemove={inUse ? undefined : () => form.remove(at('fields'), nth)}
                />
              }
            >
              {inUse && <p className={css.hint}>{words.editor.used}</p>}
              <FieldFields {...view} field={field} at={at('fields', nth)} />
            </Fold>
          );
        })}
      </div>
      {section.fields.length < 40 && (
        <span>
          <Press icon={<Plus />} onPress={() => form.add(at('fields'), freshField(fieldIds(section, people)))}>
            {said.addField}
          </Press>
        </span>
      )}
    </>
  );
}
