import type { Actor } from '../../contract/principal.ts';
import type { PrintJobState } from '../../contract/printing.ts';
import { DomainError } from '../ops/domain-error.ts';
import type { PaperNow } from '../queue/papers.ts';
import type { Audit } from '../store/audit.ts';
import type { RequestKeys } from '../store/request-keys.ts';
import type { Spooler } from './spooler.ts';
import { canPrint } from './status.ts';
import type { TicketSlips } from './ticket-slips.ts';

export interface ReprintsParts {
  readonly spooler: Spooler;
  readonly slips: TicketSlips;
  readonly keys: RequestKeys;
  readonly audit: Audit;
  readonly ids: { next(): string };
  readonly iso: (wall: number) => string;
  readonly clock: { wall(): number };
  /** @throws DomainError TICKET_UNKNOWN, TICKET_STATE */
  readonly paperOf: (ticketId: string) => PaperNow;
  /** The kiosk whose printer prints for a device, and that printer. */
  readonly outletFor: (device: string) => { device: string; printerId: string };
}

/** A paper that was asked for again. */
export interface Reprint {
  readonly printJobId: string;
  /** As on the paper: CETAK ULANG (n). */
  readonly nth: number;
  /** The kiosk at whose printer it comes out. */
  readonly device: string;
}

const waiting: readonly PrintJobState[] = ['queued', 'held'];
const moving: readonly PrintJobState[] = ['sending', 'sent', 'printed'];

/** Prints lost tickets again, each time as a slip of its own that says so. */
export class Reprints {
  readonly #its: ReprintsParts;

  constructor(parts: ReprintsParts) {
    this.#its = parts;
  }

  /**
   * @throws DomainError TICKET_UNKNOWN, TICKET_STATE, PRINTER_ABSENT; SLIP_UNDER_WAY while a paper of this ticket is still
   * to come out
   */
  reprint(by: Actor, asked: { ticketId: string; requestKey: string }): Reprint {
    const { keys, slips } = this.#its;
    const { answer, acted } = keys.once(by, asked.requestKey, ['printing.reprint', asked.ticketId], () =>
      this.queue(by, asked.ticketId),
    );
    if (acted) slips.wake();
    return answer;
  }

  /** The same inside the caller's transaction, who says `wake` after it. @throws as `reprint` */
  queue(by: Actor, ticketId: string): Reprint {
    const { spooler, slips, audit, ids, iso, clock } = this.#its;
    const paper = this.#its.paperOf(ticketId);
    const { printJobId: first } = paper;
    const { device, printerId } = this.#outlet(by, paper);
    const earlier = spooler.reprints(ticketId);
    if ([first, ...earlier].some((id) => id !== null && this.#isUnderWay(id))) throw new DomainError('SLIP_UNDER_WAY');
    const printJobId = ids.next();
    const nth = earlier.length + 1;
    slips.enqueueAt(printerId, { ...paper, jobId: printJobId }, { nth, at: iso(clock.wall()) });
    audit.write(by, 'ticket_reprinted', ticketId, String(nth));
    return { printJobId, nth, device };
  }

  /** It is still to come out by itself. One in a printer that needs a hand may have to be printed elsewhere. */
  #isUnderWay(id: string): boolean {
    const job = this.#its.spooler.job(id);
    return job !== undefined && (waiting.includes(job.state) || (moving.includes(job.state) && canPrint(job.printer)));
  }

  /** Where the person stands who asks; the kiosk where the number was taken, if only that one has a printer. */
  #outlet(by: Actor, paper: PaperNow): { device: string; printerId: string } {
    const { outletFor, spooler } = this.#its;
    const outlet = [by.device, paper.device]
      .map(outletFor)
      .find(({ printerId }) => spooler.condition(printerId) !== 'absent');
    if (!outlet) throw new DomainError('PRINTER_ABSENT');
    return outlet;
  }
}
