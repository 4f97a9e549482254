import { ChevronDown, ChevronUp, Plus, Trash2 } from 'lucide-react';
import type { ServicesFile } from '../../../contract/catalogue.ts';
import { useWords } from '../../i18n/staff.ts';
import { BothFields } from '../form/both.tsx';
import { newId } from '../form/new-id.ts';
import type { Form } from '../form/use-form.ts';
import { Press, Switch } from '../parts/controls.tsx';
import { Card } from '../parts/frame.tsx';
import { usersOf } from './service-draft.ts';
import css from './services.module.css';

/** Where people are called to. */
export function CountersTab({ form }: { form: Form<ServicesFile> }) {
  const { words, pick } = useWords();
  const said = words.admin.services;
  const { counters } = form.content;
  const add = () => {
    const nth = String(counters.length + 1);
    const id = newId(
      nth,
      counters.map((counter) => counter.id),
    );
    form.add(['counters'], { id, name: { id: `Loket ${nth}`, en: `Counter ${nth}` }, accessible: false });
  };
  return (
    <Card
      title={said.countersTitle}
      detail={said.countersDetail}
      tools={
        <Press icon={<Plus />} onPress={add}>
          {said.addCounter}
        </Press>
      }
    >
      {counters.map(({ id, name, accessible }, index) => {
        const users = usersOf(form.content, { counter: id });
        return (
          <div key={id} className={css.entry}>
            <div className={css.grows}>
              <BothFields
                form={form}
                at={['counters', index, 'name']}
                value={name}
                label={said.counterName}
                hint={
                  users.length > 0 ? said.serves(users.map((one) => pick(one.name)).join(', ')) : said.servesNothing
                }
              />
              <Switch
                label={said.accessible}
                on={accessible}
                onChange={(on) => form.set(['counters', index, 'accessible'], on)}
              />
            </div>
            <div className={css.moves}>
              <Press
                kind="bare"
                icon={<ChevronUp />}
                label={words.admin.up(pick(name))}
                disabled={index === 0}
                onPress={() => form.move(['counters'], index, -1)}
              />
              <Press
                kind="bare"
                icon={<ChevronDown />}
                label={words.admin.down(pick(name))}
                disabled={index === counters.length - 1}
                onPress={() => form.move(['counters'], index, 1)}
              />
              <Press
                kind="bare"
                icon={<Trash2 />}
                label={said.removeNamed(pick(name))}
                disabled={users.length > 0}
                onPress={() => form.remove(['counters'], index)}
              />
            </div>
          </div>
        );
      })}
    </Card>
  );
}
