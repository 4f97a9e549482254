import { LockKeyhole, LockOpen, Pencil, Plug, Plus, Printer, Unplug } from 'lucide-react';
import { useState } from 'react';
import type { Device } from '../../../contract/devices.ts';
import type { KioskOutlet } from '../../../contract/printing.ts';
import { useWords } from '../../i18n/staff.ts';
import { useLive } from '../../live.ts';
import { useDesk, useTimes } from '../desk.ts';
import { Press } from '../parts/controls.tsx';
import { Badge, Card, PageFrame, Stack, Waiting } from '../parts/frame.tsx';
import rows from '../parts/rows.module.css';
import { useList, useWork } from '../use-work.ts';
import { kindIcons } from './kinds.ts';
import { LetterPrintersCard } from './letter-printers.tsx';
import { MachineSheet } from './machine-sheet.tsx';
import { OutletSheet } from './outlet-sheet.tsx';
import { Pair } from './pair.tsx';

/** Every machine of the lounge, and the way for another to join. */
export function MachinesPage({ onNetwork }: { onNetwork: () => void }) {
  const { words } = useWords();
  const [pairing, setPairing] = useState(false);
  const said = words.admin.machines;
  const pair = (
    <Press kind="action" icon={<Plus />} onPress={() => setPairing(true)}>
      {said.pair}
    </Press>
  );
  return (
    <PageFrame title={words.admin.pages.machines} detail={said.detail} tools={pair}>
      <Stack>
        <Card>
          <MachineList pairing={pairing} onPaired={() => setPairing(false)} onNetwork={onNetwork} />
        </Card>
        <LetterPrintersCard />
      </Stack>
    </PageFrame>
  );
}

interface ListProps {
  pairing: boolean;
  onPaired: () => void;
  onNetwork: () => void;
}

/** ms */
const everyMs = 5_000;

export function MachineList({ pairing, onPaired, onNetwork }: ListProps) {
  const { client } = useDesk();
  const { value: devices, again } = useList(client.devices.list, everyMs);
  const { value: outlets, again: outletsAgain } = useList(client.printing.outlets, everyMs);
  const { value: screen } = useLive(client.display.watch());
  const [chosen, setChosen] = useState<string | null>(null);
  const [printing, setPrinting] = useState<string | null>(null);
  if (devices === undefined) return <Waiting />;
  const device = devices.find(({ id }) => id === chosen);
  const kiosk = outlets?.find((one) => one.device === printing);
  return (
    <>
      <ul className={rows.rows}>
        {devices.map((one) => (
          <MachineRow
            key={one.id}
            device={one}
            outlet={outlets?.find((outlet) => outlet.device === one.id)}
            onEdit={() => setChosen(one.id)}
            onPrinter={() => setPrinting(one.id)}
            onChanged={again}
          />
        ))}
      </ul>
      {pairing && (
        <Pair
          devices={devices}
          onNetwork={onNetwork}
          onClose={() => {
            onPaired();
            again();
          }}
        />
      )}
      {kiosk !== undefined && (
        <OutletSheet
          kiosk={kiosk}
          onClose={() => {
            setPrinting(null);
            outletsAgain();
          }}
        />
      )}
      {device !== undefined && (
        <MachineSheet
          device={device}
          loungeVolume={screen?.sound.volume}
          onClose={() => {
            setChosen(null);
            again();
          }}
        />
      )}
    </>
  );
}

interface RowProps {
  device: Device;
  /** Of a kiosk. */
  outlet: KioskOutlet | undefined;
  onEdit: () => void;
  onPrinter: () => void;
  onChanged: () => void;
}

function MachineRow({ device, outlet, onEdit, onPrinter, onChanged }: RowProps) {
  const { words } = useWords();
  const { client, tell } = useDesk();
  const times = useTimes();
  const work = useWork();
  const said = words.admin.machines;
  const Icon = kindIcons[device.kind];
  const own = device.display;
  const seen = device.lastSeenAt === null ? said.neverSeen : said.lastSeen(times?.past(device.lastSeenAt) ?? '');
  return (
    <li className={rows.row}>
      <Icon />
      <span className={rows.main}>
        <span className={rows.name}>{device.name}</span>
        <span className={rows.note}>
          {[
            said.kinds[device.kind],
            device.pairedAt === null ? said.own : null,
            outlet ? said.outlet.kinds[outlet.outlet.kind] : null,
            own?.counters ? said.onlyCounters(own.counters.length) : null,
            own?.language === 'en' ? said.languages.en : null,
            typeof own?.volume === 'number' ? said.ownVolume(Math.round(own.volume * 100)) : null,
            device.connected ? null : seen,
          ]
            .filter((part) => part !== null)
            .join(' · ')}
        </span>
      </span>
      <span className={rows.side}>
        {device.lockedSeconds !== null && (
          <>
            <Badge tone="danger" icon={<LockKeyhole />}>
              {said.locked(words.counter.duration(device.lockedSeconds))}
            </Badge>
            <Press
              icon={<LockOpen />}
              disabled={work.busy}
              onPress={() =>
                work.run(
                  () => client.devices.unlock({ id: device.id }),
                  () => {
                    tell({ tone: 'good', text: said.unlocked(device.name) });
                    onChanged();
                  },
                )
              }
            >
              {said.unlock}
            </Press>
          </>
        )}
        <Badge tone={device.connected ? 'good' : 'warning'} icon={device.connected ? <Plug /> : <Unplug />}>
          {device.connected ? said.there : said.away}
        </Badge>
        {outlet !== undefined && (
          <Press icon={<Printer />} label={said.outlet.title(device.name)} onPress={onPrinter} />
        )}
        <Press icon={<Pencil />} label={said.edit(device.name)} onPress={onEdit} />
      </span>
    </li>
  );
}
