import type { Faults } from '../doubles/printer/sensors.ts';
import type { Dice } from './dice.ts';
import type { FaultLounge } from './fault-lounge.ts';

/** Something that goes wrong, and how it is mended. */
export interface Mischief {
  readonly name: string;
  readonly strike: (lounge: FaultLounge) => void;
  /** Absent: it is over as soon as it has happened. */
  readonly mend?: (lounge: FaultLounge) => void;
}

function fault(name: keyof Faults): Mischief {
  return {
    name,
    strike: ({ printer }) => printer.set({ [name]: true }),
    mend: ({ printer }) => printer.set({ [name]: false }),
  };
}

/** What can happen to the way between hub and printer. */
const onTheWay: readonly Mischief[] = [
  { name: 'cable', strike: ({ cable }) => cable.pull(), mend: ({ cable }) => cable.plugIn() },
  { name: 'session', strike: ({ cable }) => cable.steal(), mend: ({ cable }) => cable.giveBack() },
  { name: 'reset', strike: ({ printer }) => printer.reset() },
  {
    name: 'not reading',
    strike: (lounge) => lounge.behave({ swallows: true }),
    mend: (lounge) => lounge.behave({ swallows: false }),
  },
];
const hub: Mischief = { name: 'hub', strike: (lounge) => lounge.killHub(), mend: (lounge) => lounge.startHub() };
const agent: Mischief = {
  name: 'agent',
  strike: (lounge) => lounge.killAgent(),
  mend: (lounge) => lounge.startAgent(),
};

/** What a printer that tells its state finds out. */
const atThePrinter: readonly Mischief[] = [
  fault('paperOut'),
  fault('coverOpen'),
  fault('cutterJam'),
  fault('headHot'),
  {
    name: 'blade',
    strike: (lounge) => lounge.behave({ jamsAtCut: true }),
    mend: (lounge) => {
      lounge.behave({ jamsAtCut: false });
      lounge.printer.set({ cutterJam: false });
    },
  },
  { name: 'power', strike: ({ cable }) => cable.powerOff(), mend: ({ cable }) => cable.powerOn() },
  { name: 'deaf', strike: ({ cable }) => cable.goDeaf(), mend: ({ cable }) => cable.hearAgain() },
];
/** Only proof in turn tells it apart from a good one. */
const lie: Mischief = {
  name: 'lie',
  strike: (lounge) => {
    lounge.behave({ lying: true });
    lounge.printer.set({ paperOut: true });
  },
  mend: (lounge) => {
    lounge.behave({ lying: false });
    lounge.printer.set({ paperOut: false });
  },
};

/** What may be found out with what the printer can say; nobody can see more. */
export function mischiefFor(says: 'nothing' | 'status' | 'proof', isLent: boolean): readonly [Mischief, ...Mischief[]] {
  return [
    hub,
    ...(isLent ? [agent] : []),
    ...onTheWay,
    ...(says === 'nothing' ? [] : atThePrinter),
    ...(says === 'proof' ? [lie] : []),
  ];
}

/** When it strikes: at once, or in the middle of what is coming. */
export function arrange(lounge: FaultLounge, dice: Dice, strike: () => void): void {
  const moment = dice.between(1, 6);
  if (moment === 1) strike();
  else if (moment === 2) lounge.printer.after(1, 'cut', strike);
  else if (moment === 3) lounge.beforeNextSlip(strike);
  else if (moment === 4) lounge.printer.after(dice.between(1, 700), 'byte', strike);
  else lounge.printer.after(dice.between(1, 22), 'line', strike);
}
