import type { CounterSnapshot } from '../../../contract/counters.ts';
import type { PrinterView } from '../../../contract/printing.ts';
import type { StaffSession } from '../../../contract/staff.ts';
import type { Gallery, Hand, Picture } from '../gallery.ts';
import { queueOf } from '../kiosk/data.ts';
import {
  called,
  counterInfo,
  desk,
  doubtfulSlips,
  heldSlips,
  job,
  long,
  longLine,
  manyPeople,
  missed,
  morning,
  printer,
  serving,
  session,
} from './data.ts';
import { letterPictures } from './letter-scenes.ts';
import type { Scene } from './stand-in.ts';

/** Every state of a counter's screen that must be looked at. */

const at3 = (change: Partial<CounterSnapshot>): Partial<Scene> => ({
  snapshots: { ...morning.snapshots, '3': { ...desk, ...change } },
});
const sits = (change: Partial<StaffSession>): Partial<Scene> => ({ session: { ...session, ...change } });
const nobody = sits({ person: null, counter: null, locksInSeconds: null });
const noCounter = sits({ counter: null });
const free = at3({ current: null });
const key = (name: string) => (hand: Hand) => hand.page.keyboard.press(name);
const type = (text: string) => (hand: Hand) => hand.page.keyboard.type(text);
const then =
  (...steps: ((hand: Hand) => Promise<void>)[]) =>
  async (hand: Hand) => {
    for (const step of steps) {
      await step(hand);
      await hand.step(400);
    }
  };
const tap = (name: (words: Hand['words']) => string | RegExp) => (hand: Hand) =>
  hand.touch(hand.page.getByRole('button', { name: name(hand.words) }).first());
const lose = async (hand: Hand) => {
  await hand.page.evaluate('window.controls.lose()');
  await hand.page.waitForTimeout(50);
  await hand.step(2_000);
};
const menu = tap(() => /^Siti Aminah/);
const lost = tap((words) => words.staff.signIn.lost);
const recoveryCode = [type('7q4k-m2xv'), key('Enter')];
const forSiti = [tap(() => 'Siti Aminah'), lost, ...recoveryCode];
const newPin = [type('482913'), type('482913')];
const reprintCurrent = tap((words) => words.counter.reprint.act);
const help = [
  { id: '0198e2f0-2222-7000-8000-000000000001', device: 'Anjungan 1', state: 'calling' as const, seconds: 20 },
];

const ofPrinter = (change: Partial<PrinterView>, slips = morning.slips): Partial<Scene> => ({
  ...at3({ printers: [printer(1, change), printer(2, { condition: 'paper_low', cutter: false })] }),
  slips,
});
const chip = tap(() => /^Anjungan 1/);
const guide = tap((words) => words.printers.acts.change);
const onward = tap((words) => new RegExp(`^${words.common.next}$`));
const reads = '0198e2f0-5555-7000-8000-000000000001';

const printers: readonly Picture<Scene>[] = [
  { name: 'printer', steps: then(chip) },
  { name: 'printer-more', steps: then(chip, onward) },
  {
    name: 'printer-paper-out',
    scene: ofPrinter({ condition: 'paper_out', waiting: 2, slips: 331 }, heldSlips),
    steps: then(chip),
  },
  {
    name: 'printer-to-check',
    scene: ofPrinter({ condition: 'needs_check', toCheck: 3, waiting: 1, rollSlips: null }, doubtfulSlips),
    steps: then(chip),
  },
  {
    name: 'printer-settled',
    scene: ofPrinter({ condition: 'needs_check', toCheck: 3 }, doubtfulSlips),
    steps: then(
      chip,
      tap((words) => `${words.printers.jobs.settle.came}: A017`),
    ),
  },
  {
    name: 'printer-settle-refused',
    scene: {
      ...ofPrinter({ condition: 'needs_check', toCheck: 3 }, doubtfulSlips),
      refusal: { code: 'PRINT_JOB_STATE' },
    },
    steps: then(
      chip,
      tap((words) => `${words.printers.jobs.settle.again}: A017`),
    ),
  },
  {
    name: 'printer-stopped',
    scene: ofPrinter({ condition: 'needs_check', stopped: 'unknown', toCheck: 3, waiting: 1, reads }, doubtfulSlips),
    steps: then(chip),
  },
  { name: 'printer-none', scene: ofPrinter({ condition: 'absent' }, []), steps: then(chip) },
  {
    name: 'printer-diverted',
    scene: ofPrinter({ condition: 'unreachable', divertedTo: 'kiosk-2' }),
    steps: then(chip),
  },
  {
    name: 'printer-divert',
    scene: ofPrinter({ condition: 'cutter_jammed' }),
    steps: then(
      chip,
      tap((words) => words.printers.acts.divert),
    ),
  },
  { name: 'printer-tested', steps: then(chip, key('1')) },
  { name: 'test-slip', scene: ofPrinter({ reads }) },
  {
    name: 'test-slip-free',
    scene: at3({ current: null, printers: [printer(1, { reads, condition: 'paper_low' })] }),
  },
  {
    name: 'test-slip-refused',
    scene: { ...ofPrinter({ reads }), refusal: { code: 'QUESTION_OVER' } },
    steps: then(key('1')),
  },
  {
    name: 'test-slip-unreadable',
    scene: ofPrinter({ reads }),
    steps: then(key('2')),
  },
  { name: 'paper-1-open', steps: then(chip, guide) },
  { name: 'paper-2-roll', steps: then(chip, guide, onward) },
  { name: 'paper-3-pull', steps: then(chip, guide, onward, onward) },
  { name: 'paper-4-close', steps: then(chip, guide, onward, onward, onward) },
  {
    name: 'paper-4-tear',
    scene: ofPrinter({ cutter: false }),
    steps: then(chip, guide, onward, onward, onward),
  },
  { name: 'paper-help', steps: then(menu, key('6')) },
];

const pictures: readonly Picture<Scene>[] = [
  { name: 'serving' },
  {
    name: 'serving-help',
    scene: at3({ help, printers: [printer(1, { condition: 'paper_low' })] }),
  },
  {
    name: 'serving-over',
    scene: at3({ current: { ...serving, servingSeconds: 1090, priority: 'elderly', files: 2 } }),
  },
  {
    name: 'serving-last',
    scene: at3({ line: [], waiting: 0, missed: [], parked: [], current: { ...serving, need: 'wheelchair' } }),
  },
  { name: 'serving-help-coming', scene: at3({ help: help.map((call) => ({ ...call, state: 'accepted' })) }) },
  {
    name: 'serving-printers-dead',
    scene: at3({
      printers: [
        printer(1, { condition: 'paper_out' }),
        printer(2, { condition: 'unreachable' }),
        printer(3, { condition: 'ready' }),
      ],
    }),
  },
  { name: 'called', scene: at3({ current: called, undo: { act: 'done', number: 'C011', seconds: 8 } }) },
  { name: 'called-absent', scene: at3({ current: { ...called, calls: 2, calledSeconds: 95, noShowIn: null } }) },
  { name: 'free', scene: at3({ current: null, undo: { act: 'done', number: 'C012', seconds: 10 } }) },
  {
    name: 'free-empty',
    scene: at3({ current: null, line: [], waiting: 0, missed: [], parked: [], served: 0, medianMinutes: null }),
  },
  {
    name: 'crowded',
    scene: {
      ...at3({
        line: longLine,
        waiting: 120,
        current: {
          ...serving,
          serviceId: 'service-a',
          number: 'A1203',
          priority: 'disabled',
          need: 'visit',
          servingSeconds: 4000,
        },
        help: [
          ...help,
          { id: '0198e2f0-2222-7000-8000-000000000002', device: 'Anjungan 2', state: 'calling', seconds: 75 },
        ],
        missed: Array.from({ length: 9 }, (_, i) => ({
          ...missed[i % 2]!,
          ticketId: `0198e2f0-3333-7000-8000-00000000000${i}`,
        })),
        counter: counterInfo('3', { services: ['service-a', 'service-c', 'service-k', 'service-l'] }),
      }),
      ...sits({ person: { id: session.person?.id ?? '', name: long.name, role: 'operator' } }),
      queue: queueOf(long.services),
    },
  },
  {
    name: 'paused',
    scene: at3({
      current: null,
      counter: counterInfo('3', { state: 'paused', pauseReason: 'prayer', since: '2026-11-24T09:02:00+07:00' }),
    }),
  },
  { name: 'closed', scene: { ...noCounter, kept: { 'anjungan.counter.id': '2' } } },
  { name: 'held-by-another', scene: { ...noCounter, kept: { 'anjungan.counter.id': '1' } } },
  {
    name: 'take-over',
    scene: { ...noCounter, kept: { 'anjungan.counter.id': '1' } },
    steps: tap((words) => words.counter.elsewhere.takeOver),
  },
  { name: 'offline', steps: lose },
  { name: 'offline-at-start', scene: { session: null }, steps: lose },
  { name: 'connecting', scene: { session: null } },
  { name: 'sending-again', scene: { refusal: 'silence' }, steps: then(key('r'), (hand) => hand.step(3_000)) },
  { name: 'refused', scene: { refusal: { code: 'TICKET_STATE' } }, steps: then(key('r')) },
  { name: 'transfer', steps: then(key('t')) },
  { name: 'next-matter', steps: then(tap((words) => words.counter.acts.nextMatter)) },
  {
    name: 'followed',
    steps: then(
      tap((words) => words.counter.acts.nextMatter),
      key('1'),
    ),
  },
  { name: 'cancel', steps: then(tap((words) => words.counter.acts.cancel)) },
  { name: 'pause', scene: free, steps: then(tap((words) => words.counter.acts.pause)) },
  { name: 'close', scene: free, steps: then(tap((words) => words.counter.acts.close)) },
  { name: 'row', scene: free, steps: then(tap(() => /^C018/)) },
  { name: 'row-occupied', steps: then(tap(() => /^C018/)) },
  {
    name: 'all-waiting',
    scene: at3({ line: longLine, waiting: 120 }),
    steps: then(tap((words) => new RegExp(words.counter.line.more(0).replace('0', '\\d+')))),
  },
  { name: 'find', steps: then(tap((words) => words.counter.rail.find)) },
  {
    name: 'found',
    steps: then(
      tap((words) => words.counter.rail.find),
      type('c0'),
      key('Enter'),
    ),
  },
  { name: 'reprint', steps: then(reprintCurrent) },
  { name: 'reprint-printing', steps: then(reprintCurrent, key('1')) },
  {
    name: 'reprint-found',
    scene: { job: job({ state: 'done' }) },
    steps: then(
      tap((words) => words.counter.rail.find),
      type('c0'),
      key('Enter'),
      tap((words) => `${words.counter.reprint.act} C014`),
      key('1'),
    ),
  },
  {
    name: 'reprint-no-paper',
    scene: { job: job({ state: 'held', printer: 'paper_out' }) },
    steps: then(reprintCurrent, key('1')),
  },
  { name: 'reprint-refused', scene: { refusal: { code: 'SLIP_UNDER_WAY' } }, steps: then(reprintCurrent, key('1')) },
  { name: 'take', steps: then(tap((words) => words.counter.rail.take)) },
  {
    name: 'take-priority',
    steps: then(
      tap((words) => words.counter.rail.take),
      key('2'),
    ),
  },
  {
    name: 'taken',
    steps: then(
      tap((words) => words.counter.rail.take),
      key('2'),
      key('2'),
    ),
  },
  {
    name: 'take-closed',
    scene: { refusal: { code: 'SERVICE_CLOSED' } },
    steps: then(
      tap((words) => words.counter.rail.take),
      key('2'),
      key('2'),
    ),
  },
  {
    name: 'spare',
    scene: free,
    steps: then(
      tap((words) => words.counter.rail.spare),
      type('12'),
    ),
  },
  { name: 'menu', steps: then(menu) },
  { name: 'menu-free', scene: free, steps: then(menu) },
  { name: 'menu-closed', scene: { ...noCounter, kept: { 'anjungan.counter.id': '2' } }, steps: then(menu) },
  { name: 'change-pin', steps: then(menu, key('2')) },
  {
    name: 'sign-in',
    scene: { ...nobody, kept: { 'anjungan.counter.person': '0198e2f0-1111-7000-8000-000000000005' } },
  },
  { name: 'sign-in-many', scene: { ...nobody, people: manyPeople } },
  {
    name: 'sign-in-searched',
    scene: { ...nobody, people: manyPeople },
    steps: then((hand) => hand.page.getByRole('searchbox').fill('wul de')),
  },
  {
    name: 'sign-in-pin',
    scene: nobody,
    steps: then(
      tap(() => 'Siti Aminah'),
      type('482'),
    ),
  },
  {
    name: 'pin-wrong',
    scene: { ...nobody, refusal: { code: 'PIN_WRONG', data: { retrySeconds: 0 } } },
    steps: then(
      tap(() => 'Siti Aminah'),
      type('482913'),
    ),
  },
  {
    name: 'pin-slow',
    scene: { ...nobody, refusal: { code: 'PIN_WRONG', data: { retrySeconds: 30 } } },
    steps: then(
      tap(() => 'Siti Aminah'),
      type('482913'),
    ),
  },
  {
    name: 'device-locked',
    scene: sits({ person: null, counter: null, locksInSeconds: null, deviceLockedSeconds: 260 }),
    steps: then(tap(() => 'Siti Aminah')),
  },
  { name: 'recovery-code', scene: nobody, steps: then(lost) },
  { name: 'recovery-code-typed', scene: nobody, steps: then(lost, type('7q4k-m2xv')) },
  {
    name: 'recovery-locked',
    scene: sits({ person: null, counter: null, locksInSeconds: null, deviceLockedSeconds: 260 }),
    steps: then(lost, type('7q4k-m2xv')),
  },
  { name: 'recovery-person', scene: nobody, steps: then(lost, ...recoveryCode) },
  { name: 'recovery-person-many', scene: { ...nobody, people: manyPeople }, steps: then(lost, ...recoveryCode) },
  {
    name: 'recovery-name',
    scene: nobody,
    steps: then(
      lost,
      ...recoveryCode,
      tap((words) => words.staff.recovery.unlisted),
    ),
  },
  { name: 'recovery-pin', scene: nobody, steps: then(...forSiti) },
  { name: 'recovery-pin-again', scene: nobody, steps: then(...forSiti, type('482913')) },
  { name: 'recovery-pin-weak', scene: nobody, steps: then(...forSiti, type('123456')) },
  { name: 'recovery-sending', scene: { ...nobody, refusal: 'silence' }, steps: then(...forSiti, ...newPin) },
  {
    name: 'recovery-code-wrong',
    scene: { ...nobody, refusal: { code: 'CODE_WRONG' } },
    steps: then(...forSiti, ...newPin),
  },
  {
    name: 'recovery-unreachable',
    scene: { ...nobody, refusal: { code: 'UNREACHABLE' } },
    steps: then(...forSiti, ...newPin),
  },
  {
    name: 'recovered',
    scene: { ...nobody, refusal: { code: 'UNREACHABLE', after: 'setUp' } },
    steps: then(...forSiti, ...newPin),
  },
  { name: 'choose', scene: noCounter },
  {
    name: 'choose-held',
    scene: noCounter,
    steps: then(tap((words) => new RegExp(words.counter.choose.held('Budi Santoso')))),
  },
  { name: 'locked', scene: sits({ locked: true }) },
  { name: 'locked-free', scene: sits({ locked: true, counter: { id: '3', number: null, servingSeconds: null } }) },
  { name: 'locked-other', scene: sits({ locked: true }), steps: then(tap((words) => words.staff.locked.other)) },
  {
    name: 'locked-free-other',
    scene: sits({ locked: true, counter: { id: '3', number: null, servingSeconds: null } }),
    steps: then(tap((words) => words.staff.locked.other)),
  },
  { name: 'set-up-code', scene: sits({ person: null, counter: null, setUpNeeded: true }) },
  {
    name: 'set-up-name',
    scene: sits({ person: null, counter: null, setUpNeeded: true }),
    steps: then(type('7q4k-m2xv'), key('Enter'), type('Siti Aminah')),
  },
  {
    name: 'set-up-pin-again',
    scene: sits({ person: null, counter: null, setUpNeeded: true }),
    steps: then(type('7q4k-m2xv'), key('Enter'), type('Siti Aminah'), key('Enter'), type('482913')),
  },
  {
    name: 'set-up-weak',
    scene: sits({ person: null, counter: null, setUpNeeded: true }),
    steps: then(type('7q4k-m2xv'), key('Enter'), type('Siti Aminah'), key('Enter'), type('123456')),
  },
  {
    name: 'set-up-code-wrong',
    scene: { ...sits({ person: null, counter: null, setUpNeeded: true }), refusal: { code: 'CODE_WRONG' } },
    steps: then(
      type('7q4k-m2xv'),
      key('Enter'),
      type('Siti Aminah'),
      key('Enter'),
      type('482913'),
      type('482913'),
      type('739164'),
      type('739164'),
    ),
  },
];

export const gallery: Gallery<Scene> = {
  pictures: [...pictures, ...printers, ...letterPictures],
  sizes: ['1366x768', '1920x1080', '1024x768', '1080x1920'],
  scene: (change, language) => ({
    ...morning,
    ...change,
    kept: { ...change?.kept, 'anjungan.counter.language': language },
  }),
  limits: () => ({ minimumText: 14, minimumTarget: 44 }),
  ready: 'main',
  settle: 400,
};
