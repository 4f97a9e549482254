import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { CalendarFile } from '../../../contract/catalogue.ts';
import type { SettingsSnapshot } from '../../../contract/settings.ts';
import { useWords } from '../../i18n/staff.ts';
import { Dialog } from '../../staff/dialog.tsx';
import { newId } from '../form/new-id.ts';
import { useChoice } from '../form/use-choice.ts';
import type { Form } from '../form/use-form.ts';
import { Press, TextField } from '../parts/controls.tsx';
import { Card } from '../parts/frame.tsx';
import rows from '../parts/rows.module.css';
import css from './hours.module.css';
import { planName } from './plan-names.ts';
import { WeekTable } from './week-table.tsx';

interface Props {
  form: Form<CalendarFile>;
  settings: SettingsSnapshot;
}

/** The plans of hours: when something is served, and when numbers are given. The chosen one is filled in beside the list. */
export function WeekTab({ form, settings }: Props) {
  const { words, pick } = useWords();
  const [adding, setAdding] = useState(false);
  const said = words.admin.hours;
  const { hours } = form.content;
  const ids = Object.keys(hours);
  const marked = ids.find((id) => form.marked(['hours', id]));
  const [chosen, setChosen] = useChoice<string | null>(form.wrong, marked, null);
  const at = chosen !== null && chosen in hours ? chosen : ids[0];
  const { services } = settings.services;
  const usersOf = (plan: string) => services.filter(({ serving, taking }) => serving === plan || taking === plan);
  const week = at === undefined ? undefined : hours[at];
  return (
    <div className={css.split}>
      <Card title={said.planList}>
        <ul className={rows.rows}>
          {ids.map((id) => (
            <li key={id}>
              <button
                type="button"
                className={`${rows.row ?? ''} ${rows.choice ?? ''}`}
                aria-current={id === at ? 'true' : undefined}
                onClick={() => setChosen(id)}
              >
                <span className={rows.main}>
                  <span className={rows.name}>{planName(words, id)}</span>
                  <span className={rows.note}>{said.users(usersOf(id).length)}</span>
                </span>
              </button>
            </li>
          ))}
        </ul>
        <span>
          <Press icon={<Plus />} onPress={() => setAdding(true)}>
            {said.addPlan}
          </Press>
        </span>
      </Card>
      {at !== undefined && week !== undefined && (
        <Card
          title={planName(words, at)}
          detail={
            usersOf(at).length === 0
              ? said.unused
              : said.usedBy(
                  usersOf(at)
                    .map(({ name }) => pick(name))
                    .join(', '),
                )
          }
          tools={
            usersOf(at).length === 0 && ids.length > 1 ? (
              <Press kind="danger" icon={<Trash2 />} onPress={() => form.set(['hours', at], undefined)}>
                {said.remove}
              </Press>
            ) : undefined
          }
        >
          <WeekTable
            week={week}
            at={['hours', at]}
            problem={form.problem}
            onChange={(next) => form.set(['hours', at], next)}
          />
        </Card>
      )}
      {adding && (
        <NewPlan
          onClose={() => setAdding(false)}
          onAdd={(name) => {
            const id = newId(name, ids);
            form.set(['hours', id], week ?? {});
            setChosen(id);
            setAdding(false);
          }}
        />
      )}
    </div>
  );
}

function NewPlan({ onAdd, onClose }: { onAdd: (name: string) => void; onClose: () => void }) {
  const { words } = useWords();
  const [name, setName] = useState('');
  const said = words.admin.hours;
  return (
    <Dialog title={said.addPlan} detail={said.addPlanDetail} onClose={onClose}>
      <TextField label={said.planName} hint={said.planHint} value={name} maxLength={40} first onChange={setName} />
      <div className={css.answers}>
        <Press onPress={onClose}>{words.admin.cancel}</Press>
        <Press kind="action" disabled={name.trim().length < 2} onPress={() => onAdd(name)}>
          {words.admin.add}
        </Press>
      </div>
    </Dialog>
  );
}
