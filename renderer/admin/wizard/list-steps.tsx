import { Pencil, Plus, Printer, UserRoundPlus } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../../i18n/staff.ts';
import { useDesk } from '../desk.ts';
import { MachineList } from '../machines/machines.tsx';
import { OutletSheet } from '../machines/outlet-sheet.tsx';
import { NetworkCard } from '../network/network-card.tsx';
import { Press } from '../parts/controls.tsx';
import { Card, PageFrame, Stack, Waiting } from '../parts/frame.tsx';
import rows from '../parts/rows.module.css';
import { PeopleList } from '../people/people.tsx';
import { PrinterBadge } from '../today/printer-badge.tsx';
import { useList } from '../use-work.ts';
import { StepFoot, type StepProps } from './step-foot.tsx';
import css from './wizard.module.css';

/** The steps that act at once. */

/** ms */
const everyMs = 3_000;

export function PrinterStep({ onNext, back }: StepProps) {
  const { words } = useWords();
  const { client } = useDesk();
  const { value: outlets, again } = useList(client.printing.outlets, everyMs);
  const [chosen, setChosen] = useState<string | null>(null);
  const said = words.admin.wizard;
  const kiosk = outlets?.find(({ device }) => device === chosen);
  return (
    <PageFrame
      title={said.steps.printer.title}
      detail={said.steps.printer.detail}
      foot={<StepFoot back={back} label={said.next} onNext={onNext} />}
    >
      <Stack>
        <Card title={said.printerHow}>
          <ol className={css.how}>
            {said.printerSteps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </Card>
        <Card title={said.printers}>
          {outlets === undefined && <Waiting />}
          <ul className={rows.rows}>
            {outlets?.map(({ device, name, outlet, condition }) => (
              <li key={device} className={rows.row}>
                <Printer />
                <span className={rows.main}>
                  <span className={rows.name}>{name}</span>
                  <span className={rows.note}>{words.admin.machines.outlet.kinds[outlet.kind]}</span>
                </span>
                <span className={rows.side}>
                  <PrinterBadge condition={condition} />
                  <Press icon={<Pencil />} onPress={() => setChosen(device)}>
                    {said.printerSet}
                  </Press>
                </span>
              </li>
            ))}
          </ul>
        </Card>
      </Stack>
      {kiosk !== undefined && (
        <OutletSheet
          kiosk={kiosk}
          onClose={() => {
            setChosen(null);
            again();
          }}
        />
      )}
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
