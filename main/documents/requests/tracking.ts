import type { TrackedRequest } from '../../../contract/documents.ts';
import type { Actor } from '../../../contract/principal.ts';
import { DomainError } from '../../ops/domain-error.ts';
import type { RequestKeys } from '../../store/request-keys.ts';
import type { DeskWork } from './desk-work.ts';
import type { RequestRecord, RequestStore } from './request-store.ts';
import { readTrackingCode } from './tracking-code.ts';
import type { Tries } from './tries.ts';

export interface TrackingParts {
  readonly requests: RequestStore;
  readonly work: DeskWork;
  readonly keys: RequestKeys;
  readonly tries: Tries;
  readonly iso: (wall: number) => string;
  readonly changed: () => void;
}

const takenBack = ['submitted', 'checking', 'incomplete'];

/** What whoever holds a tracking code, or the ticket, may know and do: its state, and taking it back. */
export class Tracking {
  readonly #its: TrackingParts;

  constructor(parts: TrackingParts) {
    this.#its = parts;
  }

  /** @throws DomainError REQUEST_UNKNOWN, TOO_MANY_TRIES */
  track(by: Actor, { code }: { code: string }): TrackedRequest {
    return this.#shown(this.#find(by, code));
  }

  /** @throws DomainError REQUEST_UNKNOWN, NOT_YOURS, STEP_REFUSED, TOO_MANY_TRIES */
  withdraw(by: Actor, { code, lastFour, requestKey }: { code: string; lastFour: string; requestKey: string }) {
    const { requests, work, keys, tries, changed } = this.#its;
    const request = this.#find(by, code);
    const { answer, acted } = keys.once(by, requestKey, ['documents.withdraw', request.id, lastFour], () => {
      const phone = requests.person(request.id)?.phone ?? null;
      if (phone === null || !phone.endsWith(lastFour)) {
        tries.missed(by.device);
        throw new DomainError('NOT_YOURS');
      }
      work.withdraw(by, request.id);
      return this.#shown(requests.find(request.id) as RequestRecord);
    });
    if (acted) changed();
    return answer;
  }

  #find(by: Actor, code: string): RequestRecord {
    const { requests, tries } = this.#its;
    tries.expectPatience(by.device);
    const ticketId = /^ANJ1:([\da-f-]{36})$/i.exec(code.trim())?.[1];
    const tracking = readTrackingCode(code);
    const request = ticketId
      ? requests.byTicket(ticketId.toLowerCase())
      : tracking === null
        ? undefined
        : requests.byTracking(tracking);
    if (request) return request;
    tries.missed(by.device);
    throw new DomainError('REQUEST_UNKNOWN');
  }

  #shown({ id, state, state_at, promised_at }: RequestRecord): TrackedRequest {
    const { requests, iso } = this.#its;
    const asked = state === 'incomplete' ? requests.events(id).findLast(({ step }) => step === 'ask') : undefined;
    return {
      state,
      since: iso(state_at),
      promisedAt: promised_at === null ? null : iso(promised_at),
      message: asked?.note ?? null,
      cancellable: takenBack.includes(state) && (requests.person(id)?.phone ?? null) !== null,
    };
  }
}
