import type { PrinterCondition, PrintJobState } from '../../contract/printing.ts';
import type { Faults } from '../doubles/printer/sensors.ts';
import type { FaultLounge, FaultLoungeOptions } from './fault-lounge.ts';

/** What staff hear of the printer, and where the slip stands. */
export interface Standing {
  readonly staffHear: PrinterCondition;
  readonly slip: PrintJobState;
}

/** How it goes out, before another slip is printed. */
export interface Ending extends Standing {
  /** Papers with its name on them, whole or torn off short. */
  readonly papers: 0 | 1;
}

export interface Course {
  /** While the fault stands; null: it is over before anybody can see to it. */
  readonly standing: Standing | null;
  readonly ends: Ending;
}

export interface FaultCase {
  readonly name: string;
  readonly lounge?: FaultLoungeOptions;
  /** Before the slip is taken: does it now, or arranges that it happens in the middle. */
  readonly strike: (lounge: FaultLounge) => void;
  /** Staff have heard of it before the slip is taken. */
  readonly isKnown?: true;
  readonly mend: (lounge: FaultLounge) => void;
  readonly hubLives: Course;
  /** The hub is killed at the worst moment, and started again while the fault stands. */
  readonly hubKilled: Course & {
    /** That moment: a state of the slip, or its paper falling off before its proof has arrived; else once it stands. */
    readonly at?: PrintJobState | 'cut' | 'first byte';
  };
}

/** So many lines are on the paper, its name among them, and many are not. */
export const middle = 7;
/** Its name has arrived, its code has not. */
export const middleByte = 300;

export const done: Ending = { staffHear: 'ready', slip: 'done', papers: 1 };
/** Nobody knows; a person should look, until another slip has come out. */
export const doubtful = (papers: 0 | 1): Ending => ({ staffHear: 'needs_check', slip: 'unknown', papers });
export const nothing = (): void => undefined;

/** A fault that a hand mends, there before the first byte. */
export function before(name: string, fault: keyof Faults, staffHear: PrinterCondition): FaultCase {
  const held: Course = { standing: { staffHear, slip: 'held' }, ends: done };
  return {
    name: `${name}, before`,
    isKnown: true,
    strike: (lounge) => lounge.printer.set({ [fault]: true }),
    mend: (lounge) => lounge.printer.set({ [fault]: false }),
    hubLives: held,
    hubKilled: held,
  };
}

/** The same while a slip is coming out: the printer keeps the rest and goes on afterwards. */
export function during(
  name: string,
  fault: keyof Faults,
  staffHear: PrinterCondition,
  strike: FaultCase['strike'] = ({ printer }) => printer.after(middle, 'line', () => printer.set({ [fault]: true })),
): FaultCase {
  return {
    name,
    strike,
    mend: (lounge) => lounge.printer.set({ [fault]: false }),
    hubLives: { standing: { staffHear, slip: 'sent' }, ends: done },
    hubKilled: { standing: { staffHear, slip: 'unknown' }, ends: doubtful(1) },
  };
}

/** Every line is on the paper, and that is known; the rest can wait, even for another run. */
export function afterTheLines(
  name: string,
  fault: keyof Faults,
  staffHear: PrinterCondition,
  strike: FaultCase['strike'],
): FaultCase {
  return {
    ...during(name, fault, staffHear, strike),
    hubLives: { standing: { staffHear, slip: 'printed' }, ends: done },
    hubKilled: { standing: { staffHear, slip: 'done' }, ends: done },
  };
}

/** The connection is gone while a slip is coming out. */
export function gone(name: string, strike: FaultCase['strike'], mend: FaultCase['mend'], papers: 0 | 1 = 1): FaultCase {
  const lost: Course = { standing: { staffHear: 'unreachable', slip: 'unknown' }, ends: doubtful(papers) };
  return { name, strike, mend, hubLives: lost, hubKilled: lost };
}

/** Something that no hand need mend, and that costs no proof. */
export function harmless(name: string, lounge: FaultLoungeOptions): FaultCase {
  return {
    name,
    lounge,
    strike: nothing,
    mend: nothing,
    hubLives: { standing: null, ends: done },
    hubKilled: { at: 'cut', standing: null, ends: doubtful(1) },
  };
}

/** @param window bytes that the system takes for a printer that does not read them */
export function neverReads(name: string, at: PrintJobState, window: number): FaultCase {
  const fault = gone(
    name,
    (lounge) => lounge.behave({ swallows: true }),
    (lounge) => lounge.behave({ swallows: false }),
    0,
  );
  return { ...fault, lounge: { cable: { window } }, hubKilled: { ...fault.hubKilled, at } };
}

export const plugIn = (lounge: FaultLounge): void => lounge.cable.plugIn();
export const unreachable: Course = { standing: { staffHear: 'unreachable', slip: 'held' }, ends: done };
