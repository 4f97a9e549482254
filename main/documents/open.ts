import type { RequestBoard } from '../../contract/documents.ts';
import type { LetterDefinition } from '../../contract/letters.ts';
import { Live } from '../ops/live.ts';
import type { Log } from '../ops/log.ts';
import type { Receipt } from '../queue/tickets.ts';
import type { Audit } from '../store/audit.ts';
import type { Store } from '../store/open.ts';
import type { RequestKeys } from '../store/request-keys.ts';
import type { LetterCatalogue } from './catalogue/letter-catalogue.ts';
import { LetterSeal } from './letters/authenticity.ts';
import { LetterMaker } from './letters/letter-maker.ts';
import { LetterStore } from './letters/letter-store.ts';
import { officeName } from './letters/office.ts';
import { LetterPress, letterWorkerFile } from './letters/press.ts';
import { LetterNumberStore } from './registers/letter-number-store.ts';
import { LetterNumbers } from './registers/letter-numbers.ts';
import { type LetterLife, Registers } from './registers/registers.ts';
import { DeskWork } from './requests/desk-work.ts';
import { Filing, type FilingParts } from './requests/filing.ts';
import { Issue } from './requests/issue.ts';
import { LetterPapers } from './requests/letter-papers.ts';
import type { NumberGiver, OfferedLetters } from './requests/parts.ts';
import { receiptOf } from './requests/receipts.ts';
import { RequestPages } from './requests/request-pages.ts';
import { RequestStore } from './requests/request-store.ts';
import { Tracking } from './requests/tracking.ts';
import { Tries } from './requests/tries.ts';

export interface DocumentsNeeds {
  readonly store: Store;
  readonly keys: RequestKeys;
  readonly audit: Audit;
  readonly clock: { wall(): number; tick(): number };
  readonly ids: { next(): string };
  readonly iso: (wall: number) => string;
  readonly clockConfirmed: () => boolean;
  readonly catalogue: LetterCatalogue;
  /** What the lounge is: one that is no village office issues no letters. */
  readonly unitType: () => 'desa' | 'kelurahan' | 'lounge';
  readonly logo: () => string | null;
  readonly numbers: NumberGiver;
  readonly closesAt: FilingParts['closesAt'];
  readonly receipts: FilingParts['receipts'];
  readonly nameOf: (actor: string) => string;
  /** Where the letters' type lies. */
  readonly fonts: string;
  readonly log: Log;
}

export type Documents = ReturnType<typeof openDocuments>;

/** A stream repeats its snapshot at least this often, so that a reader can tell silence from a dead link. */
const repeatMs = 8_000;

/** Builds everything about letters: asking, checking, numbering, making and checking them. */
export function openDocuments(needs: DocumentsNeeds) {
  const { store, keys, audit, clock, ids, iso, clockConfirmed, catalogue, unitType, log } = needs;
  const requests = new RequestStore(store.db);
  const letters = new LetterStore(store.db);
  const offered = offeredLetters(catalogue, unitType);
  const officeType = () => (unitType() === 'kelurahan' ? ('kelurahan' as const) : ('desa' as const));

  let revision = 0;
  const live = new Live<RequestBoard>(() => ({ at: iso(clock.wall()), revision, counts: requests.counts() }), repeatMs);
  const changed = () => {
    revision += 1;
    live.changed();
  };

  const numbers = new LetterNumbers({
    numbers: new LetterNumberStore(store.db),
    audit,
    village: () => catalogue.village,
    clock,
    clockConfirmed,
    ids,
    isOpen: (letterId) => {
      const request = requestOf(letterId);
      return request !== undefined && !['collected', 'expired'].includes(request.state);
    },
  });
  const requestOf = (letterId: string) => {
    const letter = letters.find(letterId);
    return letter && requests.find(letter.request_id);
  };

  const press = new LetterPress({ file: letterWorkerFile(), fonts: needs.fonts, log });
  const seal = new LetterSeal({ load: () => letters.seal(), keep: (jwk) => letters.keepSeal(jwk) });
  const maker = new LetterMaker({
    letters,
    press,
    seal,
    facts: (letter) => ({
      number: numbers.find(letter.number_id)?.number ?? '',
      issuer: officeName(catalogue.village, officeType()),
    }),
    made: changed,
    log,
  });
  const issue = new Issue({ letters, numbers, ids, unitType: officeType, logo: needs.logo });
  const work = new DeskWork({
    offered,
    requests,
    letters,
    numbers,
    issue,
    keys,
    clock,
    iso,
    clockConfirmed,
    numbered: () => maker.wake(),
    changed,
  });
  const tries = new Tries(clock, iso);

  const lifeOf = (letterId: string): LetterLife | undefined => {
    const request = requestOf(letterId);
    if (!request) return undefined;
    const handed = requests.events(request.id).findLast(({ step }) => step === 'hand_over');
    return {
      addressee: request.applicant ?? '',
      handedOver:
        handed && request.state === 'collected' ? { at: iso(handed.at), by: needs.nameOf(handed.actor) } : null,
    };
  };

  return {
    offered,
    live,
    filing: new Filing({
      letters: offered,
      requests,
      keys,
      numbers: needs.numbers,
      ids,
      clock,
      iso,
      closesAt: needs.closesAt,
      receipts: needs.receipts,
      changed,
    }),
    tracking: new Tracking({ requests, work, keys, tries, iso, changed }),
    pages: new RequestPages({ offered, requests, letters, numbers, clock, iso, clockConfirmed, nameOf: needs.nameOf }),
    work,
    papers: new LetterPapers({ offered, requests, letters, numbers, issue, press, seal, tries, clock, iso }),
    registers: new Registers({ numbers, offered, keys, clock, iso, lifeOf }),
    /** Waits until every letter that has a number is made, or has failed. */
    made: () => maker.idle(),
    start: () => maker.start(),
    close: async () => {
      await press.close();
      await maker.close();
    },
  };
}

/** A letter of the catalogue, also one that is offered no more; undefined for a redirect. */
export function letterOf(catalogue: LetterCatalogue, id: string): LetterDefinition | undefined {
  const letter = catalogue.letter(id);
  return letter?.kind === 'letter' ? letter : undefined;
}

/** What a ticket's paper says of its person's request. */
export function receiptsOfTickets(
  db: Store['db'],
  definition: (id: string) => LetterDefinition | undefined,
  iso: (wall: number) => string,
): (ticketId: string) => Receipt | null {
  const requests = new RequestStore(db);
  return (ticketId) => {
    const request = requests.byTicket(ticketId);
    const letter = request && definition(request.letter_type);
    return letter ? receiptOf(letter, request, iso) : null;
  };
}

function offeredLetters(catalogue: LetterCatalogue, unitType: DocumentsNeeds['unitType']): OfferedLetters {
  return {
    get village() {
      return catalogue.village;
    },
    cards: () => catalogue.cards(unitType()),
    info: (id) => catalogue.info(id, unitType()),
    definition: (id) => letterOf(catalogue, id),
  };
}
