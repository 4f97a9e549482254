import {
  Accessibility,
  Ban,
  CornerDownRight,
  Footprints,
  Minus,
  PauseCircle,
  Plus,
  Printer,
  Split,
  UserX,
  Volume2,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { CurrentTicket } from '../../contract/counters.ts';
import { useWords } from '../i18n/staff.ts';
import act from './act-button.module.css';
import { ActButton } from './act-button.tsx';
import css from './current.module.css';
import { pace } from './desk.ts';
import { ServiceMark, useHue, useServiceName } from './service-mark.tsx';
import { useDesk } from './view.ts';
import { minutesOf, needOrder } from './words.ts';

/** The person at the counter: the number, how long, and what can be done with it. */
export function Current({ current, children }: { current: CurrentTicket; children: ReactNode }) {
  const { words } = useWords();
  const { counter } = words;
  const { ask } = useDesk();
  const nameOf = useServiceName();
  const serving = current.servingSeconds !== null;
  return (
    <section className={css.panel} aria-label={counter.current.label} style={useHue(current.serviceId)}>
      <div className={css.top}>
        <div className={css.facts}>
          <p className={css.service}>
            <ServiceMark serviceId={current.serviceId} />
            <span>{nameOf(current.serviceId)}</span>
          </p>
          <p className={css.waited}>
            {current.priority !== null && <span className={css.priority}>{counter.current.priority}</span>}
            <span>
              {counter.current.waited(counter.minutes(minutesOf(current.waitedSeconds)))}
              {' · '}
              {counter.current.calls(current.calls)}
            </span>
          </p>
        </div>
        <Timer current={current} />
      </div>
      <div className={css.middle}>
        <p
          className={css.number}
          style={{ '--length': current.number.length } as Record<`--${string}`, number>}
          aria-live="polite"
        >
          {current.number}
        </p>
      </div>
      {children}
      <div className={css.marks}>
        <Needs current={current} />
        {serving && <Files />}
      </div>
      <div className={css.acts}>
        <ActButton act="recall" icon={<Volume2 />} label={counter.acts.recall} keyCap="R" look="tall" />
        <ActButton act="transfer" icon={<Split />} label={counter.acts.transfer} keyCap="T" look="tall" />
        <ActButton act="park" icon={<PauseCircle />} label={counter.acts.park} keyCap="P" look="tall" />
        <ActButton act="noShow" icon={<UserX />} label={counter.acts.noShow} keyCap="X" look="tall" danger />
      </div>
      <div className={css.more}>
        <ActButton act="nextMatter" icon={<CornerDownRight />} label={counter.acts.nextMatter} look="flat" />
        <button
          type="button"
          className={act.act}
          data-look="flat"
          onClick={() => ask({ name: 'reprint', ticketId: current.ticketId, number: current.number })}
        >
          <span className={act.top}>
            <Printer />
          </span>
          <span className={act.words}>{counter.reprint.act}</span>
        </button>
        <ActButton act="cancel" icon={<Ban />} label={counter.acts.cancel} look="flat" />
      </div>
    </section>
  );
}

/** Calm while there is time, amber beyond the target; it never blinks. */
function Timer({ current }: { current: CurrentTicket }) {
  const { words } = useWords();
  const { counter } = words;
  const { elapsed } = useDesk().moment;
  if (current.servingSeconds === null) {
    return (
      <div className={css.timer} role="timer">
        <p className={css.time}>{counter.duration(current.calledSeconds + elapsed)}</p>
        <p className={css.target}>{counter.current.sinceCall}</p>
      </div>
    );
  }
  const seconds = current.servingSeconds + elapsed;
  const { targetMinutes } = current;
  const share = targetMinutes === null ? 0 : Math.min(1, seconds / (targetMinutes * 60));
  const over = pace(seconds, targetMinutes) === 'over';
  return (
    <div className={css.timer} data-over={over || undefined} role="timer">
      <p className={css.time}>{counter.duration(seconds)}</p>
      {targetMinutes !== null && (
        <>
          <p className={css.bar} aria-hidden="true">
            <span style={{ '--share': `${share * 100}%` } as Record<`--${string}`, string>} />
          </p>
          <p className={css.target}>
            {over
              ? counter.current.over(counter.duration(Math.round(seconds - targetMinutes * 60)))
              : counter.current.target(Math.round(targetMinutes))}
          </p>
        </>
      )}
    </div>
  );
}

const needIcons = { visit: Footprints, wheelchair: Accessibility } as const;

function Needs({ current }: { current: CurrentTicket }) {
  const { words } = useWords();
  const { acts } = useDesk();
  return needOrder.map((need) => {
    const Icon = needIcons[need];
    const on = current.need === need;
    return (
      <button
        key={need}
        type="button"
        className={css.mark}
        aria-pressed={on}
        onClick={() => acts.perform({ act: 'setNeed', ticketId: current.ticketId, need: on ? null : need })}
      >
        <Icon />
        {words.counter.needs[need]}
      </button>
    );
  });
}

/** One person may bring several files; the promise to those behind counts them. */
function Files() {
  const { words } = useWords();
  const { files, setFiles } = useDesk();
  const { current } = words.counter;
  return (
    <div className={css.files}>
      <button
        type="button"
        className={css.step}
        aria-label={current.fewer}
        disabled={files === 1}
        onClick={() => setFiles(files - 1)}
      >
        <Minus />
      </button>
      <span className={css.count}>{current.files(files)}</span>
      <button
        type="button"
        className={css.step}
        aria-label={current.more}
        disabled={files === 99}
        onClick={() => setFiles(files + 1)}
      >
        <Plus />
      </button>
    </div>
  );
}
