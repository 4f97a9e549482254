import type { FiledRequest, LetterValues } from '../../../contract/documents.ts';
import { checkValues } from '../../../contract/letter-fields.ts';
import { readPhone } from '../../../contract/phone.ts';
import { type Actor, actorId } from '../../../contract/principal.ts';
import type { ClosedReason, IssuedTicket, Priority, WaitPromise } from '../../../contract/queue.ts';
import { DomainError } from '../../ops/domain-error.ts';
import type { Receipt } from '../../queue/tickets.ts';
import type { RequestKeys } from '../../store/request-keys.ts';
import type { NumberGiver, OfferedLetters } from './parts.ts';
import { promisedAt, receiptOf } from './receipts.ts';
import type { RequestStore } from './request-store.ts';
import { newTrackingCode, writeTrackingCode } from './tracking-code.ts';

export interface FilingParts {
  readonly letters: OfferedLetters;
  readonly requests: RequestStore;
  readonly keys: RequestKeys;
  readonly numbers: NumberGiver;
  readonly ids: { next(): string };
  readonly clock: { wall(): number };
  readonly iso: (wall: number) => string;
  /** When a service of the queue closes today, Unix ms; null where that is not known. */
  readonly closesAt: (serviceId: string) => number | null;
  readonly receipts: {
    enqueueReceipt(jobId: string, device: string, receipt: Receipt, filedAt: string): void;
    wake(): void;
  };
  readonly changed: () => void;
}

interface Asked {
  readonly letterId: string;
  readonly forWhom: 'self' | 'other';
  readonly values: LetterValues;
  readonly broughtAll: boolean;
  readonly phone: string | null;
  readonly priority: Priority | null;
  readonly wantsTicket: boolean;
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
   * @throws DomainError LETTER_UNKNOWN, LETTER_AT_DESK, VALUES_WRONG with each wrong field, REQUEST_KEY_REUSED
   */
  file(by: Actor, asked: Asked): FiledRequest {
    const { letters, keys, clock, iso, changed } = this.#its;
    const definition = letters.info(asked.letterId)?.definition;
    if (definition?.kind !== 'letter') throw new DomainError('LETTER_UNKNOWN');
    const atKiosk = by.role === 'kiosk';
    if (atKiosk && definition.offered === 'desk') throw new DomainError('LETTER_AT_DESK');
    const now = clock.wall();
    const checked = checkValues(definition, asked.values, {
      today: iso(now).slice(0, 10),
      by: atKiosk ? 'kiosk' : 'desk',
    });
    const phone = asked.phone === null || asked.phone.trim() === '' ? null : readPhone(asked.phone);
    const wrong = [...checked.wrong];
    if (phone === null && asked.phone?.trim()) wrong.push({ field: 'phone', problem: 'phone' });
    if (wrong.length > 0) throw new DomainError('VALUES_WRONG', { wrong });

    let committed = (): void => undefined;
    const { requestKey, ...body } = asked;
    const { answer, acted } = keys.once(by, requestKey, ['documents.file', body], () => {
      const filed = this.#write(by, asked, { definition, values: checked.values, phone, now });
      committed = filed.committed;
      return filed.answer;
    });
    if (acted) {
      committed();
      changed();
    }
    return answer;
  }

  #write(
    by: Actor,
    asked: Asked,
    {
      definition,
      values,
      phone,
      now,
    }: {
      definition: Parameters<typeof receiptOf>[0];
      values: LetterValues;
      phone: string | null;
      now: number;
    },
  ): { answer: FiledRequest; committed: () => void } {
    const { requests, ids, iso, letters, closesAt, receipts } = this.#its;
    const id = ids.next();
    const tracking = this.#newTracking();
    const { queueService } = letters.village;
    const closes = closesAt(queueService);
    const promiseWith = (wait: WaitPromise | null) => promisedAt(definition, wait, now, closes);
    const paperWith = (wait: WaitPromise | null) =>
      receiptOf(definition, { tracking, promised_at: promiseWith(wait) }, iso);

    const given = asked.wantsTicket
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
        ticket_id: given.ticket?.id ?? null,
        print_job_id: printJobId,
      },
      { applicant: values['applicant.name'] ?? '', phone, answers: values },
    );
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
      if (!(error instanceof DomainError) || error.code !== 'SERVICE_CLOSED') throw error;
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
