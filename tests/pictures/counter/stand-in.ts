import type { CounterSnapshot } from '../../../contract/counters.ts';
import type { RegisterEntry } from '../../../contract/documents.ts';
import type { LetterPrint } from '../../../contract/letter-printing.ts';
import type { LoungeSnapshot } from '../../../contract/lounge.ts';
import type { PrintJobSnapshot, PrintJobView } from '../../../contract/printing.ts';
import type { IssuedTicket, QueueSnapshot } from '../../../contract/queue.ts';
import type { StaffSession } from '../../../contract/staff.ts';
import type { CounterClient, CounterInfo, FoundTicket, PersonName } from '../../../renderer/client/staff-client.ts';
import { CallError, type Subscribe } from '../../../renderer/client.ts';
import type { LettersScene } from './letters.ts';

/** What a picture begins with; plain data, so that the script can hand it to the page. */
export interface Scene {
  session: StaffSession | null;
  /** By counter; the desk shows the one of the session. */
  snapshots: Record<string, CounterSnapshot>;
  queue: QueueSnapshot;
  lounge: LoungeSnapshot;
  counters: CounterInfo[];
  people: PersonName[];
  found: FoundTicket[];
  ticket: IssuedTicket;
  /** How every act ends, when not well; `after`: but for this one, which goes well. */
  refusal: { code: string; data?: unknown; after?: 'setUp' } | 'silence' | null;
  /** Of a village's office. */
  letters: LettersScene;
  /** Of every slip. */
  job: PrintJobSnapshot;
  /** Of every printer. */
  slips: PrintJobView[];
  /** What the machine remembers. */
  kept: Record<string, string>;
}

/** A client whose hub is the scene: it refuses or stays silent, and changes nothing. */
export function standInClient(scene: Scene): { client: CounterClient; lose: () => void } {
  const links = new Set<(up: boolean) => void>();
  const constant =
    <T>(value: T | null | undefined): Subscribe<T> =>
    (listener) => {
      const hear = (up: boolean) => listener.link(up);
      links.add(hear);
      hear(true);
      if (value !== null && value !== undefined) listener.value(value);
      return () => links.delete(hear);
    };
  const answer =
    <T>(value: T) =>
    (): Promise<T> => {
      if (scene.refusal === 'silence') return new Promise(() => undefined);
      if (scene.refusal !== null) return Promise.reject(new CallError(scene.refusal.code, scene.refusal.data));
      return Promise.resolve(value);
    };
  const standing = scene.snapshots['3']?.current ?? null;
  const current = standing === null ? null : { ticketId: standing.ticketId, number: standing.number };
  const act = answer({ current });
  const person = { personId: scene.people[0]?.id ?? '' };
  const signed = answer(person);
  const session = constant(scene.session);
  const queue = constant(scene.queue);
  const lounge = constant(scene.lounge);
  const { letters } = scene;
  const board = constant(letters.board);
  const printer = constant(letters.printer);
  const printed = letters.printer.prints[0] as LetterPrint;
  const client: CounterClient = {
    counters: {
      list: () => Promise.resolve(scene.counters),
      watch: (counterId) => constant(scene.snapshots[counterId]),
      find: () => Promise.resolve(scene.found),
      nextMatter: answer({ current, next: { ticketId: '', number: 'K006', printJobId: '' } }),
      open: act,
      pause: act,
      resume: act,
      close: act,
      callNext: act,
      callTicket: act,
      callSpare: act,
      recall: act,
      serve: act,
      done: act,
      doneAndNext: act,
      noShow: act,
      callBack: act,
      park: act,
      transfer: act,
      setNeed: act,
      cancel: act,
      undo: act,
    },
    staff: {
      watch: () => session,
      people: () => Promise.resolve(scene.people),
      stay: () => Promise.resolve({}),
      setUp: typeof scene.refusal === 'object' && scene.refusal?.after ? () => Promise.resolve(person) : signed,
      signIn: signed,
      unlock: signed,
      signOut: answer({}),
      lock: answer({}),
      changePin: answer({}),
    },
    queue: { watch: () => queue, take: answer(scene.ticket) },
    printing: {
      watchJob: () => constant(scene.job),
      jobs: () => Promise.resolve(scene.slips),
      settle: answer({ printJobId: null }),
      testSlip: answer({ printJobId: '' }),
      answerTest: answer({}),
      rollChanged: answer({ printJobId: '' }),
      divert: answer({}),
      reprint: answer({ printJobId: '', nth: 1, device: 'kiosk-1' }),
    },
    documents: {
      watch: () => board,
      letters: () => Promise.resolve(letters.cards),
      letter: () => Promise.resolve({ definition: letters.filled, queueService: 'service-c', assisted: true }),
      list: ({ states, search }) => {
        if (letters.fault !== null) return Promise.reject(new CallError(letters.fault));
        const rows = letters.rows.filter(({ state }) => states.includes(state));
        return Promise.resolve(search === '' ? { rows, total: letters.total ?? rows.length } : { rows: [], total: 0 });
      },
      request: () =>
        letters.fault === null ? Promise.resolve(letters.page) : Promise.reject(new CallError(letters.fault)),
      ofTicket: () => Promise.resolve({ requestId: letters.ofTicket }),
      preview: () => Promise.resolve({ papers: [{ title: 'Surat Keterangan Usaha', pdf: letters.pdf }] }),
      pdf: () =>
        Promise.resolve({ title: 'Surat Keterangan Usaha', number: '500.2.2.4/017/429.511.08/2026', pdf: letters.pdf }),
      register: ({ book }) => {
        const entries = letters.register.entries.filter(({ handedOverAt }) => book !== 'ekspedisi' || handedOverAt);
        return Promise.resolve({
          ...letters.register,
          entries,
          total: Math.max(entries.length, letters.register.total),
        });
      },
      exportRegister: answer({ format: 'csv' as const, name: 'buku-agenda-2026.csv', text: '' }),
      verify: answer(letters.verdict),
      file: answer({
        requestId: letters.page.id,
        tracking: letters.page.tracking,
        ticket: null,
        closed: null,
        promisedAt: null,
        printJobId: letters.page.id,
      }),
      correct: answer(letters.page),
      confirm: answer({ ...letters.page, unconfirmed: [] }),
      tick: answer(letters.page),
      step: answer(letters.page),
      approve: answer(letters.page),
      signedMany: ({ ids }) => answer({ signed: ids.slice(0, 2), refused: ids.slice(2) })(),
      signers: () => Promise.resolve([{ id: letters.page.id, name: 'H. Abdul Rohman, S.Sos.' }]),
      signWithPin: ({ ids }) => answer({ signed: [...ids], refused: [] })(),
      reserve: answer(letters.register.entries[0] as RegisterEntry),
      voidNumber: answer(letters.register.entries[0] as RegisterEntry),
    },
    letterPrinting: {
      watch: () => printer,
      print: answer(printed),
      again: answer(printed),
      cancel: answer(printed),
      cameOut: answer(printed),
    },
    lounge: { watch: () => lounge, answerHelp: answer({ state: 'accepted' as const }) },
  };
  return {
    client,
    lose: () => {
      for (const hear of links) hear(false);
    },
  };
}
