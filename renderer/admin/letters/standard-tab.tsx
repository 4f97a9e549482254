import { Plus } from 'lucide-react';
import type { LetterFile } from '../../../contract/letters.ts';
import { officeWords, useOfficeWords } from '../../i18n/office-letters.ts';
import { BothFields } from '../form/both.tsx';
import type { Form } from '../form/use-form.ts';
import { NumberField, Press, TextField } from '../parts/controls.tsx';
import { Card, Fields, Stack } from '../parts/frame.tsx';
import { Tools, Wrong } from './fold.tsx';
import css from './letters.module.css';

/** What the office promises (UU 25/2009 on public service): steps, time, fee, result, and by which rules. */
export function StandardTab({ form, standard }: { form: Form<unknown>; standard: LetterFile['standard'] }) {
  const { words } = useOfficeWords();
  const said = words.standard;
  const at = (...rest: (string | number)[]) => ['standard', ...rest];
  const { procedure, legalBasis } = standard;
  const step = { id: officeWords.id.standard.freshStep, en: officeWords.en.standard.freshStep };
  return (
    <Stack>
      <Card title={said.promise}>
        <Wrong text={form.problem(at())} />
        <Fields>
          <NumberField
            label={said.minutes}
            hint={said.minutesHint}
            unit={said.minutesUnit}
            least={1}
            most={43_200}
            value={standard.minutes}
            problem={form.problem(at('minutes'))}
            onChange={(minutes) => form.set(at('minutes'), minutes)}
          />
          <NumberField
            label={said.fee}
            hint={said.feeHint}
            unit="Rp"
            least={0}
            value={standard.fee}
            problem={form.problem(at('fee'))}
            onChange={(fee) => form.set(at('fee'), fee ?? 0)}
          />
        </Fields>
        <BothFields form={form} at={at('product')} value={standard.product} label={said.product} />
        <Fields>
          <TextField
            label={said.version}
            value={standard.version}
            maxLength={20}
            problem={form.problem(at('version'))}
            onChange={(text) => form.set(at('version'), text)}
          />
          <TextField
            label={said.date}
            type="date"
            value={standard.date}
            problem={form.problem(at('date'))}
            onChange={(date) => form.set(at('date'), date)}
          />
        </Fields>
      </Card>
      <Card title={said.procedure}>
        <Wrong text={form.problem(at('procedure'))} />
        {procedure.map((item, index) => (
          // Two empty ones are alike: only the place tells them apart.
          <div key={index} className={css.item}>
            <BothFields
              form={form}
              at={at('procedure', index)}
              tall
              value={item}
              label={said.step(index + 1)}
              maxLength={160}
            />
            <Tools
              name={said.step(index + 1)}
              index={index}
              length={procedure.length}
              onMove={(by) => form.move(at('procedure'), index, by)}
              onRemove={procedure.length > 1 ? () => form.remove(at('procedure'), index) : undefined}
            />
          </div>
        ))}
        {procedure.length < 8 && (
          <span>
            <Press icon={<Plus />} onPress={() => form.add(at('procedure'), step)}>
              {said.addStep}
            </Press>
          </span>
        )}
      </Card>
      <Card title={said.basis}>
        <Wrong text={form.problem(at('legalBasis'))} />
        {legalBasis.map((rule, index) => (
          <div key={index} className={css.item}>
            <TextField
              label={said.basisNth(index + 1)}
              tall
              value={rule}
              maxLength={200}
              problem={form.problem(at('legalBasis', index))}
              onChange={(text) => form.set(at('legalBasis', index), text)}
            />
            <Tools
              name={said.basisNth(index + 1)}
              index={index}
              length={legalBasis.length}
              onMove={(by) => form.move(at('legalBasis'), index, by)}
              onRemove={() => form.remove(at('legalBasis'), index)}
            />
          </div>
        ))}
        {legalBasis.length < 8 && (
          <span>
            <Press icon={<Plus />} onPress={() => form.add(at('legalBasis'), said.freshBasis)}>
              {said.addBasis}
            </Press>
          </span>
        )}
      </Card>
    </Stack>
  );
}
