import type { CounterSnapshot, CurrentTicket, WaitingTicket } from '../../../contract/counters.ts';
import type { PrinterView, PrintJobSnapshot, PrintJobView } from '../../../contract/printing.ts';
import type { StaffSession } from '../../../contract/staff.ts';
import type { CounterInfo, FoundTicket, PersonName } from '../../../renderer/client/staff-client.ts';
import { at, house, longNamed, number, queueOf, six } from '../kiosk/data.ts';
import { villageLetters } from './letters.ts';
import type { Scene } from './stand-in.ts';

/** The same Tuesday morning, seen from counter 3. */

let made = 0;
/** Ticket ids in order, so that a scene can name one. */
const uuid = () => `0198e2f0-0000-7000-8000-${String(++made).padStart(12, '0')}`;

const head = (ticketNumber: string) => ({
  ticketId: uuid(),
  number: ticketNumber,
  serviceId: `service-${ticketNumber[0]?.toLowerCase()}`,
  priority: null,
  need: null,
});

const waits = (ticketNumber: string, minutes: number, change: Partial<WaitingTicket> = {}): WaitingTicket => ({
  ...head(ticketNumber),
  waitedSeconds: minutes * 60 + 20,
  why: { rule: 'arrival' },
  ...change,
});

export const line: WaitingTicket[] = [
  waits('C013', 11),
  waits('C018', 3, { priority: 'elderly', why: { rule: 'priority', rate: 3, minutes: 3 } }),
  waits('C014', 8),
  waits('C015', 6, { need: 'wheelchair' }),
  waits('K004', 5),
  waits('C016', 4),
  waits('C017', 3),
  waits('C019', 2),
  waits('K005', 1),
  waits('C020', 0),
];

export const longLine: WaitingTicket[] = Array.from({ length: 40 }, (_, i) =>
  waits(`${i % 4 === 3 ? 'K' : 'C'}${String(113 + i).padStart(3, '0')}`, 118 - i * 2, {
    ...(i % 5 === 1 ? { priority: 'infant', why: { rule: 'priority', rate: 3, minutes: 40 - i } } : {}),
    ...(i % 7 === 2 ? { need: 'visit' } : {}),
  }),
);

export const serving: CurrentTicket = {
  ...head('C012'),
  state: 'serving',
  calls: 1,
  waitedSeconds: 14 * 60,
  calledSeconds: 300,
  servingSeconds: 277,
  targetMinutes: 15,
  files: 1,
  noShowIn: null,
};
export const called: CurrentTicket = {
  ...serving,
  state: 'called',
  calledSeconds: 24,
  servingSeconds: null,
  noShowIn: { calls: 1, seconds: 36 },
};

export const missed = [
  { ...head('C009'), calls: 2, missedSeconds: 260, canBeCalledBack: true },
  { ...head('C003'), calls: 3, missedSeconds: 2900, canBeCalledBack: false },
];
export const parked = [{ ...head('K002'), parkedSeconds: 400, counterId: '3' }];

export const siti = { id: '0198e2f0-1111-7000-8000-000000000001', name: 'Siti Aminah' };

export const counterInfo = (id: string, change: Partial<CounterInfo> = {}): CounterInfo => ({
  id,
  name: { id: `Loket ${id}`, en: `Counter ${id}` },
  state: 'open',
  pauseReason: null,
  since: '2026-11-24T07:31:00+07:00',
  services: ['service-c', 'service-k'],
  accessible: id === '3',
  number: null,
  ...change,
});

export const printer = (n: number, change: Partial<PrinterView> = {}): PrinterView => ({
  device: `kiosk-${n}`,
  name: `Anjungan ${n}`,
  condition: 'ready',
  stopped: null,
  reads: null,
  toCheck: 0,
  waiting: 0,
  slips: 132,
  rollSlips: 330,
  cutter: true,
  divertedTo: null,
  ...change,
});

const slip = (ticket: string, minute: number, change: Partial<PrintJobView> = {}): PrintJobView => ({
  id: uuid(),
  ticketId: uuid(),
  number: ticket,
  service: `service-${ticket[0]?.toLowerCase() ?? ''}`,
  nth: 0,
  state: 'done',
  reason: null,
  evidence: 'completion',
  queuedAt: `2026-11-24T09:${String(minute).padStart(2, '0')}:00+07:00`,
  changedAt: `2026-11-24T09:${String(minute).padStart(2, '0')}:03+07:00`,
  ...change,
});

/** As the hub tells them, newest first. */
export const slips: PrintJobView[] = [
  slip('C020', 13, { state: 'sent', evidence: null }),
  slip('K005', 12, { reason: 'interrupted', evidence: 'queue' }),
  slip('C019', 11, { nth: 2, evidence: 'status' }),
  slip('C016', 9, { evidence: 'system' }),
  slip('K004', 8, { evidence: 'bytes' }),
  slip('C015', 7, { evidence: 'person' }),
  slip('C014', 6, { ticketId: null, number: null, service: null }),
  slip('C013', 3),
];
const lostSlip = (ticket: string, minute: number, reason: string | null = null) =>
  slip(ticket, minute, { state: 'unknown', reason, evidence: null });
export const doubtfulSlips: PrintJobView[] = [
  ...slips.slice(1, 3),
  lostSlip('C018', 10),
  lostSlip('A017', 9, 'restart'),
  slip('C017', 8, { state: 'held', reason: 'paper_out', evidence: null }),
  lostSlip('K003', 7),
  ...slips.slice(3),
];
export const heldSlips: PrintJobView[] = [
  slip('C020', 13, { state: 'held', reason: 'paper_out', evidence: null }),
  slip('K005', 12, { state: 'held', reason: 'paper_out', evidence: null }),
  slip('C012', 2, { state: 'cancelled', reason: 'expired', evidence: null }),
  ...slips.slice(2),
];

export const job = (change: Partial<PrintJobSnapshot>): PrintJobSnapshot => ({
  state: 'sent',
  printer: 'ready',
  asks: false,
  tear: false,
  elsewhere: null,
  ...change,
});

export const desk: CounterSnapshot = {
  at,
  serviceDay: '2026-11-24',
  counter: counterInfo('3'),
  holder: siti,
  mine: true,
  current: serving,
  line,
  waiting: line.length,
  missed,
  parked,
  help: [],
  printers: [printer(1)],
  served: 31,
  medianMinutes: 6,
  undo: null,
};

export const session: StaffSession = {
  at,
  device: { id: 'pc-3', name: 'PC loket 3', kind: 'counter' },
  person: { ...siti, role: 'operator' },
  locked: false,
  locksInSeconds: 900,
  deviceLockedSeconds: null,
  setUpNeeded: false,
  counter: { id: '3', number: 'C012', servingSeconds: 277 },
};

const names = ['Siti Aminah', 'Budi Santoso', 'Ni Wayan Kartini', 'Agus Prasetyo', 'Dewi Lestari', 'Muhammad Rizki'];
export const people: PersonName[] = names.map((name, i) => ({
  id: `0198e2f0-1111-7000-8000-00000000000${i + 1}`,
  name,
}));
export const manyPeople: PersonName[] = ['', ' Hidayat', ' Wulandari', ' Setiawan', ' Nugroho'].flatMap((family, f) =>
  people.map(({ name }, i) => ({
    id: `0198e2f0-1111-7000-8000-0000000${f}${String(i + 1).padStart(4, '0')}`,
    name: `${name}${family}`,
  })),
);

export const found: FoundTicket[] = [
  {
    ...head('C009'),
    state: 'no_show',
    takenAt: '2026-11-24T08:41:00+07:00',
    calledAt: null,
    counterId: null,
    printJobId: '',
  },
  {
    ...head('C010'),
    state: 'done',
    takenAt: '2026-11-24T08:44:00+07:00',
    calledAt: null,
    counterId: '3',
    printJobId: '',
  },
  {
    ...head('C014'),
    state: 'waiting',
    takenAt: '2026-11-24T09:06:00+07:00',
    calledAt: null,
    counterId: null,
    printJobId: '',
  },
];

/** Longest names there are. */
export const long = { services: [longNamed, ...six.slice(1)], name: 'Raden Ayu Kusumaningtyas Widyawati Hadiningrat' };

export const morning: Scene = {
  session,
  snapshots: {
    '1': { ...desk, counter: counterInfo('1'), holder: { id: 'b', name: 'Budi Santoso' }, mine: false, waiting: 3 },
    '2': {
      ...desk,
      counter: counterInfo('2', { state: 'closed' }),
      holder: null,
      mine: false,
      current: null,
      line: [],
      waiting: 0,
    },
    '3': desk,
    '4': {
      ...desk,
      counter: counterInfo('4', { state: 'closed' }),
      holder: null,
      mine: false,
      current: null,
      line: line.slice(0, 7),
      waiting: 7,
    },
  },
  queue: queueOf(six),
  lounge: house,
  counters: ['1', '2', '3', '4'].map((id) => counterInfo(id)),
  people,
  found,
  ticket: number,
  letters: villageLetters,
  job: job({}),
  slips,
  refusal: null,
  kept: {},
};
