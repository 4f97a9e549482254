import { Plus, Printer, UserRoundPlus } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../../i18n/staff.ts';
import { MachineList } from '../machines/machines.tsx';
import { NetworkCard } from '../network/network-card.tsx';
import { Press } from '../parts/controls.tsx';
import { Card, Empty, PageFrame, Stack } from '../parts/frame.tsx';
import rows from '../parts/rows.module.css';
import { PeopleList } from '../people/people.tsx';
import { PrinterBadge } from '../today/machines-card.tsx';
import { useCounters } from '../today/use-counters.ts';
import { StepFoot, type StepProps } from './step-foot.tsx';
import css from './wizard.module.css';

/** The steps that act at once. */

export function PrinterStep({ onNext, back }: StepProps) {
  const { words } = useWords();
  const counters = useCounters();
  const said = words.admin.wizard;
  const printers = counters?.find(({ snapshot }) => snapshot !== undefined)?.snapshot?.printers ?? [];
  return (
    <PageFrame
      title={said.steps.printer.title}
      detail={said.steps.printer.detail}
      foot={<StepFoot back={back} label={said.next} onNext={onNext} />}
    >
      <Stack>
        <Card title={said.printers}>
          {printers.length === 0 && <Empty>{said.noPrinter}</Empty>}
          <ul className={rows.rows}>
            {printers.map(({ device, name, condition }) => (
              <li key={device} className={rows.row}>
                <Printer />
                <span className={rows.main}>
                  <span className={rows.name}>{name}</span>
                </span>
                <PrinterBadge condition={condition} />
              </li>
            ))}
          </ul>
        </Card>
        <Card title={said.printerHow}>
          <ol className={css.how}>
            {said.printerSteps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <code className={css.command}>npm start -- --printer tcp://192.168.1.50:9100</code>
        </Card>
      </Stack>
    </PageFrame>
  );
}

export function MachinesStep({ onNext, back }: StepProps) {
  const { words } = useWords();
  const [pairing, setPairing] = useState(false);
  const said = words.admin;
  return (
    <PageFrame
      title={said.wizard.steps.machines.title}
      detail={said.wizard.steps.machines.detail}
      tools={
        <Press kind="plain" icon={<Plus />} onPress={() => setPairing(true)}>
          {said.machines.pair}
        </Press>
      }
      foot={<StepFoot back={back} label={said.wizard.next} onNext={onNext} />}
    >
      <Stack>
        <NetworkCard />
        <Card title={said.pages.machines}>
          <MachineList pairing={pairing} onPaired={() => setPairing(false)} onNetwork={() => setPairing(false)} />
        </Card>
      </Stack>
    </PageFrame>
  );
}

export function PeopleStep({ onNext, back }: StepProps) {
  const { words } = useWords();
  const [adding, setAdding] = useState(false);
  const said = words.admin;
  return (
    <PageFrame
      title={said.wizard.steps.people.title}
      detail={said.wizard.steps.people.detail}
      tools={
        <Press kind="plain" icon={<UserRoundPlus />} onPress={() => setAdding(true)}>
          {said.people.add}
        </Press>
      }
      foot={<StepFoot back={back} label={said.wizard.next} onNext={onNext} />}
    >
      <Card>
        <PeopleList me={null} adding={adding} onAdded={() => setAdding(false)} />
      </Card>
    </PageFrame>
  );
}
