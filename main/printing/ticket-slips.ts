import type { LoungeFile } from '../../contract/catalogue.ts';
import type { PaperFacts, Receipt, SlipFacts, SlipPrinter } from '../queue/tickets.ts';
import type { TicketSlip } from './slip.ts';
import type { Spooler } from './spooler.ts';

/** Turns the queue's facts into slips for the printer of the device where the number was taken. */
export class TicketSlips implements SlipPrinter {
  readonly #spooler: Spooler;
  readonly #lounge: () => LoungeFile;
  readonly #printerOf: (device: string) => string;

  constructor(spooler: Spooler, lounge: () => LoungeFile, printerOf: (device: string) => string) {
    this.#spooler = spooler;
    this.#lounge = lounge;
    this.#printerOf = printerOf;
  }

  enqueue(facts: SlipFacts): void {
    this.enqueueAt(this.#printerOf(facts.device), facts);
  }

  /** The same for a printer of the caller's choosing, or for a paper that is printed again. */
  enqueueAt(
    printerId: string,
    facts: PaperFacts & { readonly jobId: string },
    reprint: TicketSlip['reprint'] = null,
  ): void {
    const { promise, service, receipt } = facts;
    const lounge = this.#lounge();
    this.#spooler.enqueue({
      id: facts.jobId,
      printerId,
      ticketId: facts.ticketId,
      slip: {
        ticketId: facts.ticketId,
        office: lounge.name.id,
        place: lounge.place.id,
        service: service.name.id,
        number: facts.number,
        priority: facts.priority !== null,
        peopleAhead: facts.peopleAhead,
        promise: promise && {
          fromMinutes: promise.fromMinutes,
          toMinutes: promise.toMinutes,
          notBefore: promise.notBefore,
        },
        bring: (receipt?.bring ?? service.bring).map((document) => document.id),
        takenAt: facts.takenAt,
        reprint,
        before: facts.before,
        opensAt: facts.opensAt,
        timeZone: lounge.timeZone,
        complaints: lounge.complaints.id,
        request: receipt
          ? { tracking: receipt.tracking, letter: receipt.letter?.id ?? null, promisedAt: receipt.promisedAt }
          : null,
      },
    });
  }

  /** The receipt of a request while no number is given. */
  enqueueReceipt(jobId: string, device: string, receipt: Receipt, filedAt: string): void {
    const lounge = this.#lounge();
    this.#spooler.enqueue({
      id: jobId,
      printerId: this.#printerOf(device),
      ticketId: null,
      slip: {
        kind: 'receipt',
        office: lounge.name.id,
        place: lounge.place.id,
        request: { tracking: receipt.tracking, letter: receipt.letter?.id ?? null, promisedAt: receipt.promisedAt },
        bring: receipt.bring.map((document) => document.id),
        filedAt,
        timeZone: lounge.timeZone,
        complaints: lounge.complaints.id,
      },
    });
  }

  wake(): void {
    this.#spooler.wake();
  }
}
