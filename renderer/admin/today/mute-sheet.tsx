import { useState } from 'react';
import { useWords } from '../../i18n/staff.ts';
import { Dialog, Option, Options } from '../../staff/dialog.tsx';
import { useDesk, useTimes } from '../desk.ts';
import { Press, TextField } from '../parts/controls.tsx';
import { Refused } from '../parts/refused.tsx';
import { useWork } from '../use-work.ts';
import { minutesUntil } from './minutes-until.ts';
import css from './today.module.css';

/** Minutes; prayer takes about this long. */
const prayerMinutes = 20;
const longestMute = 180;

/** Silence that ends by itself; numbers flash meanwhile. */
export function MuteSheet({ mutedUntil, onClose }: { mutedUntil: string | null; onClose: () => void }) {
  const { words } = useWords();
  const { client, tell, timeZone } = useDesk();
  const times = useTimes();
  const work = useWork('here');
  const [until, setUntil] = useState('');
  const said = words.admin.today.mute;
  const mute = (minutes: number | null) =>
    work.run(
      () => client.display.mute({ minutes }),
      (answer) => {
        onClose();
        tell({
          tone: 'good',
          text: answer.mutedUntil === null ? said.ended : said.muted(times?.say.when(answer.mutedUntil) ?? ''),
        });
      },
    );
  const minutes = times === null ? null : minutesUntil(until, times.hub.now, timeZone, longestMute);
  return (
    <Dialog title={said.title} detail={said.detail} onClose={onClose}>
      <Options>
        <Option nth={1} label={said.minutes(15)} onChoose={() => mute(15)} />
        <Option nth={2} label={said.minutes(30)} onChoose={() => mute(30)} />
        <Option nth={3} label={said.prayer} note={said.minutes(prayerMinutes)} onChoose={() => mute(prayerMinutes)} />
        {mutedUntil !== null && <Option nth={4} label={said.end} onChoose={() => mute(null)} />}
      </Options>
      <TextField
        label={said.until}
        hint={minutes === null ? said.untilHint : said.minutes(minutes)}
        value={until}
        maxLength={5}
        onChange={setUntil}
      />
      <Refused work={work} />
      <div className={css.answers}>
        <Press kind="action" disabled={minutes === null || work.busy} onPress={() => mute(minutes)}>
          {said.act}
        </Press>
      </div>
    </Dialog>
  );
}
