import type { RegisterEntry } from '../../../contract/documents.ts';
import type { Actor } from '../../../contract/principal.ts';
import { DomainError } from '../../ops/domain-error.ts';
import type { RequestKeys } from '../../store/request-keys.ts';
import type { OfferedLetters } from '../requests/parts.ts';
import { agendaCsv, expeditionCsv } from './agenda-csv.ts';
import type { LetterNumberRow } from './letter-number-store.ts';
import type { LetterNumbers } from './letter-numbers.ts';

export interface RegistersParts {
  readonly numbers: LetterNumbers;
  readonly offered: OfferedLetters;
  readonly keys: RequestKeys;
  readonly clock: { wall(): number };
  readonly iso: (wall: number) => string;
  /** For whom a letter is, and its handing over (the Buku Ekspedisi). Undefined: made by hand. */
  readonly lifeOf: (letterId: string) => LetterLife | undefined;
}

interface AskedExport {
  readonly book: 'agenda' | 'ekspedisi';
  readonly year: number;
  readonly month: number;
  readonly register: string | null;
}

export interface LetterLife {
  /** Empty once it was purged. */
  readonly addressee: string;
  readonly handedOver: { readonly at: string; readonly by: string } | null;
}

/** The Buku Agenda of what went out, and numbers that are kept or voided by hand. */
export class Registers {
  readonly #its: RegistersParts;

  constructor(parts: RegistersParts) {
    this.#its = parts;
  }

  page(asked: { year: number; register: string | null; page: number }) {
    const { rows, total, registers } = this.#its.numbers.list(asked);
    return { entries: rows.map((row) => this.#entry(row)), total, registers };
  }

  /** A month as a file for a spreadsheet, earliest first. */
  export({ book, year, month, register }: AskedExport): { name: string; text: string } {
    const period = `${year}-${String(month).padStart(2, '0')}`;
    const entries = this.#its.numbers.inMonth(period, register).map((row) => this.#entry(row));
    const text = book === 'agenda' ? agendaCsv(entries) : expeditionCsv(entries);
    return { name: `buku-${book}-${period}.csv`, text };
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
