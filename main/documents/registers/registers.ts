import type { RegisterEntry } from '../../../contract/documents.ts';
import type { Actor } from '../../../contract/principal.ts';
import { DomainError } from '../../ops/domain-error.ts';
import type { Audit } from '../../store/audit.ts';
import type { RequestKeys } from '../../store/request-keys.ts';
import type { UnitType } from '../letters/office.ts';
import type { LetterPress } from '../letters/press.ts';
import type { OfferedLetters } from '../requests/parts.ts';
import { type Book, bookCsv } from './books.ts';
import type { ExpeditionStore, HandedOver } from './expedition-store.ts';
import type { LetterNumberRow, RegisterPeriod } from './letter-number-store.ts';
import { type LetterNumbers, registerPage } from './letter-numbers.ts';
import { printedBook } from './printed-book.ts';

export interface RegistersParts {
  readonly numbers: LetterNumbers;
  readonly offered: OfferedLetters;
  readonly expedition: ExpeditionStore;
  readonly press: Pick<LetterPress, 'book'>;
  readonly unitType: () => UnitType;
  readonly keys: RequestKeys;
  readonly audit: Pick<Audit, 'write'>;
  readonly clock: { wall(): number };
  readonly iso: (wall: number) => string;
  /** For whom a letter is, and its handing over (the Buku Ekspedisi). Undefined: made by hand. */
  readonly lifeOf: (letterId: string) => LetterLife | undefined;
}

interface AskedExport extends RegisterPeriod {
  readonly book: Book;
  readonly format: 'csv' | 'pdf';
}

export interface LetterLife {
  /** Empty once it was purged. */
  readonly addressee: string;
  readonly handedOver: { readonly at: string; readonly by: string } | null;
}

/** The Buku Agenda and Buku Ekspedisi of what went out, and numbers that are kept or voided by hand. */
export class Registers {
  readonly #its: RegistersParts;

  constructor(parts: RegistersParts) {
    this.#its = parts;
  }

  /** A page of a book, latest first. */
  page({ book, page, ...period }: RegisterPeriod & { book: Book; page: number }) {
    const { numbers, expedition } = this.#its;
    const registers = numbers.registers(period.year);
    if (book === 'agenda') {
      const { rows, total } = numbers.list({ ...period, page });
      return { entries: rows.map((row) => this.#entry(row)), total, registers };
    }
    const all = expedition.handedOver(period).toReversed();
    const rows = all.slice(page * registerPage, (page + 1) * registerPage);
    return { entries: this.#handedOver(rows), total: all.length, registers };
  }

  /**
   * A month or year of a book as a file, earliest first; that it was made is written down.
   * @throws DomainError BOOK_NOT_MADE
   */
  async export(by: Actor, { book, format, ...period }: AskedExport) {
    const { press, offered, unitType, audit, clock, iso } = this.#its;
    const { year, month } = period;
    const time = month === null ? String(year) : `${year}-${String(month).padStart(2, '0')}`;
    const entries = this.#entries(book, period);
    const written = () => audit.write(by, 'register_exported', null, `${book} ${time} ${format}`);
    const name = `buku-${book}-${time}.${format}`;
    if (format === 'csv') {
      written();
      return { format, name, text: bookCsv(book, entries) };
    }
    const date = iso(clock.wall()).slice(0, 10);
    const document = printedBook({
      ...period,
      book,
      entries,
      village: offered.village,
      unitType: unitType(),
      date,
    });
    const pdf = await press.book(document).catch(() => {
      throw new DomainError('BOOK_NOT_MADE');
    });
    written();
    return { format, name, pdf: Buffer.from(pdf).toString('base64') };
  }

  /** @throws DomainError LETTER_UNKNOWN, CLOCK_UNCONFIRMED, REQUEST_KEY_REUSED */
  reserve(by: Actor, asked: { letterId: string; subject: string; requestKey: string }): RegisterEntry {
    const { keys, numbers, offered, clock, iso } = this.#its;
    const { letterId, subject, requestKey } = asked;
    return keys.once(by, requestKey, ['documents.reserve', letterId, subject], () => {
      const definition = offered.info(letterId)?.definition;
      if (definition?.kind !== 'letter') throw new DomainError('LETTER_UNKNOWN');
      const { register, classCode } = definition.numbering;
      const date = iso(clock.wall()).slice(0, 10);
      return this.#entry(numbers.reserve(by, { register, letterType: letterId, classCode, subject, date }));
    }).answer;
  }

  /** @throws DomainError NUMBER_UNKNOWN, NUMBER_IN_USE, REQUEST_KEY_REUSED */
  voidNumber(by: Actor, { id, reason, requestKey }: { id: string; reason: string; requestKey: string }): RegisterEntry {
    const { keys, numbers } = this.#its;
    return keys.once(by, requestKey, ['documents.voidNumber', id, reason], () =>
      this.#entry(numbers.voidByHand(by, id, reason)),
    ).answer;
  }

  #entries(book: Book, period: RegisterPeriod): RegisterEntry[] {
    const { numbers, expedition } = this.#its;
    if (book === 'agenda') return numbers.all(period).map((row) => this.#entry(row));
    return this.#handedOver(expedition.handedOver(period));
  }

  #handedOver(rows: readonly HandedOver[]): RegisterEntry[] {
    const found = rows.map(({ number_id }) => this.#its.numbers.find(number_id));
    return found.filter((row) => row !== undefined).map((row) => this.#entry(row));
  }

  #entry(row: LetterNumberRow): RegisterEntry {
    const life = row.letter_id === null ? undefined : this.#its.lifeOf(row.letter_id);
    return {
      id: row.id,
      register: row.register,
      year: row.year,
      seq: row.seq,
      number: row.number,
      date: row.date,
      subject: row.subject,
      addressee: life?.addressee ?? '',
      state: row.state,
      reason: row.reason,
      signedBy: row.signed_by,
      handedOverAt: life?.handedOver?.at ?? null,
      handedOverBy: life?.handedOver?.by ?? null,
    };
  }
}
