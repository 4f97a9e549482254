import { ChevronDown, ChevronUp, Plus } from 'lucide-react';
import type { ServicesFile } from '../../../contract/catalogue.ts';
import type { SettingsSnapshot } from '../../../contract/settings.ts';
import { useWords } from '../../i18n/staff.ts';
import { hueStyle } from '../../ui/service-look.ts';
import { useChoice } from '../form/use-choice.ts';
import type { Form } from '../form/use-form.ts';
import { Press } from '../parts/controls.tsx';
import { Card, Empty } from '../parts/frame.tsx';
import rows from '../parts/rows.module.css';
import { newService } from './service-draft.ts';
import { ServiceFields } from './service-fields.tsx';
import css from './services.module.css';

interface Props {
  form: Form<ServicesFile>;
  settings: SettingsSnapshot;
}

/** The services in the order of the kiosk; the chosen one is filled in beside them. */
export function ServicesTab({ form, settings }: Props) {
  const { words, pick } = useWords();
  const said = words.admin.services;
  const { services } = form.content;
  const plans = Object.keys(settings.calendar.hours);
  const marked = services.find((_, index) => form.marked(['services', index]))?.id;
  const [chosen, setChosen] = useChoice<string | null>(form.wrong, marked, null);
  const found = services.findIndex(({ id }) => id === chosen);
  const at = Math.max(0, found);
  const service = services[at];
  const named = service === undefined ? '' : pick(service.name);
  const move = (by: -1 | 1) => {
    if (service === undefined) return;
    setChosen(service.id);
    form.move(['services'], at, by);
  };
  const add = () => {
    const fresh = newService(form.content, plans, settings.lounge.spareLetter, said.newName);
    form.add(['services'], fresh);
    setChosen(fresh.id);
  };
  return (
    <div className={css.split}>
      <Card
        title={said.order}
        tools={
          <>
            <Press
              kind="bare"
              icon={<ChevronUp />}
              label={words.admin.up(named)}
              disabled={at === 0}
              onPress={() => move(-1)}
            />
            <Press
              kind="bare"
              icon={<ChevronDown />}
              label={words.admin.down(named)}
              disabled={at >= services.length - 1}
              onPress={() => move(1)}
            />
            <Press icon={<Plus />} onPress={add}>
              {said.add}
            </Press>
          </>
        }
      >
        <ul className={rows.rows}>
          {services.map(({ id, letter, hue, name }, index) => (
            <li key={id}>
              <button
                type="button"
                className={`${rows.row ?? ''} ${rows.choice ?? ''}`}
                aria-current={index === at ? 'true' : undefined}
                onClick={() => setChosen(id)}
              >
                <span className={rows.mark} style={hueStyle(hue)}>
                  {letter}
                </span>
                <span className={rows.main}>
                  <span className={rows.name}>{pick(name)}</span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      </Card>
      {service === undefined ? (
        <Empty>{said.none}</Empty>
      ) : (
        <ServiceFields
          key={service.id}
          form={form}
          at={at}
          service={service}
          plans={plans}
          onRemove={() => {
            form.remove(['services'], at);
            setChosen(null);
          }}
        />
      )}
    </div>
  );
}
