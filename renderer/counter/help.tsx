import { BellRing } from 'lucide-react';
import { useState } from 'react';
import type { CounterSnapshot } from '../../contract/counters.ts';
import type { CounterClient } from '../client/staff-client.ts';
import { useWords } from '../i18n/staff.ts';
import { codeOf } from '../staff/problem-words.ts';
import css from './help.module.css';
import { useDesk } from './view.ts';

type Call = CounterSnapshot['help'][number];

/** Residents who asked for help at a kiosk; whoever presses first goes, and the kiosk says so. */
export function HelpCalls({ client }: { client: CounterClient }) {
  const { moment } = useDesk();
  const { help } = moment.snapshot;
  const calling = help.filter(({ state }) => state === 'calling').toSorted((a, b) => b.seconds - a.seconds);
  // Who has waited longest; the next comes into the same place.
  const call = calling[0] ?? help.find(({ state }) => state === 'accepted');
  if (call === undefined) return null;
  return <HelpCall key={call.id} call={call} others={Math.max(0, calling.length - 1)} client={client} />;
}

function HelpCall({ call, others, client }: { call: Call; others: number; client: CounterClient }) {
  const { words } = useWords();
  const { help, duration } = words.counter;
  const { moment, acts } = useDesk();
  const [going, setGoing] = useState(false);
  if (call.state === 'accepted') {
    return (
      <p className={css.call} data-state="accepted" role="status">
        <BellRing />
        <span className={css.words}>{help.coming(call.device)}</span>
      </p>
    );
  }
  const go = () => {
    setGoing(true);
    client.lounge
      .answerHelp({ id: call.id })
      .catch((error: unknown) => acts.tell({ kind: 'problem', code: codeOf(error) }))
      .finally(() => setGoing(false));
  };
  return (
    <div className={css.call}>
      <BellRing />
      <p className={css.words}>
        <span role="alert">{help.asks(call.device)}</span>
        {` · ${duration(call.seconds + moment.elapsed)}`}
        {others > 0 && ` · ${help.others(others)}`}
      </p>
      <button type="button" className={css.come} disabled={going} onClick={go}>
        {help.come}
      </button>
    </div>
  );
}
