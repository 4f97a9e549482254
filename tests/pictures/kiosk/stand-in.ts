import type { FiledRequest, TrackedRequest } from '../../../contract/documents.ts';
import type { LoungeSnapshot } from '../../../contract/lounge.ts';
import type { PrintJobSnapshot } from '../../../contract/printing.ts';
import type { IssuedTicket, QueueSnapshot, Ticket } from '../../../contract/queue.ts';
import { CallError, type KioskClient, type Subscribe } from '../../../renderer/client.ts';
import type { Clock } from '../../../renderer/clock.ts';
import type { LettersClient, VerifiedLetter } from '../../../renderer/kiosk/letters/letters-client.ts';
import type { Preferences } from '../../../renderer/kiosk/preferences.ts';
import { letterCards, letterInfo } from './letters-data.ts';

/** What a picture begins with; plain data, so that the script can hand it to the page. */
export interface Scene {
  queue: QueueSnapshot | null;
  lounge: LoungeSnapshot | null;
  up: boolean;
  job: PrintJobSnapshot | null;
  /** The second paper, of a first one that has not come out. */
  reprint: PrintJobSnapshot | null;
  ticket: IssuedTicket;
  /** How `take` and `callForHelp` end, when not well. */
  takeError: { code: string; data?: unknown } | 'silence' | null;
  helpError: boolean;
  /** How the answer about a slip ends, when not well. */
  answerError: 'UNREACHABLE' | 'QUESTION_OVER' | 'silence' | null;
  /** What a number that is checked turns out to be; null: nobody knows it. */
  checked: Ticket | null;
  preferences: Partial<Preferences>;
  manyFeatures: boolean;
  /** What a letter's hub says of a request; an error's code when it says none. */
  filed: FiledRequest | { code: string; data?: unknown };
  tracked: TrackedRequest | null;
  /** What the list of residents says; null: the office has none. */
  residents: { match: { id: string; stored: string[] } | null } | { code: string } | null;
  verified: VerifiedLetter | { code: string };
  /** Base64. */
  logo: string | null;
}

/** What the script can do to the page while it looks. */
export interface Controls {
  step(ms: number): void;
  lounge(change: Partial<LoungeSnapshot>): void;
}

declare global {
  interface Window {
    show: (scene: Scene) => void;
    scene: Scene;
    controls: Controls;
  }
}

/** A clock that the script pushes forward. */
export function pushedClock(): Clock & { step(ms: number): void } {
  let ahead = 0;
  const waiting = new Set<{ at: number; call: () => void }>();
  const now = () => performance.now() + ahead;
  const ring = () => {
    for (const wake of [...waiting]) {
      if (wake.at > now()) continue;
      waiting.delete(wake);
      wake.call();
    }
  };
  return {
    now,
    wake(at, call) {
      const wake = { at, call };
      waiting.add(wake);
      const timer = setInterval(ring, 50);
      return () => {
        clearInterval(timer);
        waiting.delete(wake);
      };
    },
    step(ms) {
      ahead += ms;
      ring();
    },
  };
}

const check = ({ checked }: Scene): Promise<Ticket> =>
  checked === null ? Promise.reject(new CallError('TICKET_UNKNOWN')) : Promise.resolve(checked);

/** The flow "Surat" with a hub of paper. */
export const standInLetters = ({ filed, tracked, residents, verified }: Scene): LettersClient => ({
  letters: () => Promise.resolve(letterCards),
  letter: ({ id }) => Promise.resolve(letterInfo(id)),
  file() {
    if (!('code' in filed)) return Promise.resolve(filed);
    return filed.code === 'silence'
      ? new Promise(() => undefined)
      : Promise.reject(new CallError(filed.code, filed.data));
  },
  track: () => (tracked === null ? Promise.reject(new CallError('REQUEST_UNKNOWN')) : Promise.resolve(tracked)),
  withdraw: () => Promise.reject(new CallError('NOT_YOURS')),
  verify: () => ('code' in verified ? Promise.reject(new CallError(verified.code)) : Promise.resolve(verified)),
  known: () => Promise.resolve({ known: residents !== null }),
  identify() {
    if (residents === null) return Promise.resolve({ match: null });
    return 'code' in residents ? Promise.reject(new CallError(residents.code)) : Promise.resolve(residents);
  },
});

/** A client whose hub is the scene. */
export function standInClient(scene: Scene, newest: { lounge: LoungeSnapshot | null }) {
  const heard = new Set<(value: LoungeSnapshot) => void>();
  const constant =
    <T>(value: T | null): Subscribe<T> =>
    (listener) => {
      if (value !== null) listener.value(value);
      listener.link(scene.up);
      return () => undefined;
    };
  const watchLounge: Subscribe<LoungeSnapshot> = (listener) => {
    const hear = (value: LoungeSnapshot) => listener.value(value);
    heard.add(hear);
    if (newest.lounge !== null) hear(newest.lounge);
    listener.link(scene.up);
    return () => heard.delete(hear);
  };
  const watchQueue = constant(scene.queue);
  const client: KioskClient = {
    queue: {
      take: () => {
        if (scene.takeError === 'silence') return new Promise(() => undefined);
        if (scene.takeError !== null) {
          return Promise.reject(new CallError(scene.takeError.code, scene.takeError.data));
        }
        return Promise.resolve(scene.ticket);
      },
      ticket: () => check(scene),
      byNumber: () => check(scene),
      watch: () => watchQueue,
    },
    lounge: {
      watch: () => watchLounge,
      logo: () => Promise.resolve({ png: scene.logo }),
      answerClock: ({ right }) => Promise.resolve({ clockConfirmed: right }),
      callForHelp: () => {
        if (scene.helpError) return Promise.reject(new CallError('UNREACHABLE'));
        const id = '0198e2f0-0000-7000-8000-000000000001';
        if (newest.lounge !== null) {
          newest.lounge = { ...newest.lounge, help: { id, state: 'calling', calledAt: newest.lounge.at } };
          tell(newest.lounge);
        }
        return Promise.resolve({ id });
      },
      endHelp: () => Promise.resolve({ state: 'ended' }),
    },
    printing: {
      watchJob: (id) => constant(id === scene.ticket.printJobId ? scene.job : scene.reprint),
      answerSlip({ came }) {
        if (scene.answerError === 'silence') return new Promise(() => undefined);
        if (scene.answerError !== null) return Promise.reject(new CallError(scene.answerError));
        return Promise.resolve({ printJobId: came ? null : '0198e2f0-7a31-7c55-9f0e-2f6d1b0c4a20' });
      },
    },
  };
  const tell = (value: LoungeSnapshot) => {
    for (const listener of heard) listener(value);
  };
  return { client, tell };
}
