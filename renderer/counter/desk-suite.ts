import type { CounterSnapshot, CurrentTicket } from '../../contract/counters.ts';

/** Counters in the states that tests of this folder speak of. */

const at = '2026-11-24T09:14:20+07:00';
const siti = { id: '0198e2f0-1111-7000-8000-000000000001', name: 'Siti Aminah' };

interface Change {
  state?: CounterSnapshot['counter']['state'];
  current?: CurrentTicket | null;
  waiting?: number;
  undo?: CounterSnapshot['undo'];
}

/** Counter 3, held by the person who looks, with so many of service C waiting. */
export function snapshotWith({ state = 'open', current = null, waiting = 2, undo = null }: Change): CounterSnapshot {
  return {
    at,
    serviceDay: '2026-11-24',
    counter: {
      id: '3',
      name: { id: 'Loket 3', en: 'Counter 3' },
      state,
      pauseReason: state === 'paused' ? 'break' : null,
      since: at,
      services: ['surat-desa'],
      accessible: false,
      number: current?.number ?? null,
    },
    holder: state === 'closed' ? null : siti,
    mine: state !== 'closed',
    current,
    line: Array.from({ length: waiting }, (_, i) => ({
      ...head(13 + i),
      waitedSeconds: 600 - i * 60,
      why: { rule: 'arrival' as const },
    })),
    waiting,
    missed: [],
    parked: [],
    help: [],
    printers: [],
    served: 0,
    medianMinutes: null,
    undo,
  };
}

export const free = (waiting: number): CounterSnapshot => snapshotWith({ waiting });

export const ofAnother = (): CounterSnapshot => ({
  ...snapshotWith({ current: servingTicket() }),
  holder: { id: '0198e2f0-1111-7000-8000-000000000002', name: 'Budi Santoso' },
  mine: false,
});

/** @param noShowIn what is missing before the person counts as absent */
export function calledTicket(noShowIn: CurrentTicket['noShowIn'] = null): CurrentTicket {
  return { ...servingTicket(), state: 'called', servingSeconds: null, noShowIn };
}

export function servingTicket(): CurrentTicket {
  return {
    ...head(12),
    state: 'serving',
    calls: 1,
    waitedSeconds: 840,
    calledSeconds: 300,
    servingSeconds: 277,
    targetMinutes: 15,
    files: 1,
    noShowIn: null,
  };
}

function head(n: number) {
  return {
    ticketId: `0198e2f0-0000-7000-8000-${String(n).padStart(12, '0')}`,
    number: `C${String(n).padStart(3, '0')}`,
    serviceId: 'surat-desa',
    priority: null,
    need: null,
  };
}
