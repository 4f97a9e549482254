import type { PrinterCondition, PrintJobSnapshot } from '../../../contract/printing.ts';
import { type PauseReason, pauseReasons, type Service, type Ticket } from '../../../contract/queue.ts';
import type { Gallery, Hand, Picture } from '../gallery.ts';
import { scan } from '../touch.ts';
import { checked, closings, fourteen, house, logos, longNamed, morning, number, queueOf, six } from './data.ts';
import { letterPictures, village } from './letters-scenes.ts';
import type { Scene } from './stand-in.ts';

/** Every screen and state that must be looked at: what the hub says, and what is touched. */

const start = ({ tap, words }: Hand) => tap(words.attract.touch);
const toPriority = async (hand: Hand) => {
  await start(hand);
  await hand.choose(1);
};
const toTicket = async (hand: Hand) => {
  await toPriority(hand);
  await hand.tap(hand.words.priority.none);
};
const withPriority = async (hand: Hand) => {
  await toPriority(hand);
  await hand.choose(0);
};
const again = async (hand: Hand, times: number) => {
  for (let time = 0; time < times; time += 1) {
    await toPriority(hand);
    const other = hand.page.getByRole('button', { name: hand.words.others.anotherYes });
    if (await other.isVisible()) await hand.tap(hand.words.others.anotherYes);
    await hand.tap(hand.words.priority.none);
    await hand.tap(hand.words.ticket.finish);
  }
  await toPriority(hand);
};
const panel = ({ tap, words }: Hand) => tap(words.bar.panel);
const help = ({ tap, words }: Hand) => tap(words.bar.help);

const only = (service: Service): Partial<Scene> => ({ queue: queueOf([service]) });
const shut = (availability: Service['availability']): Partial<Scene> => ({
  queue: queueOf(six.map((service) => ({ ...service, availability, promise: null }))),
});
const job = (state: PrintJobSnapshot['state'], printer: PrinterCondition = 'ready'): PrintJobSnapshot => ({
  state,
  printer,
  asks: false,
  tear: false,
  elsewhere: null,
});
const slip = (...of: Parameters<typeof job>): Partial<Scene> => ({ job: job(...of) });
const asked: PrintJobSnapshot = { ...job('unknown', 'needs_check'), asks: true };
const torn = (state: PrintJobSnapshot['state']): Partial<Scene> => ({ job: { ...job(state), tear: true } });
const elsewhere = (...of: Parameters<typeof job>): Partial<Scene> => ({
  job: { ...job(...of), elsewhere: 'Anjungan 2' },
});
const toAnswer = (answer: 'came' | 'notYet') => async (hand: Hand) => {
  await toTicket(hand);
  await hand.tap(hand.words.slip[answer]);
};
const unanswered = async (hand: Hand) => {
  await toTicket(hand);
  await hand.page.getByRole('alert').waitFor();
  await hand.step(20_100);
};
const longQuestion: Partial<Scene> = {
  ...only(longNamed),
  job: { ...asked, elsewhere: 'Anjungan pintu selatan' },
  ticket: { ...number, number: 'A1018', peopleAhead: 120, promise: longNamed.promise },
};
const toLongTicket = async (hand: Hand) => {
  await single(hand);
  await hand.choose(0);
};
const long = { queue: queueOf([longNamed, ...six.slice(1)]) };
const soon = { point: 3, fromMinutes: 0, toMinutes: 5, notBefore: null };
const large = { preferences: { text: 150 } } as const;

const paused = (reason: PauseReason): Partial<Scene> => ({
  queue: queueOf(six.map((service) => ({ ...service, paused: reason }))),
});
const logo = (png: string): Partial<Scene> => ({ lounge: { ...house, logo: 'its-hash' }, logo: png });
const check = ({ tap, words }: Hand) => tap(words.features.check.title);
const toNumber = (typed: string) => async (hand: Hand) => {
  await check(hand);
  for (const key of typed) await hand.touch(hand.page.getByRole('button', { name: key, exact: true }));
};
const toChecked = async (hand: Hand) => {
  await toNumber('C18')(hand);
  await hand.tap(hand.words.check.look);
};
const toSpare = async (hand: Hand) => {
  await toNumber('X17')(hand);
  await hand.tap(hand.words.check.look);
};
const called = { counterId: '3', calledAt: '2026-11-24T09:12:00+07:00' } as const;
const away = { position: null, peopleAhead: null } as const;
const ticketStates: Record<string, Partial<Ticket>> = {
  waiting: {},
  next: { position: 1, peopleAhead: 0 },
  late: { takenAt: '2026-11-24T07:44:20+07:00' },
  called: { state: 'called', ...called, ...away },
  'called-somewhere': { state: 'called', ...called, counterId: '9', ...away },
  serving: { state: 'serving', ...called, ...away },
  done: { state: 'done', ...called, ...away },
  missed: { state: 'no_show', ...called, ...away, canBeCalledBack: true },
  'missed-late': { state: 'no_show', ...called, ...away },
  parked: { state: 'parked', ...called, ...away },
  cancelled: { state: 'cancelled', ...away },
  yesterday: { serviceDay: '2026-11-23' },
  tomorrow: { serviceDay: '2026-11-25' },
};
const longTicket: Partial<Scene> = {
  queue: queueOf([{ ...longNamed, paused: 'documents' }, ...six.slice(1)]),
  checked: { ...checked, number: 'A1018', serviceId: longNamed.id, peopleAhead: 120, promise: longNamed.promise },
};

const pictures: Picture<Scene>[] = [
  { name: 'attract' },
  { name: 'attract-single', scene: only(six[1] as Service) },
  { name: 'attract-nobody-called', scene: { queue: { ...queueOf(six), calls: [] } } },
  { name: 'attract-closed', scene: shut(closings.after_closing) },
  { name: 'attract-power-returned', scene: { lounge: { ...house, powerReturnedAt: house.at } } },
  { name: 'attract-clock', scene: { lounge: { ...house, clockConfirmed: false } } },
  {
    name: 'attract-clock-power-150',
    scene: { ...large, lounge: { ...house, clockConfirmed: false, powerReturnedAt: house.at } },
  },
  { name: 'attract-contrast', scene: { preferences: { highContrast: true } } },
  { name: 'attract-150', scene: large },
  { name: 'home', scene: { manyFeatures: true, lounge: village }, steps: start },
  { name: 'home-150', scene: { manyFeatures: true, lounge: village, ...large }, steps: start },
  { name: 'services', steps: start },
  { name: 'services-logo-wide', scene: logo(logos.wide), steps: start },
  { name: 'services-logo-shield', scene: logo(logos.shield), steps: start },
  { name: 'services-logo-broken', scene: logo(logos.broken), steps: start },
  { name: 'services-long', scene: long, steps: start },
  { name: 'services-long-125', scene: { ...long, preferences: { text: 125 } }, steps: start },
  { name: 'services-long-150', scene: { ...long, ...large }, steps: start },
  { name: 'services-three', scene: { queue: queueOf(six.slice(0, 3)) }, steps: start },
  { name: 'services-empty', scene: { queue: queueOf([]) }, steps: start },
  { name: 'services-all-closed', scene: shut(closings.after_closing), steps: start },
  { name: 'services-contrast', scene: { preferences: { highContrast: true } }, steps: start },
  { name: 'services-read-aloud', scene: { preferences: { readAloud: true } }, steps: start },
  { name: 'services-lowered', scene: { ...long, preferences: { lowered: true } }, steps: start, upright: true },
  {
    name: 'services-lowered-150',
    scene: { ...long, preferences: { lowered: true, text: 150 } },
    steps: start,
    upright: true,
  },
  { name: 'agencies', scene: { queue: queueOf(fourteen) }, steps: start },
  { name: 'agencies-150', scene: { queue: queueOf(fourteen), ...large }, steps: start },
  { name: 'agency-services', scene: { queue: queueOf(fourteen) }, steps: toAgency },
  { name: 'search', scene: { queue: queueOf(fourteen) }, steps: toSearch('') },
  { name: 'search-found', scene: { queue: queueOf(fourteen) }, steps: toSearch('BP') },
  { name: 'search-many', scene: { queue: queueOf(fourteen) }, steps: toSearch('B') },
  { name: 'search-none', scene: { queue: queueOf(fourteen), ...large }, steps: toSearch('XYZ') },
  { name: 'search-many-150', scene: { queue: queueOf(fourteen), ...large }, steps: toSearch('B') },
  {
    name: 'search-lowered',
    scene: { queue: queueOf(fourteen), preferences: { lowered: true } },
    steps: toSearch('B'),
    upright: true,
  },
  ...Object.entries(closings).map(([reason, availability]) => ({
    name: `closed-${reason}`,
    scene: shut(availability),
    steps: toPriority,
  })),
  { name: 'closed-single', scene: only({ ...longNamed, availability: closings.quota_reached }), steps: single },
  { name: 'closed-150', scene: { ...shut(closings.holiday), ...large }, steps: toPriority },
  { name: 'priority', steps: toPriority },
  { name: 'priority-150', scene: large, steps: toPriority },
  { name: 'priority-lowered', scene: { preferences: { lowered: true } }, steps: toPriority, upright: true },
  {
    name: 'priority-lowered-150',
    scene: { preferences: { lowered: true, text: 150 } },
    steps: toPriority,
    upright: true,
  },
  { name: 'taking', scene: { takeError: 'silence' }, steps: toTicket },
  { name: 'taking-unreachable', scene: { takeError: { code: 'UNREACHABLE' } }, steps: toTicket },
  { name: 'ticket-printing', steps: withPriority },
  { name: 'ticket-done', scene: slip('done'), steps: toTicket },
  {
    name: 'ticket-next',
    scene: { ...slip('done'), ticket: { ...number, peopleAhead: 0, promise: { ...soon } } },
    steps: toTicket,
  },
  ...(
    ['paper_out', 'cover_open', 'cutter_jammed', 'head_hot', 'unreachable', 'needs_check', 'absent', 'ready'] as const
  ).map((printer) => ({ name: `ticket-held-${printer}`, scene: slip('held', printer), steps: toTicket })),
  { name: 'ticket-roll-ended', scene: slip('sent', 'paper_out'), steps: toTicket },
  { name: 'ticket-unknown', scene: slip('unknown', 'needs_check'), steps: toTicket },
  { name: 'ticket-cancelled', scene: slip('cancelled'), steps: toTicket },
  {
    name: 'ticket-long-150',
    scene: {
      ...only(longNamed),
      ...slip('held', 'cutter_jammed'),
      ...large,
      ticket: { ...number, number: 'A1018', peopleAhead: 120, promise: longNamed.promise },
    },
    steps: toLongTicket,
  },
  {
    name: 'ticket-contrast',
    scene: { ...slip('held', 'paper_out'), preferences: { highContrast: true } },
    steps: toTicket,
  },
  { name: 'ticket-read-aloud', scene: { ...slip('done'), preferences: { readAloud: true } }, steps: toTicket },
  {
    name: 'ticket-lowered',
    scene: { ...slip('done'), preferences: { lowered: true } },
    steps: toTicket,
    upright: true,
  },
  { name: 'slip-question', scene: { job: asked }, steps: toTicket },
  { name: 'slip-question-priority', scene: { job: { ...asked, elsewhere: 'Anjungan 2' } }, steps: withPriority },
  {
    name: 'slip-question-late',
    scene: { job: asked },
    steps: async (hand) => {
      await toTicket(hand);
      await hand.page.getByRole('alert').waitFor();
      await hand.step(15_500);
    },
  },
  { name: 'slip-question-150', scene: { job: asked, ...large }, steps: toTicket },
  { name: 'slip-question-long', scene: longQuestion, steps: toLongTicket },
  { name: 'slip-question-long-150', scene: { ...longQuestion, ...large }, steps: toLongTicket },
  { name: 'slip-question-contrast', scene: { job: asked, preferences: { highContrast: true } }, steps: toTicket },
  {
    name: 'slip-question-lowered',
    scene: { job: asked, preferences: { lowered: true } },
    steps: toTicket,
    upright: true,
  },
  {
    name: 'slip-question-lowered-150',
    scene: { job: asked, preferences: { lowered: true, text: 150 } },
    steps: toTicket,
    upright: true,
  },
  { name: 'slip-question-read-aloud', scene: { job: asked, preferences: { readAloud: true } }, steps: toTicket },
  { name: 'slip-question-sending', scene: { job: asked, answerError: 'silence' }, steps: toAnswer('notYet') },
  { name: 'slip-came', scene: { job: asked }, steps: toAnswer('came') },
  { name: 'slip-came-150', scene: { job: asked, ...large }, steps: toAnswer('came') },
  { name: 'slip-again', scene: { job: asked, reprint: job('sending') }, steps: toAnswer('notYet') },
  { name: 'slip-again-done', scene: { job: asked, reprint: job('done') }, steps: toAnswer('notYet') },
  { name: 'slip-again-failed', scene: { job: asked, reprint: job('held', 'paper_out') }, steps: toAnswer('notYet') },
  { name: 'slip-over', scene: { job: asked }, steps: unanswered },
  { name: 'slip-over-150', scene: { job: asked, ...large }, steps: unanswered },
  { name: 'slip-over-contrast', scene: { job: asked, preferences: { highContrast: true } }, steps: unanswered },
  { name: 'slip-refused', scene: { job: asked, answerError: 'QUESTION_OVER' }, steps: toAnswer('came') },
  { name: 'slip-unreachable', scene: { job: asked, answerError: 'UNREACHABLE' }, steps: toAnswer('notYet') },
  { name: 'slip-tear-printing', scene: torn('sending'), steps: toTicket },
  { name: 'slip-tear', scene: torn('done'), steps: toTicket },
  { name: 'slip-tear-150', scene: { ...torn('sending'), ...large }, steps: toTicket },
  { name: 'slip-elsewhere-printing', scene: elsewhere('sending'), steps: toTicket },
  { name: 'slip-elsewhere', scene: elsewhere('done'), steps: toTicket },
  { name: 'slip-elsewhere-held', scene: elsewhere('held', 'paper_out'), steps: toTicket },
  { name: 'slip-printed', scene: slip('printed'), steps: toTicket },
  { name: 'slip-printed-jam', scene: slip('printed', 'cutter_jammed'), steps: toTicket },
  { name: 'slip-printed-jam-150', scene: { ...slip('printed', 'cutter_jammed'), ...large }, steps: toTicket },
  { name: 'slip-printed-jam-elsewhere', scene: elsewhere('printed', 'cutter_jammed'), steps: toTicket },
  ...pauseReasons.flatMap((reason) => [
    { name: `services-paused-${reason}`, scene: paused(reason), steps: start },
    { name: `ticket-paused-${reason}`, scene: { ...paused(reason), ...slip('done') }, steps: toTicket },
  ]),
  { name: 'services-paused-150', scene: { ...paused('documents'), ...large }, steps: start },
  { name: 'ticket-paused-150', scene: { ...paused('documents'), ...slip('done'), ...large }, steps: toTicket },
  ...(['left', 'right', 'none'] as const).map((slipOutlet) => ({
    name: `ticket-outlet-${slipOutlet}`,
    scene: { ...slip('done'), lounge: { ...house, slipOutlet } },
    steps: toTicket,
  })),
  { name: 'check', steps: check },
  { name: 'check-typed', steps: toNumber('C018') },
  { name: 'check-spare', steps: toSpare },
  { name: 'check-spare-150', scene: large, steps: toSpare },
  { name: 'check-fourteen', scene: { queue: queueOf(fourteen) }, steps: toNumber('M1234') },
  { name: 'check-single', scene: only(six[1] as Service), steps: check },
  { name: 'check-unknown', steps: toChecked },
  { name: 'check-unknown-150', scene: large, steps: toChecked },
  { name: 'check-125', scene: { preferences: { text: 125 } }, steps: toNumber('C018') },
  { name: 'check-fourteen-150', scene: { queue: queueOf(fourteen), ...large }, steps: toNumber('M1234') },
  { name: 'check-contrast', scene: { preferences: { highContrast: true } }, steps: toNumber('C018') },
  { name: 'check-read-aloud', scene: { preferences: { readAloud: true } }, steps: check },
  {
    name: 'check-lowered',
    scene: { queue: queueOf(fourteen), preferences: { lowered: true } },
    steps: toChecked,
    upright: true,
  },
  {
    name: 'check-lowered-150',
    scene: { preferences: { lowered: true, text: 150 } },
    steps: toChecked,
    upright: true,
  },
  { name: 'check-foreign', steps: scanned('https://example.org/') },
  { name: 'checked-scanned', scene: { checked }, steps: scanned(`ANJ1:${number.id}`) },
  ...Object.entries(ticketStates).map(([name, change]) => ({
    name: `checked-${name}`,
    scene: { checked: { ...checked, ...change } },
    steps: toChecked,
  })),
  { name: 'checked-paused', scene: { ...paused('prayer'), checked }, steps: toChecked },
  { name: 'checked-long', scene: longTicket, steps: toChecked },
  { name: 'checked-long-125', scene: { ...longTicket, preferences: { text: 125 } }, steps: toChecked },
  { name: 'checked-long-150', scene: { ...longTicket, ...large }, steps: toChecked },
  {
    name: 'checked-called-150',
    scene: { checked: { ...checked, ...ticketStates['called'] }, ...large },
    steps: toChecked,
  },
  {
    name: 'checked-missed-late-150',
    scene: { checked: { ...checked, ...ticketStates['missed-late'] }, ...large },
    steps: toChecked,
  },
  {
    name: 'checked-called-contrast',
    scene: { checked: { ...checked, ...ticketStates['called'] }, preferences: { highContrast: true } },
    steps: toChecked,
  },
  {
    name: 'checked-missed-contrast',
    scene: { checked: { ...checked, ...ticketStates['missed'] }, preferences: { highContrast: true } },
    steps: toChecked,
  },
  {
    name: 'checked-lowered',
    scene: { checked: { ...checked, ...ticketStates['missed-late'] }, preferences: { lowered: true } },
    steps: toChecked,
    upright: true,
  },
  {
    name: 'checked-lowered-150',
    scene: { checked: { ...checked, ...ticketStates['called'] }, preferences: { lowered: true, text: 150 } },
    steps: toChecked,
    upright: true,
  },
  { name: 'checked-read-aloud', scene: { checked, preferences: { readAloud: true } }, steps: toChecked },
  { name: 'attract-lowered', scene: { preferences: { lowered: true } }, upright: true },
  { name: 'attract-125', scene: { preferences: { text: 125 } } },
  ...letterPictures,
  { name: 'offline', scene: { up: false } },
  { name: 'offline-from-start', scene: { up: false, queue: null, lounge: null } },
  { name: 'out-of-order', scene: { takeError: { code: 'STORE_FULL' } }, steps: toTicket },
  {
    name: 'cleaning',
    steps: async (hand) => {
      await panel(hand);
      await hand.tap(hand.words.panel.clean);
    },
  },
  {
    name: 'still-here',
    steps: async (hand) => {
      await toPriority(hand);
      await hand.step(61_000);
    },
  },
  { name: 'another', steps: (hand) => again(hand, 1) },
  { name: 'many', steps: (hand) => again(hand, 5) },
  { name: 'panel', steps: panel },
  {
    name: 'panel-in-session',
    steps: async (hand) => {
      await start(hand);
      await panel(hand);
    },
  },
  { name: 'panel-150-contrast', scene: { preferences: { text: 150, highContrast: true } }, steps: panel },
  { name: 'panel-lowered', scene: { preferences: { lowered: true } }, steps: panel, upright: true },
  { name: 'help-recorded', steps: help },
  {
    name: 'help-accepted',
    steps: async (hand) => {
      await help(hand);
      await hand.page.evaluate(() =>
        window.controls.lounge({
          help: {
            id: '0198e2f0-0000-7000-8000-000000000001',
            state: 'accepted',
            calledAt: window.scene.lounge?.at ?? '',
          },
        }),
      );
    },
  },
  {
    name: 'help-late',
    steps: async (hand) => {
      await help(hand);
      await hand.step(61_000);
    },
  },
  { name: 'help-failed', scene: { helpError: true, ...large }, steps: help },
];

async function single(hand: Hand): Promise<void> {
  await hand.tap(hand.words.attract.take);
}

async function toAgency(hand: Hand): Promise<void> {
  await start(hand);
  await hand.choose(0);
}

/** A scanner types the code, faster than a person could. */
function scanned(code: string) {
  return async (hand: Hand): Promise<void> => {
    await scan(hand.page, code);
    await hand.step(400);
  };
}

function toSearch(typed: string) {
  return async (hand: Hand): Promise<void> => {
    await start(hand);
    await hand.tap(hand.words.services.search);
    for (const letter of typed) await hand.touch(hand.page.getByRole('button', { name: letter, exact: true }));
  };
}

export const gallery: Gallery<Scene> = {
  pictures,
  sizes: ['1080x1920', '1920x1080', '1366x768', '1024x768'],
  scene: (change, language) => ({ ...morning, ...change, preferences: { ...change?.preferences, language } }),
  limits({ width, height }) {
    const scale = Math.max(0.75, Math.min(width, height) / 1080);
    return { minimumText: 32 * scale, minimumTarget: Math.max(72, 96 * scale) };
  },
  ready: 'nav, main',
  settle: 400,
};
