import { Plus } from 'lucide-react';
import type { Official } from '../../../contract/village.ts';
import { useOfficeWords } from '../../i18n/office-letters.ts';
import { Press, SelectField, TextField } from '../parts/controls.tsx';
import { Card, Fields } from '../parts/frame.tsx';
import { Fold, Tools, Wrong } from './fold.tsx';
import { newWord } from './letter-draft.ts';
import css from './letters.module.css';
import type { OfficeView } from './office-cards.tsx';
import { newOfficial } from './office-words.ts';

const mandates = ['own', 'a.n.', 'u.b.', 'Plt.', 'Plh.'] as const satisfies readonly Official['signsAs'][];

/** Who may sign, in the order in which they are proposed, and the camat. */
export function OfficialsCard({ form, village }: OfficeView) {
  const { words } = useOfficeWords();
  const said = words.office;
  const { officials, camat } = village;
  const fresh = () =>
    newOfficial(
      said.freshPosition,
      said.freshOfficial,
      newWord(
        said.freshPosition,
        officials.map(({ id }) => id),
      ),
    );
  return (
    <>
      <Card title={said.officials} detail={said.officialsDetail}>
        <Wrong text={form.problem(['officials'])} />
        <div className={css.folds}>
          {officials.map((official, index) => (
            <Fold
              key={official.id}
              name={official.name}
              note={`${official.position} · ${said.mandates[official.signsAs]}`}
              marked={form.marked(['officials', index])}
              tools={
                <Tools
                  name={official.name}
                  index={index}
                  length={officials.length}
                  onMove={(by) => form.move(['officials'], index, by)}
                  onRemove={officials.length > 1 ? () => form.remove(['officials'], index) : undefined}
                />
              }
            >
              <OfficialFields form={form} official={official} index={index} />
            </Fold>
          ))}
        </div>
        {officials.length < 20 && (
          <span>
            <Press icon={<Plus />} onPress={() => form.add(['officials'], fresh())}>
              {said.addOfficial}
            </Press>
          </span>
        )}
      </Card>
      <Card title={said.camat} detail={said.camatDetail}>
        <Wrong text={form.problem(['camat'])} />
        <Fields>
          <TextField
            label={said.officialName}
            hint={words.editor.optionalEmpty}
            value={camat.name ?? ''}
            maxLength={80}
            problem={form.problem(['camat', 'name'])}
            onChange={(typed) => form.set(['camat', 'name'], typed === '' ? null : typed)}
          />
          <TextField
            label={said.nip}
            hint={said.nipHint}
            value={camat.nip ?? ''}
            maxLength={24}
            problem={form.problem(['camat', 'nip'])}
            onChange={(typed) => form.set(['camat', 'nip'], nipOf(typed))}
          />
        </Fields>
      </Card>
    </>
  );
}

/** Written in groups on letters and cards; kept as digits. */
const nipOf = (typed: string): string | null => {
  const digits = typed.replaceAll(/\s/g, '');
  return digits === '' ? null : digits;
};

function OfficialFields({ form, official, index }: Pick<OfficeView, 'form'> & { official: Official; index: number }) {
  const { words } = useOfficeWords();
  const said = words.office;
  const at = (...rest: string[]) => ['officials', index, ...rest];
  return (
    <>
      <Wrong text={form.problem(at()) ?? form.problem(at('id'))} />
      <Fields>
        <TextField
          label={said.officialName}
          value={official.name}
          maxLength={80}
          problem={form.problem(at('name'))}
          onChange={(typed) => form.set(at('name'), typed)}
        />
        <TextField
          label={said.position}
          value={official.position}
          maxLength={60}
          problem={form.problem(at('position'))}
          onChange={(typed) => form.set(at('position'), typed)}
        />
      </Fields>
      <SelectField
        label={said.signsAs}
        value={official.signsAs}
        options={mandates.map((mandate) => [mandate, said.mandates[mandate]])}
        problem={form.problem(at('signsAs'))}
        onChange={(mandate) => form.set(at('signsAs'), mandate)}
      />
      <Fields>
        <TextField
          label={said.nip}
          hint={said.nipHint}
          value={official.nip ?? ''}
          maxLength={24}
          problem={form.problem(at('nip'))}
          onChange={(typed) => form.set(at('nip'), nipOf(typed))}
        />
        <TextField
          label={said.rank}
          hint={words.editor.optionalEmpty}
          value={official.rank ?? ''}
          maxLength={40}
          problem={form.problem(at('rank'))}
          onChange={(typed) => form.set(at('rank'), typed === '' ? null : typed)}
        />
      </Fields>
    </>
  );
}
