import type * as indonesian from './id.ts';

export const display: typeof indonesian.display = {
  number: 'Queue number',
  nobody: 'Nobody has been called yet',
  nobodyDetail: 'Please wait. Your number will be called.',
  allClosed: 'All counters are closed',
  board: 'All counters',
  numbers: 'Number',
  missed: 'Missed',
  missedDetail: 'Show your slip at a counter.',
  free: 'No number yet',
  paused: {
    break: 'On a break',
    prayer: 'At prayer',
    helping: 'Helping somebody',
    documents: 'At paperwork',
    technical: 'Out of service',
  },
  breakAt: (from, to) => `Break from ${from} to ${to}.`,
  unreachable: 'Connection lost. Please listen for the staff.',
  lastKnown: (time) => `As of ${time}`,
  soundBlocked: 'Sound is off, touch the screen',
  soundMuted: (time) => `Sound is muted until ${time}. Watch the screen.`,
  soundless: 'No sound. Watch the screen.',
};
