import { Check, PauseCircle, UserX, Volume2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/staff.ts';
import { ActButton } from './act-button.tsx';
import { nextStep, phaseOf } from './desk.ts';
import { NextStep } from './desk-foot.tsx';
import css from './queue-bar.module.css';
import { useHue } from './service-mark.tsx';
import { useDesk } from './view.ts';

/** The queue while letters are open: who stands here, and the acts that somebody needs meanwhile. Without keys. */
export function QueueBar({ onQueue, children }: { onQueue: () => void; children: ReactNode }) {
  const { words } = useWords();
  const { moment } = useDesk();
  const { acts, duration, letters } = words.counter;
  const { current } = moment.snapshot;
  const phase = phaseOf(moment.snapshot);
  const seconds = current === null ? null : (current.servingSeconds ?? current.calledSeconds) + moment.elapsed;
  return (
    <footer className={css.bar} aria-label={letters.queue}>
      <button type="button" className={css.who} style={useHue(current?.serviceId ?? '')} onClick={onQueue}>
        {current === null ? (
          <span className={css.nobody}>{letters.calm}</span>
        ) : (
          <>
            <span className={css.number}>{current.number}</span>
            <span className={css.time}>{duration(seconds ?? 0)}</span>
          </>
        )}
      </button>
      {children}
      {(phase === 'called' || phase === 'serving') && (
        <>
          <ActButton act="recall" icon={<Volume2 />} label={acts.recall} look="flat" />
          {phase === 'called' ? (
            <ActButton act="noShow" icon={<UserX />} label={acts.noShow} look="flat" danger />
          ) : (
            <>
              <ActButton act="park" icon={<PauseCircle />} label={acts.park} look="flat" />
              {nextStep(moment) === 'doneAndNext' && (
                <ActButton act="done" icon={<Check />} label={acts.done} look="flat" />
              )}
            </>
          )}
        </>
      )}
      {phase !== 'elsewhere' && <NextStep quiet />}
    </footer>
  );
}
