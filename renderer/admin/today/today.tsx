import { DoorClosed, ListX, Sparkles, Sunset, Tickets, VolumeX } from 'lucide-react';
import { useState } from 'react';
import type { SettingsSnapshot } from '../../../contract/settings.ts';
import { useWords } from '../../i18n/staff.ts';
import { useLive } from '../../live.ts';
import { useDesk, useTimes } from '../desk.ts';
import type { Page } from '../pages.ts';
import { Press } from '../parts/controls.tsx';
import { PageFrame } from '../parts/frame.tsx';
import { BackupBand } from './backup-band.tsx';
import { CloseNow } from './close-now.tsx';
import { CountersCard } from './counters-card.tsx';
import { EndDay } from './end-day.tsx';
import { HelpBands } from './help-bands.tsx';
import { MachinesCard } from './machines-card.tsx';
import { MuteSheet } from './mute-sheet.tsx';
import { OtherMachineBand } from './other-machine-band.tsx';
import { SpareSheet } from './spare-sheet.tsx';
import { StandingBands } from './standing-bands.tsx';
import css from './today.module.css';
import { useCounters } from './use-counters.ts';
import { VoidRun } from './void-run.tsx';
import { WaitingCard } from './waiting-card.tsx';

interface Props {
  settings: SettingsSnapshot | undefined;
  onPage: (page: Page) => void;
  onWizard: () => void;
}

type Sheet = 'close' | 'mute' | 'end' | 'void' | 'spare';

/** The lounge at a glance, and what is done to all of it at once. */
export function TodayPage({ settings, onPage, onWizard }: Props) {
  const { words } = useWords();
  const { client } = useDesk();
  const times = useTimes();
  const counters = useCounters();
  const queue = useLive(client.queue.watch()).value;
  const display = useLive(client.display.watch()).value;
  const house = useLive(client.lounge.watch()).value;
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const said = words.admin.today;
  const close = () => setSheet(null);
  const acts = [
    ['close', DoorClosed, said.closeNow.act],
    ['mute', VolumeX, said.mute.act],
    ['end', Sunset, said.endDay.act],
    ['void', ListX, said.voidRun.act],
    ['spare', Tickets, said.spare.act],
  ] as const;
  const first = counters?.find(({ snapshot }) => snapshot !== undefined)?.snapshot;
  return (
    <PageFrame
      title={words.admin.pages.today}
      detail={times?.say.longDate}
      tools={
        <Press kind="bare" icon={<Sparkles />} onPress={onWizard}>
          {said.wizard}
        </Press>
      }
    >
      <div className={css.bands}>
        <OtherMachineBand onPage={onPage} />
        <HelpBands calls={first?.help ?? []} />
        <StandingBands
          settings={settings}
          mutedUntil={display?.sound.mutedUntil ?? null}
          space={house?.space}
          services={queue?.services}
        />
        <BackupBand onOpen={() => onPage('backup')} />
      </div>
      <ul className={css.acts}>
        {acts.map(([key, Icon, label]) => (
          <li key={key}>
            <button type="button" className={css.act} onClick={() => setSheet(key)}>
              <Icon />
              <span>{label}</span>
            </button>
          </li>
        ))}
      </ul>
      <div className={css.cards}>
        <div className={css.column}>
          <CountersCard counters={counters} />
          <WaitingCard services={queue?.services} />
        </div>
        <MachinesCard printers={first?.printers ?? []} services={queue?.services} onPage={onPage} />
      </div>
      {sheet === 'close' && <CloseNow services={queue?.services ?? []} onClose={close} />}
      {sheet === 'mute' && <MuteSheet mutedUntil={display?.sound.mutedUntil ?? null} onClose={close} />}
      {sheet === 'end' && <EndDay onClose={close} />}
      {sheet === 'void' && <VoidRun services={queue?.services ?? []} onClose={close} />}
      {sheet === 'spare' && <SpareSheet letter={settings?.lounge.spareLetter ?? 'X'} onClose={close} />}
    </PageFrame>
  );
}
