import { Check, Coffee, DoorClosed } from 'lucide-react';
import { useWords } from '../i18n/staff.ts';
import { KeyCap } from '../staff/key-cap.tsx';
import { ActButton } from './act-button.tsx';
import { hindrance, nextStep } from './desk.ts';
import css from './desk-foot.module.css';
import { useDesk } from './view.ts';
import { minutesOf } from './words.ts';

/** The one next step, large, under the space bar; beside it the ways to stop. */
export function DeskFoot() {
  const { words } = useWords();
  const { moment } = useDesk();
  const { acts } = words.counter;
  const step = nextStep(moment);
  return (
    <footer className={css.foot}>
      <NextStep />
      {step !== 'done' && hindrance('done', moment) === null && (
        <ActButton act="done" icon={<Check />} label={acts.done} look="foot" />
      )}
      <ActButton act="pause" icon={<Coffee />} label={acts.pause} look="foot" />
      <ActButton act="close" icon={<DoorClosed />} label={acts.close} look="foot" />
    </footer>
  );
}

/** @param quiet smaller, and without its key: something else has the keyboard */
export function NextStep({ quiet = false }: { quiet?: boolean }) {
  const { words } = useWords();
  const { moment, struck, acts, press } = useDesk();
  const step = nextStep(moment);
  const said = useStepWords();
  return (
    <button
      type="button"
      className={css.next}
      data-quiet={quiet || undefined}
      data-pressed={(step !== null && struck === step) || undefined}
      aria-busy={(acts.flight !== null && acts.flight.act === step) || undefined}
      aria-keyshortcuts={quiet ? undefined : 'Space'}
      disabled={step === null}
      onClick={() => {
        if (step !== null && !acts.busy()) press(step);
      }}
    >
      <span className={css.words}>
        <span className={css.label}>{said.label}</span>
        {said.note !== null && <span className={css.note}>{said.note}</span>}
      </span>
      {step !== null && !quiet && <KeyCap>{words.counter.keys.space}</KeyCap>}
    </button>
  );
}

function useStepWords(): { label: string; note: string | null } {
  const { words } = useWords();
  const { moment } = useDesk();
  const { acts, minutes } = words.counter;
  const { current, line } = moment.snapshot;
  const first = line[0];
  const wait = first === undefined ? null : acts.waiting(minutes(minutesOf(first.waitedSeconds + moment.elapsed)));
  switch (nextStep(moment)) {
    case 'open':
      return { label: acts.open, note: null };
    case 'resume':
      return { label: acts.resume, note: null };
    case 'callNext':
      return { label: acts.callNext(first?.number ?? ''), note: wait };
    case 'serve':
      return { label: acts.serve, note: acts.serveDetail(current?.number ?? '') };
    case 'doneAndNext':
      return { label: acts.doneAndNext(first?.number ?? ''), note: wait };
    case 'done':
      return { label: acts.done, note: acts.doneDetail };
    default:
      return { label: acts.nobodyWaits, note: null };
  }
}
