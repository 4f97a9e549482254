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
import type { Connection } from '../../client/connection.ts';

export interface FileInput {
  letterId: string;
  forWhom: 'self' | 'other';
  values: LetterValues;
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
  /** @throws CallError VALUES_WRONG, LETTER_UNKNOWN, LETTER_AT_DESK */
  file(input: FileInput): Promise<FiledRequest>;
  /** @throws CallError REQUEST_UNKNOWN, TOO_MANY_TRIES */
  track(input: { code: string }): Promise<TrackedRequest>;
  /** @throws CallError REQUEST_UNKNOWN, TOO_MANY_TRIES, NOT_YOURS, STEP_REFUSED */
  withdraw(input: { code: string; lastFour: string; requestKey: string }): Promise<TrackedRequest>;
}

type Hub = ContractRouterClient<{ documents: typeof documents }>;

export function lettersClient(connection: Connection): LettersClient {
  const call = <T>(invoke: (hub: Hub['documents'], signal: AbortSignal) => Promise<T>) =>
    connection.call((client, signal) => invoke((client as Hub).documents, signal));
  return {
    letters: () => call((hub, signal) => hub.letters(undefined, { signal })),
    letter: (input) => call((hub, signal) => hub.letter(input, { signal })),
    file: (input) => call((hub, signal) => hub.file(input, { signal })),
    track: (input) => call((hub, signal) => hub.track(input, { signal })),
    withdraw: (input) => call((hub, signal) => hub.withdraw(input, { signal })),
  };
}
