import type { LetterPrint, LetterPrinterBoard } from '../../../contract/letter-printing.ts';
import { type Actor, actorId } from '../../../contract/principal.ts';
import { DomainError } from '../../ops/domain-error.ts';
import { Live } from '../../ops/live.ts';
import type { Audit } from '../../store/audit.ts';
import type { RequestKeys } from '../../store/request-keys.ts';
import type { LetterStore } from '../letters/letter-store.ts';
import type { LetterNumbers } from '../registers/letter-numbers.ts';
import type { RequestStore } from '../requests/request-store.ts';
import { type LetterPrintRecord, type LetterPrintStore, queueOf } from './letter-print-store.ts';
import type { PrintLanes } from './print-lanes.ts';
import { after, type Happening, newPrint } from './print-rules.ts';

export interface LetterPrintsParts {
  readonly prints: LetterPrintStore;
  readonly letters: LetterStore;
  readonly numbers: LetterNumbers;
  readonly requests: RequestStore;
  readonly lanes: PrintLanes;
  readonly keys: RequestKeys;
  readonly audit: Pick<Audit, 'write'>;
  readonly ids: { next(): string };
  readonly clock: { wall(): number };
  readonly iso: (wall: number) => string;
  readonly nameOf: (actor: string) => string;
}

/** A stream repeats its snapshot at least this often, so that a reader can tell silence from a dead link. */
const repeatMs = 8_000;
/** Prints in a snapshot; a village office has some dozens a day. */
const mostShown = 200;

/** Letters on the office's printers: what people ask for, and what they are shown of it. */
export class LetterPrints {
  readonly #its: LetterPrintsParts;
  /** The same for all, but for where a device's letters come out. */
  readonly #live: Live<LetterPrinterBoard>;

  constructor(parts: LetterPrintsParts) {
    this.#its = parts;
    this.#live = new Live(() => {
      const { clock, iso, prints } = parts;
      const now = clock.wall();
      const midnight = Date.parse(`${iso(now).slice(0, 11)}00:00:00${iso(now).slice(19)}`);
      const shown = prints.shown(midnight, mostShown).flatMap((print) => this.#view(print) ?? []);
      return { at: iso(now), queue: null, prints: shown };
    }, repeatMs);
  }

  /** Says that a print's state, or where letters come out, may have changed. */
  changed(): void {
    this.#live.changed();
  }

  watch(by: Actor, signal: AbortSignal | undefined): AsyncGenerator<LetterPrinterBoard, void, void> {
    const { prints } = this.#its;
    return this.#live.watch(signal, (board) => ({ ...board, queue: queueOf(prints.printers(), by.device) }));
  }

  /**
   * Prints an issued letter where this device's letters come out; written down like reading it.
   * @throws DomainError LETTER_UNKNOWN, LETTER_NOT_MADE, LETTER_VOID, NO_PRINTER
   */
  print(by: Actor, asked: { letterId: string; copies: number; requestKey: string }): LetterPrint {
    const { letterId, copies } = asked;
    return this.#once(by, asked.requestKey, ['letterPrinting.print', letterId, copies], () => {
      const { letters, prints, numbers, ids, clock } = this.#its;
      const letter = letters.find(letterId);
      const number = letter && numbers.find(letter.number_id);
      if (!letter || !number || letters.isDestroyed(letter.id)) throw new DomainError('LETTER_UNKNOWN');
      if (number.state !== 'issued') throw new DomainError('LETTER_VOID');
      if (letter.render !== 'rendered') throw new DomainError('LETTER_NOT_MADE');
      const queue = queueOf(prints.printers(), by.device);
      if (queue === null) throw new DomainError('NO_PRINTER');
      const now = clock.wall();
      const print: LetterPrintRecord = {
        ...newPrint,
        id: ids.next(),
        letterId,
        requestId: letter.request_id,
        queue,
        copies,
        at: now,
        since: now,
        actor: actorId(by),
        device: by.device,
      };
      prints.insert(print);
      this.#read(by, print);
      return print;
    });
  }

  /**
   * A failed or uncertain one once more, where this device's letters come out now.
   * @throws DomainError PRINT_UNKNOWN, PRINT_BUSY
   */
  again(by: Actor, asked: { id: string; requestKey: string }): LetterPrint {
    return this.#person(by, asked, 'again', (print) => {
      this.#read(by, print);
      this.#its.audit.write(by, 'letter_print_again', print.id);
      return queueOf(this.#its.prints.printers(), by.device) ?? print.queue;
    });
  }

  /**
   * Takes a print back; what the system has already is taken back there, as far as it can be.
   * @throws DomainError PRINT_UNKNOWN, PRINT_BUSY
   */
  cancel(by: Actor, asked: { id: string; requestKey: string }): LetterPrint {
    return this.#person(by, asked, 'cancel', (print) => {
      this.#its.audit.write(by, 'letter_print_cancelled', print.id);
      return print.queue;
    });
  }

  /**
   * A person has seen an uncertain one in the tray.
   * @throws DomainError PRINT_UNKNOWN, PRINT_BUSY
   */
  cameOut(by: Actor, asked: { id: string; requestKey: string }): LetterPrint {
    return this.#person(by, asked, 'came_out', (print) => {
      this.#its.audit.write(by, 'letter_print_seen', print.id);
      return print.queue;
    });
  }

  /** Ends the doubts of an earlier day, and forgets what has been over for long. */
  purge(): void {
    this.#its.prints.purge(this.#its.clock.wall());
    this.changed();
  }

  /** What a person decides of a print. @param act what else is done; gives the queue it belongs to from now on */
  #person(
    by: Actor,
    { id, requestKey }: { id: string; requestKey: string },
    kind: 'again' | 'cancel' | 'came_out',
    act: (print: LetterPrintRecord) => string,
  ): LetterPrint {
    return this.#once(by, requestKey, [`letterPrinting.${kind}`, id], () => {
      const { prints, clock } = this.#its;
      const print = prints.find(id);
      if (!print) throw new DomainError('PRINT_UNKNOWN');
      const now = clock.wall();
      const happening: Happening = { kind };
      const next = after(print, happening, now);
      if (next === null) throw new DomainError('PRINT_BUSY');
      const queue = act(print);
      const since = next.state === print.state ? print.since : now;
      prints.stand(id, queue, next, since);
      return { ...print, ...next, queue, since };
    });
  }

  #once(by: Actor, requestKey: string, body: unknown, act: () => LetterPrintRecord): LetterPrint {
    const { keys, lanes } = this.#its;
    const { answer, acted } = keys.once(by, requestKey, body, () => {
      const print = act();
      const view = this.#view(print);
      if (!view) throw new DomainError('PRINT_UNKNOWN');
      return { view, queue: print.queue };
    });
    if (acted) {
      lanes.wake(answer.queue);
      this.changed();
    }
    return answer.view;
  }

  /** Whoever prints a letter has read it. */
  #read(by: Actor, { requestId, letterId }: LetterPrintRecord): void {
    const { requests, clock } = this.#its;
    requests.read(requestId, letterId, clock.wall(), actorId(by), by.device);
  }

  /** Null when its letter is not there any more. */
  #view(print: LetterPrintRecord): LetterPrint | null {
    const { letters, numbers, iso, nameOf } = this.#its;
    const letter = letters.find(print.letterId);
    const number = letter && numbers.find(letter.number_id);
    if (!letter || !number) return null;
    const { id, letterId, requestId, queue, copies, state, reason, retryAt, at, since, actor } = print;
    return {
      id,
      letterId,
      requestId,
      number: number.number,
      title: letter.title,
      queue,
      copies,
      state,
      reason,
      retryAt: retryAt === null ? null : iso(retryAt),
      at: iso(at),
      since: iso(since),
      by: nameOf(actor),
    };
  }
}
