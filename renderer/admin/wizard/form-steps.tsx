import type { ReactNode } from 'react';
import type { SettingsPart } from '../../../contract/settings.ts';
import { useWords } from '../../i18n/staff.ts';
import { hueStyle } from '../../ui/service-look.ts';
import { SaveBar } from '../form/save-bar.tsx';
import { type Form, useForm } from '../form/use-form.ts';
import { planName } from '../hours/plan-names.ts';
import { WeekTable } from '../hours/week-table.tsx';
import { TypeAndName } from '../look/office-tab.tsx';
import { Switch } from '../parts/controls.tsx';
import { Card, PageFrame, Stack } from '../parts/frame.tsx';
import rows from '../parts/rows.module.css';
import { CountersTab } from '../services/counters-tab.tsx';
import { offered, switched } from './shipped.ts';
import type { StepProps } from './step-foot.tsx';
import type { Step } from './steps.ts';
import css from './wizard.module.css';

/** The steps that change a file of the settings. */

export function OfficeStep(props: StepProps) {
  const form = useStepForm('lounge', props);
  return (
    <FormStep step="office" form={form} props={props}>
      <Card>
        <TypeAndName form={form} />
      </Card>
    </FormStep>
  );
}

/** The first plan only: most lounges need no other, and the page has them all. */
export function HoursStep(props: StepProps) {
  const { words } = useWords();
  const form = useStepForm('calendar', props);
  const plans = Object.entries(form.content.hours).slice(0, 2);
  return (
    <FormStep step="hours" form={form} props={props}>
      {plans.map(([id, week]) => (
        <Card key={id} title={planName(words, id)}>
          <WeekTable
            week={week}
            at={['hours', id]}
            problem={form.problem}
            onChange={(next) => form.set(['hours', id], next)}
          />
        </Card>
      ))}
    </FormStep>
  );
}

export function ServicesStep(props: StepProps) {
  const { pick } = useWords();
  const form = useStepForm('services', props);
  return (
    <FormStep step="services" form={form} props={props}>
      <Card>
        <ul className={css.offers}>
          {offered(form.content).map(({ service, on }) => (
            <li key={service.id} className={rows.row}>
              <span className={rows.mark} style={hueStyle(service.hue)} aria-hidden="true">
                {service.letter}
              </span>
              <Switch
                label={pick(service.name)}
                on={on}
                onChange={(turned) => form.set([], switched(form.content, service, turned))}
              />
            </li>
          ))}
        </ul>
      </Card>
    </FormStep>
  );
}

export function CountersStep(props: StepProps) {
  const form = useStepForm('services', props);
  return (
    <FormStep step="counters" form={form} props={props}>
      <CountersTab form={form} />
    </FormStep>
  );
}

const useStepForm = <P extends SettingsPart>(part: P, { settings, onNext }: StepProps) =>
  useForm(part, settings, onNext);

interface FrameProps {
  step: Step;
  form: Form<unknown>;
  props: StepProps;
  children: ReactNode;
}

function FormStep({ step, form, props, children }: FrameProps) {
  const { words } = useWords();
  const said = words.admin.wizard;
  return (
    <PageFrame
      title={said.steps[step].title}
      detail={said.steps[step].detail}
      foot={<SaveBar form={form} onward={{ label: said.next, onPress: props.onNext, back: props.back }} />}
    >
      <Stack>{children}</Stack>
    </PageFrame>
  );
}
