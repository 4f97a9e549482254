import { Plus } from 'lucide-react';
import type { LetterRequirement } from '../../../contract/letters.ts';
import { officeWords, useOfficeWords } from '../../i18n/office-letters.ts';
import { BothFields } from '../form/both.tsx';
import { Chips, Press, Switch } from '../parts/controls.tsx';
import { Card, Empty } from '../parts/frame.tsx';
import { ConditionLine } from './condition-line.tsx';
import { Fold, Tools, Wrong } from './fold.tsx';
import { newRequirement } from './letter-draft.ts';
import type { LetterView } from './letter-view.ts';
import css from './letters.module.css';

const kinds = ['show', 'copy', 'check'] as const;

/** What residents bring, in the order in which they read it. */
export function RequirementsTab({
  requirements,
  ...view
}: LetterView & { requirements: readonly LetterRequirement[] }) {
  const { words, pick } = useOfficeWords();
  const { form } = view;
  const said = words.requirements;
  const fresh = { id: officeWords.id.requirements.fresh, en: officeWords.en.requirements.fresh };
  return (
    <Card title={said.title}>
      <Wrong text={form.problem(['requirements'])} />
      {requirements.length === 0 && <Empty>{said.none}</Empty>}
      <div className={css.folds}>
        {requirements.map((requirement, index) => (
          <Fold
            key={requirement.id}
            name={pick(requirement.name)}
            note={said.kinds[requirement.kind]}
            marked={form.marked(['requirements', index])}
            tools={
              <Tools
                name={pick(requirement.name)}
                index={index}
                length={requirements.length}
                onMove={(by) => form.move(['requirements'], index, by)}
                onRemove={() => form.remove(['requirements'], index)}
              />
            }
          >
            <Requirement {...view} requirement={requirement} index={index} />
          </Fold>
        ))}
      </div>
      {requirements.length < 14 && (
        <span>
          <Press icon={<Plus />} onPress={() => form.add(['requirements'], newRequirement(fresh, requirements))}>
            {said.add}
          </Press>
        </span>
      )}
    </Card>
  );
}

function Requirement({ requirement, index, ...view }: LetterView & { requirement: LetterRequirement; index: number }) {
  const { words } = useOfficeWords();
  const { form } = view;
  const said = words.requirements;
  const at = (...rest: string[]) => ['requirements', index, ...rest];
  return (
    <>
      <Wrong text={form.problem(at()) ?? form.problem(at('id'))} />
      <BothFields form={form} at={at('name')} value={requirement.name} label={said.name} tall />
      <Chips
        label={said.kind}
        options={kinds.map((kind) => [kind, said.kinds[kind]])}
        chosen={[requirement.kind]}
        problem={form.problem(at('kind'))}
        onToggle={(kind) => form.set(at('kind'), kind)}
      />
      <Switch
        label={said.optional}
        hint={said.optionalHint}
        on={requirement.optional}
        onChange={(on) => form.set(at('optional'), on)}
      />
      <Switch label={said.ikd} on={requirement.ikd} onChange={(on) => form.set(at('ikd'), on)} />
      <Switch
        label={said.rtRw}
        hint={said.rtRwHint}
        on={requirement.rtRw}
        onChange={(on) => form.set(at('rtRw'), on)}
      />
      {view.letter !== null && <ConditionLine {...view} at={at()} when={requirement.when} />}
    </>
  );
}
