import type { LetterCard, LetterInfo } from '../../../contract/documents.ts';
import type { LetterDefinition } from '../../../contract/letters.ts';
import type { Actor } from '../../../contract/principal.ts';
import type { IssuedTicket, Priority, WaitPromise } from '../../../contract/queue.ts';
import type { VillageFile } from '../../../contract/village.ts';
import type { Receipt } from '../../queue/tickets.ts';

/** The letters that this office offers; none in a lounge that issues no letters. */
export interface OfferedLetters {
  readonly village: VillageFile;
  cards(): LetterCard[];
  info(id: string): LetterInfo | undefined;
  /** Of a request that is there already: also one that is offered no more. */
  definition(id: string): LetterDefinition | undefined;
}

/** Gives the number with which somebody who filed a request is called. */
export interface NumberGiver {
  takeAlong(
    by: Actor,
    asked: { serviceId: string; priority: Priority | null },
    receipt: (promise: WaitPromise | null) => Receipt,
  ): { ticket: IssuedTicket; committed: () => void };
}
