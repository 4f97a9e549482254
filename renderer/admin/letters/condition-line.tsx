import { Filter } from 'lucide-react';
import { useState } from 'react';
import type { Condition, LetterDefinition, PeopleFile } from '../../../contract/letters.ts';
import { possibleFields, withPeople } from '../../../contract/letters-whole.ts';
import { useOfficeWords } from '../../i18n/office-letters.ts';
import type { Path } from '../form/draft.ts';
import { Chips, Press, SelectField } from '../parts/controls.tsx';
import { Wrong } from './fold.tsx';
import type { LetterView } from './letter-view.ts';
import css from './letters.module.css';
import { conditionWords } from './text-places.ts';

interface Props extends LetterView {
  at: Path;
  when: Condition | undefined;
}

/** When something holds, in words; it can be set by the answer to a choice, and taken away. */
export function ConditionLine({ form, letter, people, at, when }: Props) {
  const { words, pick } = useOfficeWords();
  const [changing, setChanging] = useState(false);
  const said = words.condition;
  const path = [...at, 'when'];
  const problem = form.marked(path) && form.wrong !== null ? pick(form.wrong.what) : undefined;
  const choices = choicesOf(letter, people);
  const chosen = choices.find(({ place }) => place === when?.field);
  const start = () => {
    setChanging(true);
    const first = choices[0];
    const answer = first?.field.options?.[0];
    if (when === undefined && first !== undefined && answer !== undefined)
      form.set(path, { field: first.place, is: [answer.id] });
  };
  const told = () => {
    if (when === undefined) return said.always;
    const { question, answers } = conditionWords(when, letter, people, pick);
    return said.only(question, answers);
  };
  return (
    <div className={css.condition}>
      <p className={css.conditionWords}>
        <Filter />
        {told()}
      </p>
      {when !== undefined && (
        <Press
          onPress={() => {
            setChanging(false);
            form.set(path, undefined);
          }}
        >
          {said.drop}
        </Press>
      )}
      {when === undefined && choices.length > 0 && <Press onPress={start}>{said.add}</Press>}
      {changing && when !== undefined && chosen !== undefined && (
        <div className={css.conditionForm}>
          <SelectField
            label={said.question}
            value={when.field}
            options={choices.map(({ place, field, section }) => [
              place,
              `${pick(section.title)}: ${pick(field.label)}`,
            ])}
            onChange={(place) => {
              const answer = choices.find((one) => one.place === place)?.field.options?.[0];
              if (answer !== undefined) form.set(path, { field: place, is: [answer.id] });
            }}
          />
          <Chips
            label={said.answers}
            options={(chosen.field.options ?? []).map(({ id, label }) => [id, pick(label)])}
            chosen={when.is}
            onToggle={(id) => {
              const is = when.is.includes(id) ? when.is.filter((one) => one !== id) : [...when.is, id];
              if (is.length > 0) form.set(path, { ...when, is });
            }}
          />
        </div>
      )}
      <Wrong text={problem} />
    </div>
  );
}

/** A redirect asks nothing, so nothing of it can hang on an answer. */
function choicesOf(letter: LetterDefinition | null, people: PeopleFile) {
  if (letter === null) return [];
  return possibleFields(withPeople(letter, people)).filter(
    ({ field, section, instance }) => field.type === 'choice' && instance === section.id,
  );
}
