import { Check } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { SettingsSnapshot } from '../../../contract/settings.ts';
import { useWords } from '../../i18n/staff.ts';
import { Sign } from '../../ui/motif.tsx';
import { useDesk } from '../desk.ts';
import { useWork } from '../use-work.ts';
import { BackupStep } from './backup-step.tsx';
import { CountersStep, HoursStep, OfficeStep, ServicesStep } from './form-steps.tsx';
import { MachinesStep, PeopleStep, PrinterStep } from './list-steps.tsx';
import type { StepProps } from './step-foot.tsx';
import { nextStep, previousStep, type Step, steps } from './steps.ts';
import { TestStep } from './test-step.tsx';
import css from './wizard.module.css';

interface Props {
  settings: SettingsSnapshot;
  onLanguage: () => void;
  onEnd: () => void;
  /** News of what was just saved. */
  toast: ReactNode;
}

/** What each step is given: the way on and back. */
/** From an empty house to a lounge that gives numbers, in nine short steps. */
export function Wizard({ settings, onLanguage, onEnd, toast }: Props) {
  const { words } = useWords();
  const { client } = useDesk();
  const work = useWork();
  const [step, setStep] = useState<Step>('office');
  const said = words.admin.wizard;
  const finish = () => work.run(() => client.settings.finishFirstStart({}), onEnd);
  const next = nextStep(step);
  const previous = previousStep(step);
  const props: StepProps = {
    settings,
    onNext: next === null ? finish : () => setStep(next),
    back: previous === null ? null : { label: said.back, onPress: () => setStep(previous) },
  };
  return (
    <div className={css.wizard}>
      <aside className={css.rail}>
        <p className={css.house}>
          <Sign className={css.sign ?? ''} />
          {said.title}
        </p>
        <ol className={css.steps}>
          {steps.map((key, place) => (
            <li
              key={key}
              className={css.step}
              aria-current={key === step ? 'step' : undefined}
              data-done={place < steps.indexOf(step) || undefined}
            >
              <span className={css.place}>{place < steps.indexOf(step) ? <Check /> : place + 1}</span>
              {said.steps[key].short}
            </li>
          ))}
        </ol>
        <div className={css.ways}>
          <button type="button" className={css.way} onClick={onLanguage}>
            {words.counter.menu.language}
          </button>
          <button type="button" className={css.way} disabled={work.busy} onClick={finish}>
            {said.skip}
          </button>
        </div>
      </aside>
      <main className={css.main}>
        {show()}
        {toast}
      </main>
    </div>
  );

  function show() {
    switch (step) {
      case 'office':
        return <OfficeStep {...props} />;
      case 'hours':
        return <HoursStep {...props} />;
      case 'services':
        return <ServicesStep {...props} />;
      case 'counters':
        return <CountersStep {...props} />;
      case 'printer':
        return <PrinterStep {...props} />;
      case 'machines':
        return <MachinesStep {...props} />;
      case 'people':
        return <PeopleStep {...props} />;
      case 'backup':
        return <BackupStep {...props} />;
      case 'test':
        return <TestStep {...props} />;
    }
  }
}
