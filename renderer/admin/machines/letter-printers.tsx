import { FileCheck2 } from 'lucide-react';
import type { Device } from '../../../contract/devices.ts';
import type { LetterPrinterSettings } from '../../../contract/letter-printing.ts';
import { useWords } from '../../i18n/staff.ts';
import { useLive } from '../../live.ts';
import { useDesk } from '../desk.ts';
import { Press, SelectField } from '../parts/controls.tsx';
import { Card, Empty, Waiting } from '../parts/frame.tsx';
import rows from '../parts/rows.module.css';
import { useList, useWork } from '../use-work.ts';
import css from './machines.module.css';

/** ms */
const everyMs = 10_000;
/** No queue: none for the office, and the office's for a counter. */
const none = '';

/** Which of the hub's queues letters come out of. Only a village's office issues letters. */
export function LetterPrintersCard() {
  const { client } = useDesk();
  const { words } = useWords();
  const { value: lounge } = useLive(client.lounge.watch());
  const said = words.admin.machines.letters;
  if (lounge === undefined || lounge.unitType === 'lounge') return null;
  return (
    <Card title={said.title} detail={said.detail}>
      <Printers />
    </Card>
  );
}

function Printers() {
  const { client } = useDesk();
  const { words } = useWords();
  const { value: settings, again } = useList(client.letterPrinting.settings, everyMs);
  const { value: devices } = useList(client.devices.list, everyMs);
  const said = words.admin.machines.letters;
  if (settings === undefined || devices === undefined) return <Waiting />;
  const isUnset = settings.office === null && Object.keys(settings.own).length === 0;
  if (settings.queues.length === 0 && isUnset) return <Empty>{said.none}</Empty>;
  return (
    <ul className={rows.rows}>
      <PrinterRow settings={settings} device={null} onChanged={again} />
      {devices
        .filter(({ kind }) => kind === 'counter')
        .map((device) => (
          <PrinterRow key={device.id} settings={settings} device={device} onChanged={again} />
        ))}
    </ul>
  );
}

interface RowProps {
  settings: LetterPrinterSettings;
  /** Null: the office. */
  device: Device | null;
  onChanged: () => void;
}

function PrinterRow({ settings, device, onChanged }: RowProps) {
  const { client, tell } = useDesk();
  const { words } = useWords();
  const work = useWork();
  const said = words.admin.machines.letters;
  const queue = (device === null ? settings.office : settings.own[device.id]) ?? none;
  const known = settings.queues.map(({ name, state }) => [name, said.queue(name, state)] as const);
  // What was chosen stays to be seen when the system does not know it any more.
  const lost = queue !== none && !known.some(([name]) => name === queue);
  const options = [
    [none, device === null ? said.noPrinter : said.likeOffice] as const,
    ...(lost ? [[queue, said.gone(queue)] as const] : []),
    ...known,
  ];
  const name = device?.name ?? said.office;
  return (
    <li className={rows.row}>
      <div className={rows.main}>
        <SelectField
          label={name}
          value={queue}
          options={options}
          disabled={work.busy}
          onChange={(chosen) =>
            work.run(
              () => client.letterPrinting.setPrinter({ device: device?.id ?? null, queue: chosen || null }),
              () => {
                tell({ tone: 'good', text: said.saved(name) });
                onChanged();
              },
            )
          }
        />
      </div>
      {queue !== none && !lost && (
        <div className={css.test}>
          <Press
            icon={<FileCheck2 />}
            disabled={work.busy}
            onPress={() =>
              work.run(
                () => client.letterPrinting.testPage({ queue }),
                () => tell({ tone: 'good', text: said.tested(queue) }),
              )
            }
          >
            {said.test}
          </Press>
        </div>
      )}
    </li>
  );
}
