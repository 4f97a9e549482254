import type { ContractRouterClient } from '@orpc/contract';
import type {
  documents,
  FiledRequest,
  LetterCard,
  LetterInfo,
  LetterValues,
  TrackedRequest,
} from '../../../contract/documents.ts';
import type { Priority } from '../../../contract/queue.ts';
import type { residents } from '../../../contract/residents.ts';
import type { Connection } from '../../client/connection.ts';

export interface FileInput {
  letterId: string;
  forWhom: 'self' | 'other';
  values: LetterValues;
  matchId: string | null;
  same: string[];
  broughtAll: boolean;
  phone: string | null;
  priority: Priority | null;
  wantsTicket: boolean;
  requestKey: string;
}

/** What the flow "Surat" asks of the hub. A call is answered within 5 s or fails with a `CallError`. */
export interface LettersClient {
  letters(): Promise<LetterCard[]>;
  /** @throws CallError LETTER_UNKNOWN */
  letter(input: { id: string }): Promise<LetterInfo>;
  /** @throws CallError VALUES_WRONG, MATCH_OVER, LETTER_UNKNOWN, LETTER_AT_DESK */
  file(input: FileInput): Promise<FiledRequest>;
  /** @throws CallError REQUEST_UNKNOWN, TOO_MANY_TRIES */
  track(input: { code: string }): Promise<TrackedRequest>;
  /** @throws CallError REQUEST_UNKNOWN, TOO_MANY_TRIES, NOT_YOURS, STEP_REFUSED */
  withdraw(input: { code: string; lastFour: string; requestKey: string }): Promise<TrackedRequest>;
  /** @throws CallError TOO_MANY_TRIES */
  verify(input: { token: string }): Promise<VerifiedLetter>;
  /** Whether the office has a list of its residents. */
  known(): Promise<{ known: boolean }>;
  /** @throws CallError TOO_MANY_TRIES */
  identify(input: IdentifyInput): Promise<{ match: { id: string; stored: string[] } | null }>;
}

type Hub = ContractRouterClient<{ documents: typeof documents; residents: typeof residents }>;

/** What a letter's code says. */
export type VerifiedLetter = Awaited<ReturnType<Hub['documents']['verify']>>;
export type IdentifyInput = Parameters<Hub['residents']['identify']>[0];

export function lettersClient(connection: Connection): LettersClient {
  const ask = <T>(invoke: (hub: Hub, signal: AbortSignal) => Promise<T>) =>
    connection.call((client, signal) => invoke(client as unknown as Hub, signal));
  const call = <T>(invoke: (hub: Hub['documents'], signal: AbortSignal) => Promise<T>) =>
    ask((hub, signal) => invoke(hub.documents, signal));
  return {
    letters: () => call((hub, signal) => hub.letters(undefined, { signal })),
    letter: (input) => call((hub, signal) => hub.letter(input, { signal })),
    file: (input) => call((hub, signal) => hub.file(input, { signal })),
    track: (input) => call((hub, signal) => hub.track(input, { signal })),
    withdraw: (input) => call((hub, signal) => hub.withdraw(input, { signal })),
    verify: (input) => call((hub, signal) => hub.verify(input, { signal })),
    known: () => ask((hub, signal) => hub.residents.known(undefined, { signal })),
    identify: (input) => ask((hub, signal) => hub.residents.identify(input, { signal })),
  };
}
