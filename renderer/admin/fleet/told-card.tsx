import type { FleetState, StatusBody } from '../../../contract/fleet.ts';
import { useFleetWords } from '../../i18n/admin/fleet.ts';
import { useWords } from '../../i18n/staff.ts';
import { useTimes } from '../desk.ts';
import { Card } from '../parts/frame.tsx';
import css from './fleet.module.css';

/** What the newest status says, in words: nobody has to believe a code. */
export function ToldCard({ body, village }: { body: StatusBody; village: FleetState['village'] }) {
  const { words } = useFleetWords();
  const { words: desk } = useWords();
  const times = useTimes();
  const said = words.told;
  const printers: Readonly<Record<string, string>> = desk.counter.printers;
  const facts: readonly (readonly [string, string])[] = [
    [said.at, times?.past(body.at) ?? ''],
    [said.village, village?.code === body.code ? `${village.name} (${village.district})` : body.code],
    [said.printer, printers[body.printer] ?? body.printer],
    [said.clock, body.clock ? said.clockIs.yes : said.clockIs.no],
    [said.backup, body.backup === null ? said.noBackup : said.backupAge(body.backup)],
    [said.disk, said.disks[body.disk]],
    [said.tickets, said.count(body.tickets)],
    [said.waiting, said.count(body.waiting)],
    [said.version, body.version],
  ];
  return (
    <Card title={said.title}>
      <dl className={css.facts}>
        {facts.map(([name, value]) => [<dt key={name}>{name}</dt>, <dd key={`${name} value`}>{value}</dd>])}
      </dl>
    </Card>
  );
}
