import { BellRing } from 'lucide-react';
import type { CounterSnapshot } from '../../../contract/counters.ts';
import { useWords } from '../../i18n/staff.ts';
import { useElapsed } from '../../staff/seconds.ts';
import { useDesk } from '../desk.ts';
import { Press } from '../parts/controls.tsx';
import { useWork } from '../use-work.ts';
import css from './today.module.css';

/** Residents who have asked for somebody. */
export function HelpBands({ calls }: { calls: CounterSnapshot['help'] }) {
  const { words } = useWords();
  const { client, clock } = useDesk();
  const work = useWork();
  const elapsed = useElapsed(calls, clock);
  const said = words.counter.help;
  return calls.map(({ id, device, state, seconds }) => (
    <div key={id} className={css.band} role="status">
      <BellRing />
      <p className={css.bandWords}>
        {state === 'calling' ? said.asks(device) : said.coming(device)}
        <span>{words.counter.duration(seconds + elapsed)}</span>
      </p>
      {state === 'calling' && (
        <Press
          kind="action"
          disabled={work.busy}
          onPress={() =>
            work.run(
              () => client.lounge.answerHelp({ id }),
              () => undefined,
            )
          }
        >
          {said.come}
        </Press>
      )}
    </div>
  ));
}
