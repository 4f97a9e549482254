import { Armchair, Coffee, DoorClosed, UserRoundCog } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/staff.ts';
import { phaseOf } from './desk.ts';
import css from './standing.module.css';
import { useDesk } from './view.ts';
import { holderName } from './words.ts';

/** What stands where the number would, while nobody is at the counter. */
export function Standing({ onOtherCounter }: { onOtherCounter: () => void }) {
  const { words } = useWords();
  const { counter: said } = words;
  const { moment, ask } = useDesk();
  const { snapshot, elapsed } = moment;
  const other = (
    <button type="button" className={css.other} onClick={onOtherCounter}>
      {said.closed.other}
    </button>
  );
  switch (phaseOf(snapshot)) {
    case 'elsewhere':
      return (
        <Panel
          icon={<UserRoundCog />}
          title={said.elsewhere.title(holderName(words, snapshot))}
          detail={said.elsewhere.detail}
        >
          <button type="button" className={css.other} onClick={() => ask({ name: 'takeOver' })}>
            {said.elsewhere.takeOver}
          </button>
          {other}
        </Panel>
      );
    case 'closed':
      return (
        <Panel icon={<DoorClosed />} title={said.closed.title} detail={said.closed.detail}>
          {other}
        </Panel>
      );
    case 'paused': {
      const { pauseReason, since } = snapshot.counter;
      const seconds = since === null ? null : (Date.parse(snapshot.at) - Date.parse(since)) / 1000 + elapsed;
      return (
        <Panel
          icon={<Coffee />}
          title={pauseReason === null ? said.states.paused : said.pause.reasons[pauseReason]}
          detail={seconds === null ? '' : said.pause.since(said.duration(Math.max(0, Math.floor(seconds))))}
        />
      );
    }
    default:
      return snapshot.waiting === 0 ? (
        <Panel icon={<Armchair />} title={said.current.nobody} detail={said.current.nobodyDetail} />
      ) : (
        <Panel icon={<Armchair />} title={said.current.free} detail={said.current.freeDetail(snapshot.waiting)} />
      );
  }
}

interface PanelProps {
  icon: ReactNode;
  title: string;
  detail: string;
  children?: ReactNode;
}

function Panel({ icon, title, detail, children }: PanelProps) {
  return (
    <section className={css.panel}>
      {icon}
      <h2 className={css.title}>{title}</h2>
      <p className={css.detail}>{detail}</p>
      {children !== undefined && <div className={css.ways}>{children}</div>}
    </section>
  );
}
