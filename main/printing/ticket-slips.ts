import type { LoungeFile } from '../queue/catalogue-schema.ts';
import type { SlipFacts, SlipPrinter } from '../queue/tickets.ts';
import type { Spooler } from './spooler.ts';

/** Turns the queue's facts into slips for the printer of the device where the number was taken. */
export class TicketSlips implements SlipPrinter {
  readonly #spooler: Spooler;
  readonly #lounge: LoungeFile;
  readonly #printerOf: (device: string) => string;

  constructor(spooler: Spooler, lounge: LoungeFile, printerOf: (device: string) => string) {
    this.#spooler = spooler;
    this.#lounge = lounge;
    this.#printerOf = printerOf;
  }

  enqueue(facts: SlipFacts): void {
    const { promise, service } = facts;
    this.#spooler.enqueue({
      id: facts.jobId,
      printerId: this.#printerOf(facts.device),
      ticketId: facts.ticketId,
      slip: {
        ticketId: facts.ticketId,
        office: this.#lounge.name.id,
        place: this.#lounge.place.id,
        service: service.name.id,
        number: facts.number,
        priority: facts.priority !== null,
        peopleAhead: facts.peopleAhead,
        promise: promise && {
          fromMinutes: promise.fromMinutes,
          toMinutes: promise.toMinutes,
          notBefore: promise.notBefore,
        },
        bring: service.bring.map((document) => document.id),
        takenAt: facts.takenAt,
        timeZone: this.#lounge.timeZone,
        complaints: this.#lounge.complaints.id,
      },
    });
  }

  wake(): void {
    this.#spooler.wake();
  }
}
