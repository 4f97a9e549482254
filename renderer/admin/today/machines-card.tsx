import { CircleAlert, CircleCheck, Monitor, Plug, Printer, TriangleAlert, Volume2, VolumeX } from 'lucide-react';
import type { CounterSnapshot } from '../../../contract/counters.ts';
import type { Device } from '../../../contract/devices.ts';
import type { SoundReport } from '../../client/admin-client.ts';
import { useWords } from '../../i18n/staff.ts';
import { useDesk } from '../desk.ts';
import { kindIcons } from '../machines/kinds.ts';
import type { Page } from '../pages.ts';
import { Press } from '../parts/controls.tsx';
import { Badge, Card, Waiting } from '../parts/frame.tsx';
import rows from '../parts/rows.module.css';
import { useList } from '../use-work.ts';
import { printerTone, soundTone } from './tones.ts';

interface Props {
  printers: CounterSnapshot['printers'];
  onPage: (page: Page) => void;
}

/** ms */
const everyMs = 5_000;

/** Every machine: whether it is there, whether it can be heard, and how its printer is. */
export function MachinesCard({ printers, onPage }: Props) {
  const { words } = useWords();
  const { client } = useDesk();
  const { value: devices } = useList(client.devices.list, everyMs);
  const { value: sounds } = useList(client.display.sounds, everyMs);
  const said = words.admin.today;
  const there = devices?.filter(({ connected }) => connected).length ?? 0;
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
              printer={printers.find((printer) => printer.device === device.id)}
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
                <PrinterBadge condition={printer.condition} />
              </li>
            ))}
        </ul>
      )}
    </Card>
  );
}

interface RowProps {
  device: Device;
  sound: SoundReport | undefined;
  printer: CounterSnapshot['printers'][number] | undefined;
}

function MachineRow({ device, sound, printer }: RowProps) {
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
        {printer !== undefined && <PrinterBadge condition={printer.condition} />}
        {device.connected && device.kind !== 'display' && printer === undefined && (
          <Badge tone="good" icon={<CircleCheck />}>
            {said.machines.there}
          </Badge>
        )}
      </span>
    </li>
  );
}

export function PrinterBadge({ condition }: { condition: CounterSnapshot['printers'][number]['condition'] }) {
  const { words } = useWords();
  const tone = printerTone(condition);
  return (
    <Badge
      tone={tone}
      icon={tone === 'good' || tone === 'calm' ? <Printer /> : tone === 'warning' ? <TriangleAlert /> : <CircleAlert />}
    >
      {words.counter.printers[condition]}
    </Badge>
  );
}
