import { useWords } from '../../i18n/staff.ts';
import { Card, Waiting } from '../parts/frame.tsx';
import rows from '../parts/rows.module.css';
import css from './today.module.css';
import type { SeenCounter } from './use-counters.ts';

/** Who works where, and who stands there. */
export function CountersCard({ counters }: { counters: readonly SeenCounter[] | undefined }) {
  const { words } = useWords();
  const said = words.admin.today;
  const open = counters?.filter(({ info, snapshot }) => (snapshot?.counter.state ?? info.state) === 'open').length ?? 0;
  return (
    <Card title={said.counters} detail={counters && said.countersOpen(open, counters.length)}>
      {counters === undefined ? (
        <Waiting />
      ) : (
        <ul className={rows.rows}>
          {counters.map((seen) => (
            <CounterRow key={seen.info.id} seen={seen} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function CounterRow({ seen: { info, snapshot } }: { seen: SeenCounter }) {
  const { words, pick } = useWords();
  const counter = snapshot?.counter ?? info;
  const state =
    counter.state === 'paused' && counter.pauseReason !== null
      ? words.counter.pause.reasons[counter.pauseReason]
      : words.counter.states[counter.state];
  const holder = snapshot?.holder?.name ?? '';
  return (
    <li className={rows.row}>
      <span className={css.dot} data-state={counter.state} />
      <span className={rows.main}>
        <span className={rows.name}>{pick(counter.name)}</span>
        <span className={rows.note}>{holder === '' ? state : `${state} · ${holder}`}</span>
      </span>
      {counter.number !== null && <span className={css.ticket}>{counter.number}</span>}
      <span className={rows.note}>{snapshot !== undefined && words.wait.waiting(snapshot.waiting)}</span>
    </li>
  );
}
