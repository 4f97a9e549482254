import type { LoungeFile } from '../../contract/catalogue.ts';
import type { SlipFacts, SlipPrinter } from '../queue/tickets.ts';
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
    const { promise, service } = facts;
    const lounge = this.#lounge();
    this.#spooler.enqueue({
      id: facts.jobId,
      printerId: this.#printerOf(facts.device),
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
        bring: service.bring.map((document) => document.id),
        takenAt: facts.takenAt,
        timeZone: lounge.timeZone,
        complaints: lounge.complaints.id,
      },
    });
  }

  wake(): void {
    this.#spooler.wake();
  }
}
