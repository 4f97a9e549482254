import { CalendarClock, Play } from 'lucide-react';
import type { UpdateState } from '../../../contract/updates.ts';
import { useUpdateWords } from '../../i18n/admin/updates.ts';
import { useDesk, useTimes } from '../desk.ts';
import { Press } from '../parts/controls.tsx';
import { Card, Stack } from '../parts/frame.tsx';
import type { Work } from '../use-work.ts';
import css from './updates.module.css';

interface Props {
  pausedUntil: string | null;
  work: Work;
  onPressed: (state: UpdateState) => void;
}

/** The hub takes up to fourteen. */
const choices = [1, 3, 7, 14];

/** A busy day without a new version. */
export function PauseCard({ pausedUntil, work, onPressed }: Props) {
  const { words } = useUpdateWords();
  const { client } = useDesk();
  const times = useTimes();
  const said = words.pause;
  return (
    <Card title={said.title} detail={said.detail}>
      <Stack>
        {pausedUntil !== null && <p role="status">{said.until(times?.say.dayOf(pausedUntil.slice(0, 10)) ?? '')}</p>}
        <div className={css.days} role="group" aria-label={said.choose}>
          {choices.map((days) => (
            <Press
              key={days}
              icon={<CalendarClock />}
              disabled={work.busy}
              onPress={() => work.run(() => client.updates.pause({ days }), onPressed)}
            >
              {said.days(days)}
            </Press>
          ))}
        </div>
        {pausedUntil !== null && (
          <Press
            icon={<Play />}
            disabled={work.busy}
            onPress={() => work.run(() => client.updates.resume({}), onPressed)}
          >
            {said.resume}
          </Press>
        )}
      </Stack>
    </Card>
  );
}
