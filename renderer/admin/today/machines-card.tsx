import { CircleCheck, Monitor, Plug, Printer, Volume2, VolumeX } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { Device } from '../../../contract/devices.ts';
import type { PrinterView } from '../../../contract/printing.ts';
import type { Service } from '../../../contract/queue.ts';
import type { SoundReport } from '../../client/admin-client.ts';
import { useWords } from '../../i18n/staff.ts';
import { PrinterSheet } from '../../staff/printer/printer-sheet.tsx';
import { useDesk } from '../desk.ts';
import { kindIcons } from '../machines/kinds.ts';
import type { Page } from '../pages.ts';
import { Press } from '../parts/controls.tsx';
import { Badge, Card, Waiting } from '../parts/frame.tsx';
import rows from '../parts/rows.module.css';
import { useList } from '../use-work.ts';
import { PrinterChip } from './printer-badge.tsx';
import { soundTone } from './tones.ts';

interface Props {
  printers: readonly PrinterView[];
  services: readonly Service[] | undefined;
  onPage: (page: Page) => void;
}

/** ms */
const everyMs = 5_000;

/** Every machine: whether it is there, whether it can be heard, and how its printer is. */
export function MachinesCard({ printers, services, onPage }: Props) {
  const { words, pick } = useWords();
  const { client, clock, timeZone } = useDesk();
  const [opened, setOpened] = useState<string | null>(null);
  const { value: devices } = useList(client.devices.list, everyMs);
  const { value: sounds } = useList(client.display.sounds, everyMs);
  const said = words.admin.today;
  const there = devices?.filter(({ connected }) => connected).length ?? 0;
  const chipOf = (printer: PrinterView | undefined) =>
    printer && <PrinterChip printer={printer} printers={printers} onOpen={() => setOpened(printer.device)} />;
  const open = printers.find(({ device }) => device === opened);
  const known = new Set(devices?.map(({ id }) => id));
  return (
    <Card
      title={said.machines}
      detail={devices && said.machinesThere(there, devices.length)}
      tools={
        <Press kind="bare" icon={<Monitor />} onPress={() => onPage('machines')}>
          {said.toMachines}
        </Press>
      }
    >
      {devices === undefined ? (
        <Waiting />
      ) : (
        <ul className={rows.rows}>
          {devices.map((device) => (
            <MachineRow
              key={device.id}
              device={device}
              sound={sounds?.find((report) => report.device === device.id)}
              chip={chipOf(printers.find((printer) => printer.device === device.id))}
            />
          ))}
          {printers
            .filter(({ device }) => !known.has(device))
            .map((printer) => (
              <li key={printer.device} className={rows.row}>
                <Printer />
                <span className={rows.main}>
                  <span className={rows.name}>{printer.name}</span>
                </span>
                {chipOf(printer)}
              </li>
            ))}
        </ul>
      )}
      {open !== undefined && (
        <PrinterSheet
          key={open.device}
          printer={open}
          printers={printers}
          printing={client.printing}
          clock={clock}
          timeZone={timeZone}
          serviceName={(service) => {
            const name = services?.find(({ id }) => id === service)?.name;
            return name === undefined ? service : pick(name);
          }}
          onClose={() => setOpened(null)}
        />
      )}
    </Card>
  );
}

interface RowProps {
  device: Device;
  sound: SoundReport | undefined;
  /** Of its printer, when it has one. */
  chip: ReactNode;
}

function MachineRow({ device, sound, chip }: RowProps) {
  const { words } = useWords();
  const said = words.admin;
  const Icon = kindIcons[device.kind];
  return (
    <li className={rows.row}>
      <Icon />
      <span className={rows.main}>
        <span className={rows.name}>{device.name}</span>
        <span className={rows.note}>{said.machines.kinds[device.kind]}</span>
      </span>
      <span className={rows.side}>
        {!device.connected && (
          <Badge tone="warning" icon={<Plug />}>
            {said.machines.away}
          </Badge>
        )}
        {device.connected && device.kind === 'display' && (
          <Badge tone={soundTone(sound?.sound)} icon={sound?.sound === 'on' ? <Volume2 /> : <VolumeX />}>
            {sound === undefined ? said.today.soundUnknown : said.today.sounds[sound.sound]}
          </Badge>
        )}
        {chip}
        {device.connected && device.kind !== 'display' && chip === undefined && (
          <Badge tone="good" icon={<CircleCheck />}>
            {said.machines.there}
          </Badge>
        )}
      </span>
    </li>
  );
}
