import { Plus, Trash2, X } from 'lucide-react';
import type { ServiceSettings, ServicesFile } from '../../../contract/catalogue.ts';
import { useWords } from '../../i18n/staff.ts';
import { BothFields } from '../form/both.tsx';
import type { Form } from '../form/use-form.ts';
import { planName } from '../hours/plan-names.ts';
import { Chips, NumberField, Press, SelectField, TextField } from '../parts/controls.tsx';
import { Card, Fields, Stack } from '../parts/frame.tsx';
import { LookField } from './look-field.tsx';
import { toggledCounter } from './service-draft.ts';
import css from './services.module.css';

interface Props {
  form: Form<ServicesFile>;
  at: number;
  service: ServiceSettings;
  /** Ids of the plans of hours. */
  plans: readonly string[];
  onRemove: () => void;
}

export function ServiceFields({ form, at, service, plans, onRemove }: Props) {
  const { words, pick } = useWords();
  const said = words.admin.services;
  const path = (...rest: (string | number)[]) => ['services', at, ...rest];
  const { agencies, counters } = form.content;
  const planOptions = plans.map((id) => [id, planName(words, id)] as const);
  return (
    <Card
      title={`${service.letter} · ${pick(service.name)}`}
      tools={
        <Press kind="danger" icon={<Trash2 />} disabled={form.content.services.length === 1} onPress={onRemove}>
          {said.remove}
        </Press>
      }
    >
      <BothFields form={form} at={path('name')} value={service.name} label={said.name} />
      <Fields>
        <TextField
          label={said.letter}
          hint={said.letterHint}
          value={service.letter}
          maxLength={2}
          problem={form.problem(path('letter'))}
          onChange={(text) => form.set(path('letter'), text.toUpperCase())}
        />
        <SelectField
          label={said.agency}
          value={service.agencyId}
          problem={form.problem(path('agencyId'))}
          options={agencies.map(({ id, name }) => [id, pick(name)])}
          onChange={(id) => form.set(path('agencyId'), id)}
        />
      </Fields>
      <LookField form={form} at={at} service={service} />
      <Chips
        label={said.counters}
        options={counters.map(({ id, name }) => [id, pick(name)])}
        chosen={service.counters}
        problem={
          form.problem(path('counters')) ??
          service.counters.map((_, index) => form.problem(path('counters', index))).find((text) => text !== undefined)
        }
        onToggle={(id) => form.set(path('counters'), toggledCounter(service, id, counters))}
      />
      <Fields>
        <SelectField
          label={said.serving}
          value={service.serving}
          problem={form.problem(path('serving'))}
          options={planOptions}
          onChange={(id) => form.set(path('serving'), id)}
        />
        <SelectField
          label={said.taking}
          value={service.taking ?? ''}
          problem={form.problem(path('taking'))}
          options={[['', said.takingSame], ...planOptions]}
          onChange={(id) => form.set(path('taking'), id === '' ? undefined : id)}
        />
      </Fields>
      <Fields>
        <NumberField
          label={said.minutes}
          unit={words.admin.minutes}
          value={service.minutesPerPerson ?? null}
          least={1}
          most={480}
          hint={said.minutesHint}
          problem={form.problem(path('minutesPerPerson'))}
          onChange={(value) => form.set(path('minutesPerPerson'), value ?? undefined)}
        />
        <NumberField
          label={said.quota}
          unit={said.numbers}
          value={service.dailyQuota ?? null}
          least={1}
          hint={said.quotaHint}
          problem={form.problem(path('dailyQuota'))}
          onChange={(value) => form.set(path('dailyQuota'), value ?? undefined)}
        />
        <NumberField
          label={said.lastTicket}
          unit={words.admin.minutes}
          value={service.lastTicketMinutes ?? null}
          least={0}
          most={240}
          hint={said.lastTicketHint}
          problem={form.problem(path('lastTicketMinutes'))}
          onChange={(value) => form.set(path('lastTicketMinutes'), value ?? undefined)}
        />
      </Fields>
      <Stack>
        <h3 className={css.sub}>{said.bring}</h3>
        {service.bring.map((item, index) => (
          // Two empty ones are alike: only the place tells them apart.
          <div key={index} className={css.bring}>
            <BothFields form={form} at={path('bring', index)} value={item} label={said.bringItem(index + 1)} />
            <Press
              kind="bare"
              icon={<X />}
              label={said.removeBring(pick(item))}
              onPress={() => form.remove(path('bring'), index)}
            />
          </div>
        ))}
        {service.bring.length < 6 && (
          <span>
            <Press icon={<Plus />} onPress={() => form.add(path('bring'), { id: '', en: '' })}>
              {said.addBring}
            </Press>
          </span>
        )}
      </Stack>
    </Card>
  );
}
