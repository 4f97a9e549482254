import { Plus, Trash2 } from 'lucide-react';
import type { ServicesFile } from '../../../contract/catalogue.ts';
import { useWords } from '../../i18n/staff.ts';
import { BothFields } from '../form/both.tsx';
import { newId } from '../form/new-id.ts';
import type { Form } from '../form/use-form.ts';
import { Press } from '../parts/controls.tsx';
import { Card } from '../parts/frame.tsx';
import { usersOf } from './service-draft.ts';
import css from './services.module.css';

/** Whose services these are. */
export function AgenciesTab({ form }: { form: Form<ServicesFile> }) {
  const { words, pick } = useWords();
  const said = words.admin.services;
  const { agencies } = form.content;
  const add = () => {
    const id = newId(
      said.newAgency,
      agencies.map((agency) => agency.id),
    );
    form.add(['agencies'], { id, name: { id: '', en: '' } });
  };
  return (
    <Card
      detail={said.agenciesDetail}
      title={said.agencies}
      tools={
        <Press icon={<Plus />} onPress={add}>
          {said.addAgency}
        </Press>
      }
    >
      {agencies.map(({ id, name }, index) => {
        const users = usersOf(form.content, { agency: id });
        return (
          <div key={id} className={css.entry}>
            <BothFields
              form={form}
              at={['agencies', index, 'name']}
              value={name}
              label={said.agencyName}
              {...(users.length > 0 ? { hint: said.usedBy(users.map((one) => pick(one.name)).join(', ')) } : {})}
            />
            <Press
              kind="bare"
              icon={<Trash2 />}
              label={said.removeNamed(pick(name))}
              disabled={users.length > 0}
              onPress={() => form.remove(['agencies'], index)}
            />
          </div>
        );
      })}
    </Card>
  );
}
