import type { Actor } from '../../contract/principal.ts';
import { DomainError } from '../ops/domain-error.ts';
import type { Audit } from '../store/audit.ts';
import type { RequestKeys } from '../store/request-keys.ts';
import type { Outlets } from './outlets.ts';
import type { Fate } from './print-job-store.ts';
import type { Reprints } from './reprints.ts';
import type { JobNow, Spooler } from './spooler.ts';

export interface VerdictsParts {
  readonly spooler: Spooler;
  readonly outlets: Outlets;
  readonly reprints: Reprints;
  readonly keys: RequestKeys;
  readonly audit: Audit;
  readonly clock: { wall(): number };
  /** Where a ticket was taken; undefined for one that nobody knows. */
  readonly deviceOf: (ticketId: string) => string | undefined;
}

/** The paper that a verdict brought about. */
interface Printed {
  readonly printJobId: string | null;
}

/** How long after a slip was lost the person at the kiosk may be asked: their own time at the ticket, ms. */
const askedWithin = 150_000;

const seen: Fate = { state: 'done', reason: null, evidence: 'person' };
const again: Fate = { state: 'cancelled', reason: 'again', evidence: null };
const notWanted: Fate = { state: 'cancelled', reason: 'staff', evidence: null };

/** What people say about slips and printers that no machine can know. */
export class Verdicts {
  readonly #its: VerdictsParts;

  constructor(parts: VerdictsParts) {
    this.#its = parts;
  }

  /**
   * The person who took the number says whether its paper has come out.
   * @throws DomainError PRINT_JOB_UNKNOWN, QUESTION_OVER, and what a reprint throws
   */
  answerSlip(by: Actor, asked: { id: string; came: boolean; requestKey: string }): Printed {
    const { id, came, requestKey } = asked;
    return this.#once(by, requestKey, ['printing.answerSlip', id, came], id, (job) => {
      const { ticketId } = job;
      // Who has the paper in hand may say so at once; who has not, only when it cannot come out any more.
      const isOpen = came ? job.state === 'unknown' : job.asks;
      const mayAnswer = isOpen && this.#its.clock.wall() - job.changedAt <= askedWithin;
      if (!mayAnswer || ticketId === null || this.#its.deviceOf(ticketId) !== by.device)
        throw new DomainError('QUESTION_OVER');
      return came ? this.#cameOut(id, job) : this.#printAgain(by, id, ticketId);
    });
  }

  /**
   * What staff decide about a slip.
   * @throws DomainError PRINT_JOB_UNKNOWN, PRINT_JOB_STATE, and what a reprint throws
   */
  settle(by: Actor, asked: { id: string; as: 'came' | 'again' | 'cancelled'; requestKey: string }): Printed {
    const { id, as, requestKey } = asked;
    return this.#once(by, requestKey, ['printing.settle', id, as], id, (job) => {
      const { spooler, audit } = this.#its;
      const waits = job.state === 'queued' || job.state === 'held';
      if (job.state !== 'unknown' && !(as === 'cancelled' && waits)) throw new DomainError('PRINT_JOB_STATE');
      audit.write(by, 'slip_settled', id, as);
      if (as === 'came') return this.#cameOut(id, job);
      if (as === 'again' && job.ticketId !== null) return this.#printAgain(by, id, job.ticketId);
      spooler.resolve(id, as === 'again' ? again : notWanted);
      return { printJobId: as === 'again' ? spooler.test(job.printerId) : null };
    });
  }

  /** @throws DomainError KIOSK_UNKNOWN, PRINTER_ABSENT */
  testSlip(by: Actor, asked: { device: string; requestKey: string }): { printJobId: string } {
    return this.#test(by, ['printing.testSlip', asked.device], asked, () => undefined);
  }

  /** @throws DomainError KIOSK_UNKNOWN, PRINTER_ABSENT */
  rollChanged(by: Actor, asked: { device: string; requestKey: string }): { printJobId: string } {
    const { spooler, audit } = this.#its;
    return this.#test(by, ['printing.rollChanged', asked.device], asked, (printerId) => {
      spooler.care.newRoll(printerId, false);
      audit.write(by, 'roll_changed', asked.device);
    });
  }

  /** @throws DomainError PRINT_JOB_UNKNOWN, QUESTION_OVER */
  answerTest(by: Actor, asked: { id: string; readable: boolean; requestKey: string }): void {
    const { spooler, audit } = this.#its;
    const { id, readable, requestKey } = asked;
    this.#once(by, requestKey, ['printing.answerTest', id, readable], id, ({ printerId }) => {
      if (spooler.state(printerId).reads !== id) throw new DomainError('QUESTION_OVER');
      if (readable) spooler.care.goOn(printerId);
      else spooler.care.stop(printerId);
      audit.write(by, readable ? 'test_slip_read' : 'test_slip_unreadable', id);
      return { printJobId: null };
    });
  }

  #cameOut(id: string, { printerId }: JobNow): Printed {
    const { spooler } = this.#its;
    spooler.resolve(id, seen);
    spooler.care.seen(printerId);
    return { printJobId: null };
  }

  #printAgain(by: Actor, id: string, ticketId: string): Printed {
    const { spooler, reprints } = this.#its;
    spooler.resolve(id, again);
    return { printJobId: reprints.queue(by, ticketId).printJobId };
  }

  #test(
    by: Actor,
    body: unknown,
    { device, requestKey }: { device: string; requestKey: string },
    act: (printerId: string) => void,
  ): { printJobId: string } {
    const { keys, outlets, spooler } = this.#its;
    const printerId = outlets.printerAt(device);
    const { answer, acted } = keys.once(by, requestKey, body, () => {
      if (spooler.condition(printerId) === 'absent') throw new DomainError('PRINTER_ABSENT');
      act(printerId);
      const printJobId = spooler.test(printerId);
      if (printJobId === null) throw new DomainError('PRINTER_ABSENT');
      return { printJobId };
    });
    if (acted) {
      spooler.cared(printerId);
      spooler.meetAnew(printerId);
    }
    return answer;
  }

  #once(by: Actor, key: string, body: unknown, id: string, act: (job: JobNow) => Printed): Printed {
    const { keys, spooler } = this.#its;
    const job = spooler.job(id);
    if (job === undefined) throw new DomainError('PRINT_JOB_UNKNOWN');
    const { answer, acted } = keys.once(by, key, body, () => act(spooler.job(id) ?? job));
    if (acted) {
      spooler.cared(job.printerId);
      spooler.wake();
    }
    return answer;
  }
}
