import type { ContractRouterClient } from '@orpc/contract';
import type { CounterSnapshot, counters } from '../../contract/counters.ts';
import type { documents, LetterCard, LetterInfo, RequestBoard, RequestPage } from '../../contract/documents.ts';
import type { LetterPrinterBoard, letterPrinting } from '../../contract/letter-printing.ts';
import type { LoungeSnapshot, lounge } from '../../contract/lounge.ts';
import type { PrintJobSnapshot, PrintJobView, printing } from '../../contract/printing.ts';
import type { QueueSnapshot, queue } from '../../contract/queue.ts';
import type { StaffSession, staff } from '../../contract/staff.ts';
import { Connection, type Subscribe } from './connection.ts';
import { dialHub, dialPort } from './dial.ts';
import { type InputOf, type OutputOf, type Presses, pressing } from './presses.ts';

type Hub = ContractRouterClient<{
  counters: typeof counters;
  staff: typeof staff;
  queue: typeof queue;
  lounge: typeof lounge;
  printing: typeof printing;
  documents: typeof documents;
  letterPrinting: typeof letterPrinting;
}>;
type Room<K extends keyof Hub> = Hub[K];
type CounterPress =
  | 'open'
  | 'pause'
  | 'resume'
  | 'close'
  | 'callNext'
  | 'callTicket'
  | 'recall'
  | 'serve'
  | 'done'
  | 'doneAndNext'
  | 'noShow'
  | 'callBack'
  | 'callSpare'
  | 'park'
  | 'transfer'
  | 'nextMatter'
  | 'setNeed'
  | 'cancel'
  | 'undo';
type PrintingPress = 'reprint' | 'settle' | 'testSlip' | 'answerTest' | 'rollChanged' | 'divert';
type DocumentsPress =
  | 'file'
  | 'correct'
  | 'confirm'
  | 'tick'
  | 'step'
  | 'approve'
  | 'signedMany'
  | 'signWithPin'
  | 'reserve'
  | 'voidNumber';
type LetterPrintingPress = 'print' | 'again' | 'cancel' | 'cameOut';
type StaffPress = 'setUp' | 'signIn' | 'unlock' | 'signOut' | 'lock' | 'changePin';

export type CounterInfo = OutputOf<Room<'counters'>['list']>[number];
export type FoundTicket = OutputOf<Room<'counters'>['find']>[number];
export type Reprint = OutputOf<Room<'printing'>['reprint']>;
export type RequestList = OutputOf<Room<'documents'>['list']>;
export type RegisterPage = OutputOf<Room<'documents'>['register']>;
export type RegisterFile = OutputOf<Room<'documents'>['exportRegister']>;
export type Verdict = OutputOf<Room<'documents'>['verify']>;
export type PreviewPapers = OutputOf<Room<'documents'>['preview']>['papers'];
export type LetterPdf = OutputOf<Room<'documents'>['pdf']>;
export type PersonName = OutputOf<Room<'staff'>['people']>[number];

/**
 * What a counter's screen may ask. Every promise fails with a `CallError` and nothing else. The functions without
 * arguments that give a stream give the same one every time; those with an id make one per call: keep it.
 */
export interface CounterClient {
  counters: Presses<Room<'counters'>, CounterPress> & {
    readonly list: () => Promise<CounterInfo[]>;
    watch(counterId: string): Subscribe<CounterSnapshot>;
    find(input: InputOf<Room<'counters'>['find']>): Promise<FoundTicket[]>;
  };
  staff: Presses<Room<'staff'>, StaffPress> & {
    watch(): Subscribe<StaffSession>;
    readonly people: () => Promise<PersonName[]>;
    stay(): Promise<unknown>;
  };
  queue: Presses<Room<'queue'>, 'take'> & { watch(): Subscribe<QueueSnapshot> };
  lounge: Presses<Room<'lounge'>, 'answerHelp'> & { watch(): Subscribe<LoungeSnapshot> };
  printing: Presses<Room<'printing'>, PrintingPress> & {
    watchJob(id: string): Subscribe<PrintJobSnapshot>;
    /** Of a kiosk's printer. */
    jobs(device: string): Promise<PrintJobView[]>;
  };
  /** In a lounge that issues no letters the list of them is empty. */
  documents: Presses<Room<'documents'>, DocumentsPress> & {
    watch(): Subscribe<RequestBoard>;
    letters(): Promise<LetterCard[]>;
    letter(id: string): Promise<LetterInfo>;
    list(input: InputOf<Room<'documents'>['list']>): Promise<RequestList>;
    /** Reading it is written down. */
    request(id: string): Promise<RequestPage>;
    ofTicket(ticketId: string): Promise<{ requestId: string | null }>;
    signers(): Promise<{ id: string; name: string }[]>;
    preview(input: InputOf<Room<'documents'>['preview']>): Promise<{ papers: PreviewPapers }>;
    /** Reading it is written down. */
    pdf(id: string): Promise<LetterPdf>;
    register(input: InputOf<Room<'documents'>['register']>): Promise<RegisterPage>;
    /** A year as a PDF takes some seconds. */
    exportRegister(input: InputOf<Room<'documents'>['exportRegister']>): Promise<RegisterFile>;
    /** What a letter's code says. */
    verify(token: string): Promise<Verdict>;
  };
  letterPrinting: Presses<Room<'letterPrinting'>, LetterPrintingPress> & { watch(): Subscribe<LetterPrinterBoard> };
}

/** ms; a book of thousands of letters is set within that. */
const exportPatience = 30_000;

/** The client of this page, over a MessagePort in an Electron window and a WebSocket elsewhere. Made once per page. */
export function createCounterClient(): CounterClient {
  return counterClient(
    new Connection(window.anjungan === undefined ? dialHub(window) : dialPort(window, window.anjungan)),
  );
}

/** @param newKey makes the `requestKey` of one press */
export function counterClient(connection: Pick<Connection, 'call' | 'stream'>, newKey?: () => string): CounterClient {
  const call = <T>(ask: (hub: Hub, signal: AbortSignal) => Promise<T>, deadline?: number): Promise<T> =>
    connection.call((hub, signal) => ask(hub as Hub, signal), deadline);
  const stream = <T>(open: (hub: Hub, signal: AbortSignal) => Promise<AsyncIterator<T>>): Subscribe<T> =>
    connection.stream((hub, signal) => open(hub as Hub, signal));
  const press = pressing<Hub>(connection, newKey);
  type C = Room<'counters'>;
  type S = Room<'staff'>;
  type P = Room<'printing'>;
  type D = Room<'documents'>;
  type L = Room<'letterPrinting'>;
  const watchSession = stream((hub, signal) => hub.staff.watch(undefined, { signal }));
  const watchQueue = stream((hub, signal) => hub.queue.watch(undefined, { signal }));
  const watchLounge = stream((hub, signal) => hub.lounge.watch(undefined, { signal }));
  const watchDocuments = stream((hub, signal) => hub.documents.watch(undefined, { signal }));
  const watchLetterPrinting = stream((hub, signal) => hub.letterPrinting.watch(undefined, { signal }));
  return {
    counters: {
      list: () => call((hub, signal) => hub.counters.list(undefined, { signal })),
      watch: (counterId) => stream((hub, signal) => hub.counters.watch({ counterId }, { signal })),
      find: (input) => call((hub, signal) => hub.counters.find(input, { signal })),
      open: press<C['open']>((hub, input, signal) => hub.counters.open(input, { signal })),
      pause: press<C['pause']>((hub, input, signal) => hub.counters.pause(input, { signal })),
      resume: press<C['resume']>((hub, input, signal) => hub.counters.resume(input, { signal })),
      close: press<C['close']>((hub, input, signal) => hub.counters.close(input, { signal })),
      callNext: press<C['callNext']>((hub, input, signal) => hub.counters.callNext(input, { signal })),
      callTicket: press<C['callTicket']>((hub, input, signal) => hub.counters.callTicket(input, { signal })),
      recall: press<C['recall']>((hub, input, signal) => hub.counters.recall(input, { signal })),
      serve: press<C['serve']>((hub, input, signal) => hub.counters.serve(input, { signal })),
      done: press<C['done']>((hub, input, signal) => hub.counters.done(input, { signal })),
      doneAndNext: press<C['doneAndNext']>((hub, input, signal) => hub.counters.doneAndNext(input, { signal })),
      noShow: press<C['noShow']>((hub, input, signal) => hub.counters.noShow(input, { signal })),
      callBack: press<C['callBack']>((hub, input, signal) => hub.counters.callBack(input, { signal })),
      callSpare: press<C['callSpare']>((hub, input, signal) => hub.counters.callSpare(input, { signal })),
      park: press<C['park']>((hub, input, signal) => hub.counters.park(input, { signal })),
      transfer: press<C['transfer']>((hub, input, signal) => hub.counters.transfer(input, { signal })),
      nextMatter: press<C['nextMatter']>((hub, input, signal) => hub.counters.nextMatter(input, { signal })),
      setNeed: press<C['setNeed']>((hub, input, signal) => hub.counters.setNeed(input, { signal })),
      cancel: press<C['cancel']>((hub, input, signal) => hub.counters.cancel(input, { signal })),
      undo: press<C['undo']>((hub, input, signal) => hub.counters.undo(input, { signal })),
    },
    staff: {
      watch: () => watchSession,
      people: () => call((hub, signal) => hub.staff.people(undefined, { signal })),
      stay: () => call((hub, signal) => hub.staff.stay(undefined, { signal })),
      setUp: press<S['setUp']>((hub, input, signal) => hub.staff.setUp(input, { signal })),
      signIn: press<S['signIn']>((hub, input, signal) => hub.staff.signIn(input, { signal })),
      unlock: press<S['unlock']>((hub, input, signal) => hub.staff.unlock(input, { signal })),
      signOut: press<S['signOut']>((hub, input, signal) => hub.staff.signOut(input, { signal })),
      lock: press<S['lock']>((hub, input, signal) => hub.staff.lock(input, { signal })),
      changePin: press<S['changePin']>((hub, input, signal) => hub.staff.changePin(input, { signal })),
    },
    queue: {
      watch: () => watchQueue,
      take: press<Room<'queue'>['take']>((hub, input, signal) => hub.queue.take(input, { signal })),
    },
    lounge: {
      watch: () => watchLounge,
      answerHelp: press<Room<'lounge'>['answerHelp']>((hub, input, signal) => hub.lounge.answerHelp(input, { signal })),
    },
    printing: {
      watchJob: (id) => stream((hub, signal) => hub.printing.watchJob({ id }, { signal })),
      jobs: (device) => call((hub, signal) => hub.printing.jobs({ device }, { signal })),
      reprint: press<P['reprint']>((hub, input, signal) => hub.printing.reprint(input, { signal })),
      settle: press<P['settle']>((hub, input, signal) => hub.printing.settle(input, { signal })),
      testSlip: press<P['testSlip']>((hub, input, signal) => hub.printing.testSlip(input, { signal })),
      answerTest: press<P['answerTest']>((hub, input, signal) => hub.printing.answerTest(input, { signal })),
      rollChanged: press<P['rollChanged']>((hub, input, signal) => hub.printing.rollChanged(input, { signal })),
      divert: press<P['divert']>((hub, input, signal) => hub.printing.divert(input, { signal })),
    },
    documents: {
      watch: () => watchDocuments,
      letters: () => call((hub, signal) => hub.documents.letters(undefined, { signal })),
      letter: (id) => call((hub, signal) => hub.documents.letter({ id }, { signal })),
      list: (input) => call((hub, signal) => hub.documents.list(input, { signal })),
      request: (id) => call((hub, signal) => hub.documents.request({ id }, { signal })),
      ofTicket: (ticketId) => call((hub, signal) => hub.documents.ofTicket({ ticketId }, { signal })),
      preview: (input) => call((hub, signal) => hub.documents.preview(input, { signal })),
      pdf: (id) => call((hub, signal) => hub.documents.pdf({ id }, { signal })),
      register: (input) => call((hub, signal) => hub.documents.register(input, { signal })),
      exportRegister: (input) => call((hub, signal) => hub.documents.exportRegister(input, { signal }), exportPatience),
      verify: (token) => call((hub, signal) => hub.documents.verify({ token }, { signal })),
      file: press<D['file']>((hub, input, signal) => hub.documents.file(input, { signal })),
      correct: press<D['correct']>((hub, input, signal) => hub.documents.correct(input, { signal })),
      confirm: press<D['confirm']>((hub, input, signal) => hub.documents.confirm(input, { signal })),
      tick: press<D['tick']>((hub, input, signal) => hub.documents.tick(input, { signal })),
      step: press<D['step']>((hub, input, signal) => hub.documents.step(input, { signal })),
      approve: press<D['approve']>((hub, input, signal) => hub.documents.approve(input, { signal })),
      signedMany: press<D['signedMany']>((hub, input, signal) => hub.documents.signedMany(input, { signal })),
      signers: () => call((hub, signal) => hub.documents.signers(undefined, { signal })),
      signWithPin: press<D['signWithPin']>((hub, input, signal) => hub.documents.signWithPin(input, { signal })),
      reserve: press<D['reserve']>((hub, input, signal) => hub.documents.reserve(input, { signal })),
      voidNumber: press<D['voidNumber']>((hub, input, signal) => hub.documents.voidNumber(input, { signal })),
    },
    letterPrinting: {
      watch: () => watchLetterPrinting,
      print: press<L['print']>((hub, input, signal) => hub.letterPrinting.print(input, { signal })),
      again: press<L['again']>((hub, input, signal) => hub.letterPrinting.again(input, { signal })),
      cancel: press<L['cancel']>((hub, input, signal) => hub.letterPrinting.cancel(input, { signal })),
      cameOut: press<L['cameOut']>((hub, input, signal) => hub.letterPrinting.cameOut(input, { signal })),
    },
  };
}
