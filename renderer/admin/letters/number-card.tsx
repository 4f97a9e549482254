import { writeNumber } from '../../../contract/letter-numbers.ts';
import { useOfficeWords } from '../../i18n/office-letters.ts';
import { Chips, SelectField, TextField } from '../parts/controls.tsx';
import { Card, Fields } from '../parts/frame.tsx';
import { Wrong } from './fold.tsx';
import css from './letters.module.css';
import type { OfficeView } from './office-cards.tsx';
import { PlaceText } from './place-text.tsx';

const kinds = ['common', 'register', 'letter'] as const;
const papers = ['F4', 'A4'] as const;
const parts = ['class', 'seq:3', 'seq', 'unit', 'month', 'roman', 'year'] as const;

/** How letters are numbered, with the next number as an example, and on which paper. @param today YYYY-MM-DD */
export function NumberCard({ form, village, today }: OfficeView & { today: string }) {
  const { words } = useOfficeWords();
  const said = words.office;
  const { numbering, unitCode, paper } = village;
  const path = ['numbering', 'pattern'];
  const example = writeNumber(numbering.pattern, { classCode: '400.12.2.1', seq: 7, unit: unitCode, date: today });
  return (
    <Card title={said.numbering}>
      <Wrong text={form.problem(['numbering'])} />
      <Fields>
        <TextField
          label={said.unitCode}
          hint={said.unitCodeHint}
          value={unitCode}
          maxLength={16}
          problem={form.problem(['unitCode'])}
          onChange={(typed) => form.set(['unitCode'], typed)}
        />
        <SelectField
          label={said.series}
          value={numbering.series}
          options={kinds.map((kind) => [kind, said.seriesKinds[kind]])}
          problem={form.problem(['numbering', 'series'])}
          onChange={(kind) => form.set(['numbering', 'series'], kind)}
        />
      </Fields>
      <PlaceText
        line
        label={said.pattern}
        hint={said.patternHint}
        value={numbering.pattern}
        places={parts.map((place) => ({
          place,
          group: said.patternParts,
          name: said.parts[place],
          label: said.parts[place],
        }))}
        problem={form.problem(path)}
        onChange={(typed) => form.set(path, typed)}
      />
      <p className={css.example} role="status">
        {said.example(example)}
      </p>
      <Chips
        label={said.paper}
        options={papers.map((size) => [size, said.papers[size]])}
        chosen={[paper]}
        problem={form.problem(['paper'])}
        onToggle={(size) => form.set(['paper'], size)}
      />
    </Card>
  );
}
