import type { FiledRequest, LetterValues } from '../../../contract/documents.ts';
import { checkValues } from '../../../contract/letter-fields.ts';
import type { LetterDefinition } from '../../../contract/letters.ts';
import { fieldsOf } from '../../../contract/letters-whole.ts';
import { readNik } from '../../../contract/nik.ts';
import { readPhone } from '../../../contract/phone.ts';
import { type Actor, actorId } from '../../../contract/principal.ts';
import type { ClosedReason, IssuedTicket, Priority, WaitPromise } from '../../../contract/queue.ts';
import { DomainError } from '../../ops/domain-error.ts';
import type { Receipt } from '../../queue/tickets.ts';
import type { RequestKeys } from '../../store/request-keys.ts';
import type { FilledPlaceStore } from '../residents/filled-place-store.ts';
import type { Matches } from '../residents/matches.ts';
import type { NumberGiver, OfferedLetters } from './parts.ts';
import { promisedAt, receiptOf } from './receipts.ts';
import type { RequestStore } from './request-store.ts';
import { withSame } from './same-answers.ts';
import { newTrackingCode, writeTrackingCode } from './tracking-code.ts';

export interface FilingParts {
  readonly letters: OfferedLetters;
  readonly requests: RequestStore;
  readonly matches: Matches;
  readonly filledPlaces: FilledPlaceStore;
  readonly keys: RequestKeys;
  readonly numbers: NumberGiver;
  readonly ids: { next(): string };
  readonly clock: { wall(): number };
  /** False while the disk is kept for the queue. */
  readonly hasRoom: () => boolean;
  readonly iso: (wall: number) => string;
  /** When a service of the queue closes today, Unix ms; null where that is not known. */
  readonly closesAt: (serviceId: string) => number | null;
  readonly receipts: {
    enqueueReceipt(jobId: string, device: string, receipt: Receipt, filedAt: string): void;
    wake(): void;
  };
  /** The ticket of whoever stands at this person's counter; null: nobody does. */
  readonly servedBy: (person: string) => string | null;
  readonly changed: () => void;
}

interface Asked {
  readonly letterId: string;
  readonly forWhom: 'self' | 'other';
  readonly values: LetterValues;
  /** Of `residents.identify`. */
  readonly matchId: string | null;
  /** Fields whose answer is that of another, "sama dengan alamat rumah". */
  readonly same: readonly string[];
  readonly broughtAll: boolean;
  readonly phone: string | null;
  readonly priority: Priority | null;
  readonly wantsTicket: boolean;
  readonly ticketId: string | null;
  readonly requestKey: string;
}

/** Takes requests in: request, queue number and receipt stand or fall together. */
export class Filing {
  readonly #its: FilingParts;

  constructor(parts: FilingParts) {
    this.#its = parts;
  }

  /**
   * Files a request.
   * @throws DomainError LETTER_UNKNOWN, LETTER_AT_DESK, VALUES_WRONG with each wrong field, MATCH_OVER, TICKET_ELSEWHERE,
   *   TICKET_TAKEN, STORE_FULL, REQUEST_KEY_REUSED
   */
  file(by: Actor, asked: Asked): FiledRequest {
    const { letters, matches, keys, clock, iso, changed } = this.#its;
    const { requestKey, ...body } = asked;
    const kept = keys.answered<FiledRequest>(by, requestKey, ['documents.file', body]);
    // Else a call that is repeated would look for a match that it has used up itself.
    if (kept !== undefined) return kept;
    if (!this.#its.hasRoom()) throw new DomainError('STORE_FULL');
    const definition = letters.info(asked.letterId)?.definition;
    if (definition?.kind !== 'letter') throw new DomainError('LETTER_UNKNOWN');
    const atKiosk = by.role === 'kiosk';
    if (atKiosk && definition.offered === 'desk') throw new DomainError('LETTER_AT_DESK');
    const now = clock.wall();
    const today = iso(now).slice(0, 10);
    const stored = this.#stored(by, asked, definition, today);
    // What is "the same as" an answer of the list is from the list as well.
    const fromList = withSame(definition, stored, asked.same);
    const answers = withSame(definition, { ...asked.values, ...stored }, asked.same);
    const checked = checkValues(definition, answers, { today, by: atKiosk ? 'kiosk' : 'desk' });
    const phone = asked.phone === null || asked.phone.trim() === '' ? null : readPhone(asked.phone);
    const wrong = [...checked.wrong];
    if (phone === null && asked.phone?.trim()) wrong.push({ field: 'phone', problem: 'phone' });
    if (wrong.length > 0) throw new DomainError('VALUES_WRONG', { wrong });

    let committed = (): void => undefined;
    const filled = Object.keys(fromList).filter(
      (place) => checked.values[place] !== undefined && !asked.values[place]?.trim(),
    );
    const { answer, acted } = keys.once(by, requestKey, ['documents.file', body], () => {
      const filed = this.#write(by, asked, { definition, values: checked.values, filled, phone, now });
      committed = filed.committed;
      return filed.answer;
    });
    if (acted) {
      committed();
      if (asked.matchId !== null) matches.used(by.device);
      changed();
    }
    return answer;
  }

  /**
   * What the residents' list answers where the resident did not.
   * @throws DomainError MATCH_OVER
   */
  #stored(by: Actor, { matchId, letterId, values }: Asked, definition: LetterDefinition, today: string): LetterValues {
    if (matchId === null) return {};
    const match = this.#its.matches.find(by.device, matchId);
    const nik = readNik(values['applicant.nik'] ?? '', today);
    if (match?.letterId !== letterId || !nik.ok || nik.nik !== match.nik) throw new DomainError('MATCH_OVER');
    // The letter may have been changed since: what it does not ask any more is nobody's answer.
    const asked = fieldsOf(definition);
    const stored = Object.entries(match.answers).filter(([place]) => asked.has(place) && !values[place]?.trim());
    return Object.fromEntries(stored);
  }

  #write(
    by: Actor,
    asked: Asked,
    {
      definition,
      values,
      filled,
      phone,
      now,
    }: {
      definition: Parameters<typeof receiptOf>[0];
      values: LetterValues;
      filled: readonly string[];
      phone: string | null;
      now: number;
    },
  ): { answer: FiledRequest; committed: () => void } {
    const { requests, filledPlaces, ids, iso, letters, closesAt, receipts } = this.#its;
    if (asked.ticketId !== null) this.#expectServed(by, asked.ticketId);
    const id = ids.next();
    const tracking = this.#newTracking();
    const { queueService } = letters.village;
    const closes = closesAt(queueService);
    const promiseWith = (wait: WaitPromise | null) => promisedAt(definition, wait, now, closes);
    const paperWith = (wait: WaitPromise | null) =>
      receiptOf(definition, { tracking, promised_at: promiseWith(wait) }, iso);

    // Who is served already needs no other number.
    const given =
      asked.wantsTicket && asked.ticketId === null
        ? this.#number(by, queueService, asked.priority, paperWith)
        : { closed: null, ticket: null, committed: () => undefined };
    // Nobody promises anything while the line is closed.
    const promised = given.closed === null ? promiseWith(given.ticket?.promise ?? null) : null;
    const printJobId = given.ticket?.printJobId ?? ids.next();
    if (given.ticket === null) {
      const paper = receiptOf(definition, { tracking, promised_at: promised }, iso);
      receipts.enqueueReceipt(printJobId, by.device, paper, iso(now));
    }

    requests.insert(
      {
        id,
        tracking,
        letter_type: definition.id,
        sensitive: definition.sensitive ? 1 : 0,
        for_whom: asked.forWhom,
        brought_all: asked.broughtAll ? 1 : 0,
        state: 'submitted',
        state_at: now,
        filed_at: now,
        promised_at: promised,
        device_id: by.device,
        ticket_id: asked.ticketId ?? given.ticket?.id ?? null,
        print_job_id: printJobId,
      },
      { applicant: values['applicant.name'] ?? '', phone, answers: values },
    );
    filledPlaces.keep(id, filled);
    const event = { step: 'file', state: 'submitted', undoes: null, note: null } as const;
    requests.wrote(id, event, { at: now, actor: actorId(by), device: by.device });
    const { ticket } = given;
    return {
      answer: {
        requestId: id,
        tracking: writeTrackingCode(tracking),
        ticket: ticket && { id: ticket.id, number: ticket.number, peopleAhead: ticket.peopleAhead },
        closed: given.closed,
        promisedAt: promised === null ? null : iso(promised),
        printJobId,
      },
      committed: () => {
        given.committed();
        receipts.wake();
      },
    };
  }

  #expectServed(by: Actor, ticketId: string): void {
    const { servedBy, requests } = this.#its;
    if (by.person === null || servedBy(by.person) !== ticketId) throw new DomainError('TICKET_ELSEWHERE');
    if (requests.byTicket(ticketId)) throw new DomainError('TICKET_TAKEN');
  }

  /** A closed line holds no request back: whoever asked comes again with the code. */
  #number(
    by: Actor,
    serviceId: string,
    priority: Priority | null,
    receipt: (wait: WaitPromise | null) => Receipt,
  ): { ticket: IssuedTicket | null; closed: ClosedReason | null; committed: () => void } {
    try {
      return { ...this.#its.numbers.takeAlong(by, { serviceId, priority }, receipt), closed: null };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      // The office changed its services, and not yet where people with a letter stand.
      if (error.code === 'SERVICE_UNKNOWN') return { ticket: null, closed: 'closed_now', committed: () => undefined };
      if (error.code !== 'SERVICE_CLOSED') throw error;
      const { reason } = error.data as { reason: ClosedReason };
      return { ticket: null, closed: reason, committed: () => undefined };
    }
  }

  #newTracking(): string {
    for (;;) {
      const code = newTrackingCode();
      if (!this.#its.requests.byTracking(code)) return code;
    }
  }
}
