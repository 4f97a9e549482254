import { DoorClosed, HardDrive, VolumeX } from 'lucide-react';
import type { LoungeSnapshot } from '../../../contract/lounge.ts';
import type { Service } from '../../../contract/queue.ts';
import type { SettingsSnapshot } from '../../../contract/settings.ts';
import { useWords } from '../../i18n/staff.ts';
import { useDesk, useTimes } from '../desk.ts';
import { Press } from '../parts/controls.tsx';
import { useWork } from '../use-work.ts';
import { type Closing, closings } from './closings.ts';
import css from './today.module.css';

interface Props {
  settings: SettingsSnapshot | undefined;
  mutedUntil: string | null;
  /** Undefined until the hub has said it. */
  space: LoungeSnapshot['space'] | undefined;
  services: readonly Service[] | undefined;
}

/** What stands still: what the disk does not take, and what a supervisor has stopped for a while, and the way back. */
export function StandingBands({ settings, mutedUntil, space, services }: Props) {
  const { words, pick } = useWords();
  const { client, tell } = useDesk();
  const times = useTimes();
  const work = useWork();
  const said = words.admin.today;
  const nameOf = (id: string) => {
    const name = services?.find((service) => service.id === id)?.name;
    return name === undefined ? id : pick(name);
  };
  const reopen = ({ serviceIds }: Closing) =>
    work.run(
      () => client.settings.reopenNow({ serviceIds: [...serviceIds] }),
      () => tell({ tone: 'good', text: said.closeNow.reopened }),
    );
  return (
    <>
      {space !== undefined && space !== 'enough' && (
        <div className={css.band}>
          <HardDrive />
          <p className={css.bandWords}>
            {said.space[space]}
            <span>{said.space.act}</span>
          </p>
        </div>
      )}
      {mutedUntil !== null && (
        <div className={css.band}>
          <VolumeX />
          <p className={css.bandWords}>
            {said.mute.muted(times?.say.when(mutedUntil) ?? '')}
            <span>{said.mute.returns}</span>
          </p>
          <Press
            disabled={work.busy}
            onPress={() =>
              work.run(
                () => client.display.mute({ minutes: null }),
                () => tell({ tone: 'good', text: said.mute.ended }),
              )
            }
          >
            {said.mute.end}
          </Press>
        </div>
      )}
      {closings(settings?.closedNow ?? []).map((closing) => (
        <div key={closing.serviceIds.join()} className={css.band}>
          <DoorClosed />
          <p className={css.bandWords}>
            {closing.serviceIds.length === services?.length
              ? said.closeNow.allClosed
              : said.closeNow.closed(closing.serviceIds.map(nameOf).join(', '))}
            <span>
              {pick(closing.reason)} ·{' '}
              {closing.until === null
                ? said.closeNow.restOfDay
                : said.closeNow.until(times?.say.when(closing.until) ?? '')}
            </span>
          </p>
          <Press disabled={work.busy} onPress={() => reopen(closing)}>
            {said.closeNow.reopen}
          </Press>
        </div>
      ))}
    </>
  );
}
