import type { RequestBoard } from '../../contract/documents.ts';
import type { LetterDefinition } from '../../contract/letters.ts';
import type { Actor } from '../../contract/principal.ts';
import { Live } from '../ops/live.ts';
import type { Log } from '../ops/log.ts';
import type { Timers } from '../printing/timers.ts';
import type { Receipt } from '../queue/tickets.ts';
import type { Audit } from '../store/audit.ts';
import type { Store } from '../store/open.ts';
import type { RequestKeys } from '../store/request-keys.ts';
import type { LetterCatalogue } from './catalogue/letter-catalogue.ts';
import { LetterSeal } from './letters/authenticity.ts';
import { LetterMaker } from './letters/letter-maker.ts';
import { LetterStore } from './letters/letter-store.ts';
import { issuerName, officeName } from './letters/office.ts';
import { LetterPress, letterWorkerFile } from './letters/press.ts';
import { Samples } from './letters/samples.ts';
import { openLetterPrinting, type PrintingNeeds } from './printing/open.ts';
import { ExpeditionStore } from './registers/expedition-store.ts';
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
import { openResidents } from './residents/open.ts';
import { ResidentStore } from './residents/resident-store.ts';
import { loungeItself } from './retention/ages.ts';
import { openRetention, type Retention } from './retention/open.ts';
import { TrustFeed } from './trust/feed.ts';
import { Trust } from './trust/trust.ts';
import { TrustStore } from './trust/trust-store.ts';

export interface DocumentsNeeds {
  readonly store: Store;
  readonly dataFolder: string;
  readonly keys: RequestKeys;
  readonly audit: Audit;
  readonly clock: { wall(): number; tick(): number };
  readonly ids: { next(): string };
  readonly iso: (wall: number) => string;
  readonly clockConfirmed: () => boolean;
  /** False while the disk is kept for the queue. */
  readonly hasRoom: FilingParts['hasRoom'];
  readonly catalogue: LetterCatalogue;
  /** What the lounge is: one that is no village office issues no letters. */
  readonly unitType: () => 'desa' | 'kelurahan' | 'lounge';
  readonly logo: () => string | null;
  readonly numbers: NumberGiver;
  readonly closesAt: FilingParts['closesAt'];
  readonly receipts: FilingParts['receipts'];
  readonly servedBy: FilingParts['servedBy'];
  readonly nameOf: (actor: string) => string;
  readonly signers: Signers;
  /** Where the letters' type lies. */
  readonly fonts: string;
  /** Where letters come out, and who may have a printer of its own. */
  readonly printers: Pick<PrintingNeeds, 'outlet' | 'isDevice'>;
  /** The way to the internet, for the list of other offices. */
  readonly fetch: typeof fetch;
  readonly timers: Timers;
  readonly log: Log;
}

/** The people whose PIN says that a letter is signed. */
export interface Signers {
  people(): { id: string; name: string }[];
  /** Who that PIN is of, at the machine where it was typed. @throws DomainError PIN_WRONG, PIN_SLOW, DEVICE_LOCKED */
  proven(by: Actor, personId: string, pin: string): Promise<Actor>;
}

export type Documents = ReturnType<typeof openDocuments>;

/** A stream repeats its snapshot at least this often, so that a reader can tell silence from a dead link. */
const repeatMs = 8_000;

/** Builds everything about letters: asking, checking, numbering, making and checking them. */
export function openDocuments(needs: DocumentsNeeds) {
  const { store, keys, audit, clock, ids, iso, clockConfirmed, catalogue, unitType, log } = needs;
  const requests = new RequestStore(store.db);
  const letters = new LetterStore(store.db);
  const residentList = new ResidentStore(store.db);
  const offered = offeredLetters(catalogue, unitType);
  const nameOf = (actor: string) => (actor === loungeItself ? 'Anjungan' : needs.nameOf(actor));
  const officeType = () => (unitType() === 'kelurahan' ? ('kelurahan' as const) : ('desa' as const));

  let revision = 0;
  const live = new Live<RequestBoard>(
    () => ({
      at: iso(clock.wall()),
      revision,
      counts: requests.counts(),
      signerPin: catalogue.village.signerPin,
    }),
    repeatMs,
  );
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

  const residents = openResidents({
    store,
    list: residentList,
    keys,
    audit,
    clock,
    ids,
    iso,
    offered,
    nameOf,
    isForgotten: (nik) => retention.isForgotten(nik),
    log,
  });
  const { matches, filledPlaces } = residents;

  const press = new LetterPress({ file: letterWorkerFile(), fonts: needs.fonts, log });
  const seal = new LetterSeal({ load: () => letters.seal(), keep: (jwk) => letters.keepSeal(jwk) }, (id) =>
    trust.keyOf(id),
  );
  const trust: Trust = new Trust({
    lists: new TrustStore(store.db),
    keys,
    audit,
    clock,
    iso,
    settings: () => catalogue.village.trust,
    own: () => seal.publicKey(),
    issuer: () => issuerName(catalogue.village, officeType()),
  });
  const feed = new TrustFeed({
    address: () => {
      const { key, feed: address } = catalogue.village.trust;
      return key === null ? null : address;
    },
    take: (list) => trust.feed(list),
    looked: (result) => trust.looked(result),
    fetch: needs.fetch,
    timers: needs.timers,
    random: Math.random,
    log,
  });
  const maker = new LetterMaker({
    letters,
    press,
    seal,
    facts: (letter) => ({
      number: numbers.find(letter.number_id)?.number ?? '',
      issuer: issuerName(catalogue.village, officeType()),
    }),
    made: changed,
    log,
  });
  const issue = new Issue({ letters, numbers, ids, unitType: officeType, logo: needs.logo });
  const work = new DeskWork({
    offered,
    requests,
    filledPlaces,
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
  const printing = openLetterPrinting({
    ...needs.printers,
    timers: needs.timers,
    db: store.db,
    letters,
    numbers,
    requests,
    keys,
    audit,
    ids,
    clock,
    iso,
    nameOf,
    paper: () => catalogue.village.paper,
    log,
  });
  const retention: Retention = openRetention({
    store,
    dataFolder: needs.dataFolder,
    requests,
    letters,
    residents: residentList,
    offered,
    keys,
    audit,
    press,
    clock,
    clockConfirmed,
    ids,
    iso,
    village: () => catalogue.village,
    unitType: officeType,
    office: () => officeName(catalogue.village, officeType()),
    logo: needs.logo,
    nameOf,
    changed,
    log,
  });

  const lifeOf = (letterId: string): LetterLife | undefined => {
    const letter = letters.find(letterId);
    const request = letter && requests.find(letter.request_id);
    if (!request) return undefined;
    const handed = requests.events(request.id).findLast(({ step }) => step === 'hand_over');
    return {
      addressee: letters.isDestroyed(letterId) ? '' : (request.applicant ?? ''),
      handedOver: handed && request.state === 'collected' ? { at: iso(handed.at), by: nameOf(handed.actor) } : null,
    };
  };

  return {
    offered,
    live,
    filing: new Filing({
      letters: offered,
      requests,
      matches,
      filledPlaces,
      keys,
      numbers: needs.numbers,
      hasRoom: needs.hasRoom,
      ids,
      clock,
      iso,
      closesAt: needs.closesAt,
      receipts: needs.receipts,
      servedBy: needs.servedBy,
      changed,
    }),
    tracking: new Tracking({ requests, work, keys, tries, iso, changed }),
    pages: new RequestPages({
      offered,
      requests,
      filledPlaces,
      letters,
      numbers,
      clock,
      iso,
      clockConfirmed,
      nameOf,
    }),
    work,
    papers: new LetterPapers({ offered, requests, letters, numbers, issue, press, seal, tries, clock, iso }),
    residents,
    signers: needs.signers,
    samples: new Samples({ issue, press, today: () => iso(clock.wall()).slice(0, 10) }),
    /** Whether somebody ever asked for this letter. */
    asked: (letterId: string) => requests.asked(letterId),
    /** Tells every desk that what it shows may be another. */
    changed,
    registers: new Registers({
      numbers,
      expedition: new ExpeditionStore(store.db, iso),
      press,
      offered,
      unitType: officeType,
      keys,
      audit,
      clock,
      iso,
      lifeOf,
    }),
    retention,
    /** Waits until every letter that has a number is made, or has failed. */
    made: () => maker.idle(),
    printing,
    trust,
    start: () => {
      maker.start();
      printing.start();
      feed.start();
    },
    close: async () => {
      await feed.close();
      await residents.close();
      await printing.close();
      await retention.close();
      // What is being made now is not a letter that could not be made.
      const stopped = maker.close();
      await press.close();
      await stopped;
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
