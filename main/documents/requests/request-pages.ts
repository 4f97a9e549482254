import type { IssuedLetter, RequestPage, RequestRow, RequestState, RequestStep } from '../../../contract/documents.ts';
import { type Actor, actorId } from '../../../contract/principal.ts';
import { DomainError } from '../../ops/domain-error.ts';
import type { LetterRecord, LetterStore } from '../letters/letter-store.ts';
import type { LetterNumbers } from '../registers/letter-numbers.ts';
import type { FilledPlaceStore } from '../residents/filled-place-store.ts';
import { obstaclesTo, requirementsFor, signersOf, unconfirmedIn } from './obstacles.ts';
import type { OfferedLetters } from './parts.ts';
import type { ListedRecord, RequestStore } from './request-store.ts';
import { readTrackingCode, writeTrackingCode } from './tracking-code.ts';
import { warningsIn } from './warnings.ts';
import { stepsFor, type TakenStep } from './workflow.ts';

export interface RequestPagesParts {
  readonly offered: OfferedLetters;
  readonly requests: RequestStore;
  readonly filledPlaces: FilledPlaceStore;
  readonly letters: LetterStore;
  readonly numbers: LetterNumbers;
  readonly clock: { wall(): number };
  readonly iso: (wall: number) => string;
  readonly clockConfirmed: () => boolean;
  /** Of a person or a device. */
  readonly nameOf: (actor: string) => string;
}

/** Requests as the desk sees them. */
export class RequestPages {
  readonly #its: RequestPagesParts;

  constructor(parts: RequestPagesParts) {
    this.#its = parts;
  }

  list(asked: { states: RequestState[]; search: string; page: number }): { rows: RequestRow[]; total: number } {
    const search = { text: asked.search.trim(), tracking: readTrackingCode(asked.search) };
    const { rows, total } = this.#its.requests.list(asked.states, search, asked.page);
    return { rows: rows.map((row) => this.#row(row)), total };
  }

  /** The request of a ticket that stands at a counter. */
  ofTicket(ticketId: string): { requestId: string | null } {
    return { requestId: this.#its.requests.byTicket(ticketId)?.id ?? null };
  }

  /** Opens a request, which is written down. @throws DomainError REQUEST_UNKNOWN */
  open(by: Actor, id: string): RequestPage {
    const page = this.page(by, id);
    this.#its.requests.read(id, null, this.#its.clock.wall(), actorId(by), by.device);
    return page;
  }

  /** A request as it stands now, for whoever has just done something with it. @throws DomainError REQUEST_UNKNOWN */
  page(by: Actor, id: string): RequestPage {
    const { offered, requests, filledPlaces, iso, clockConfirmed, nameOf, clock } = this.#its;
    const request = requests.find(id);
    const definition = request && offered.definition(request.letter_type);
    if (!request || !definition) throw new DomainError('REQUEST_UNKNOWN');
    const person = requests.person(id);
    const values = person?.answers ?? {};
    const ticked = requests.requirements(id);
    const unconfirmed = filledPlaces.unconfirmed(id);
    const events = requests.events(id);
    const today = iso(clock.wall()).slice(0, 10);
    const obstacles = obstaclesTo({
      definition,
      village: offered.village,
      values,
      unconfirmed,
      ticked,
      today,
      clockConfirmed: clockConfirmed(),
    });
    const gone = new Set(events.map(({ undoes }) => undoes));
    const issued = this.#letters(id);
    // Nobody can have signed what is still being made.
    const unmade = issued.some(({ state, render }) => state === 'issued' && render !== 'rendered');
    const steps = this.#steps(request.state, by, events).filter(
      (step) => (step !== 'approve' || obstacles.length === 0) && (step !== 'signed' || !unmade),
    );
    return {
      ...this.#row(request),
      definition,
      forWhom: request.for_whom,
      broughtAll: request.brought_all === 1,
      values,
      corrected: requests.corrected(id),
      unconfirmed: unconfirmedIn(definition, values, unconfirmed),
      warnings: warningsIn(definition, values, today, offered.village),
      requirements: requirementsFor(definition, values).map((asked) => {
        const tick = ticked.find(({ requirement }) => requirement === asked.id);
        return {
          id: asked.id,
          state: tick?.state ?? 'unchecked',
          by: tick ? nameOf(tick.actor) : null,
          at: tick ? iso(tick.at) : null,
        };
      }),
      phone: person?.phone ?? null,
      letters: issued,
      steps: requests.isWhole(id) ? steps : [],
      obstacles: request.state === 'checking' ? obstacles : [],
      signers: signersOf(definition, offered.village).map(({ id: official, name, position, signsAs }) => ({
        id: official,
        name,
        position,
        signsAs,
      })),
      level: definition.signing.level,
      events: events.map((event) => ({
        step: event.step,
        state: event.state,
        at: iso(event.at),
        by: nameOf(event.actor),
        note: event.note,
        undone: gone.has(event.id),
      })),
    };
  }

  /** Where the signer's PIN says that a letter is signed, any clerk's machine may ask for it. */
  #steps(state: RequestState, by: Actor, events: readonly TakenStep[]): RequestStep[] {
    const steps = stepsFor(state, by.role, events);
    const asksPin = this.#its.offered.village.signerPin && state === 'awaiting_signature';
    return asksPin && !steps.includes('signed') ? ['signed', ...steps] : steps;
  }

  #letters(requestId: string): IssuedLetter[] {
    const { letters, numbers } = this.#its;
    return letters.ofRequest(requestId).map((letter: LetterRecord) => {
      const number = numbers.find(letter.number_id);
      return {
        id: letter.id,
        paperId: letter.paper_id,
        title: letter.title,
        number: number?.number ?? '',
        date: letter.date,
        state: number?.state === 'void' ? 'void' : 'issued',
        render: letter.render,
      };
    });
  }

  #row(request: ListedRecord): RequestRow {
    const { iso, offered } = this.#its;
    const definition = offered.definition(request.letter_type);
    return {
      id: request.id,
      tracking: writeTrackingCode(request.tracking),
      letterId: request.letter_type,
      letterName: definition?.name ?? { id: request.letter_type, en: request.letter_type },
      state: request.state,
      applicant: request.applicant ?? '',
      filedAt: iso(request.filed_at),
      since: iso(request.state_at),
      promisedAt: request.promised_at === null ? null : iso(request.promised_at),
      ticketId: request.ticket_id,
      ticketNumber: request.ticket_number,
      sensitive: request.sensitive === 1,
    };
  }
}
