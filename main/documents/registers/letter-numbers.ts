import { writeNumber } from '../../../contract/letter-numbers.ts';
import { type Actor, actorId } from '../../../contract/principal.ts';
import type { VillageFile } from '../../../contract/village.ts';
import { DomainError } from '../../ops/domain-error.ts';
import type { Audit } from '../../store/audit.ts';
import type { LetterNumberRow, LetterNumberStore, RegisterPeriod } from './letter-number-store.ts';

export interface LetterNumbersParts {
  readonly numbers: LetterNumberStore;
  readonly audit: Pick<Audit, 'write'>;
  /** The office as it is set now. */
  readonly village: () => Pick<VillageFile, 'numbering' | 'unitCode'>;
  readonly clock: { wall(): number };
  /** Whether a person stands behind the date that the machine shows. */
  readonly clockConfirmed: () => boolean;
  readonly ids: { next(): string };
  /** Whether the request that a letter belongs to is still open. */
  readonly isOpen: (letterId: string) => boolean;
}

interface Entry {
  readonly register: string;
  readonly letterType: string;
  readonly classCode: string;
  /** What kind of letter it is, never whom it is about. */
  readonly subject: string;
  /** YYYY-MM-DD in the lounge's time zone; its year is the number's. */
  readonly date: string;
}

export interface NewLetterNumber extends Entry {
  readonly letterId: string;
  /** In what office it is signed: "Sekretaris Desa a.n. Kepala Desa". */
  readonly signedBy: string;
  /** Id of the official. */
  readonly official: string;
}

/** Entries on a page of a screen. */
export const registerPage = 50;

/**
 * Numbers of letters and the registers they make: without gaps, from 1 each year, and none given twice. A void number stays.
 * Every method that changes something runs in the caller's transaction, so that number and letter stand or fall together.
 */
export class LetterNumbers {
  readonly #its: LetterNumbersParts;

  constructor(parts: LetterNumbersParts) {
    this.#its = parts;
  }

  /**
   * The next number, for a letter that is made in the same transaction.
   * @throws DomainError CLOCK_UNCONFIRMED
   */
  give(by: Actor, letter: NewLetterNumber): LetterNumberRow {
    return this.#enter(by, letter, {
      state: 'issued',
      letter_id: letter.letterId,
      signed_by: letter.signedBy,
      official: letter.official,
    });
  }

  /**
   * Keeps the next number for a letter that is made by hand.
   * @throws DomainError CLOCK_UNCONFIRMED
   */
  reserve(by: Actor, entry: Entry): LetterNumberRow {
    const row = this.#enter(by, entry, { state: 'reserved', letter_id: null, signed_by: '', official: null });
    this.#its.audit.write(by, 'letter_number_reserved', row.id);
    return row;
  }

  /**
   * Voids a number of which a person says that it counts no more.
   * @throws DomainError NUMBER_UNKNOWN; NUMBER_IN_USE when it is void already or its request is still open
   */
  voidByHand(by: Actor, id: string, reason: string): LetterNumberRow {
    const letter = this.find(id)?.letter_id;
    if (letter && this.#its.isOpen(letter)) throw new DomainError('NUMBER_IN_USE');
    return this.voidNumber(by, id, reason);
  }

  /**
   * The number stays in its register with the reason, and is never given again.
   * @throws DomainError NUMBER_UNKNOWN; NUMBER_IN_USE when it is void already
   */
  voidNumber(by: Actor, id: string, reason: string): LetterNumberRow {
    const row = this.find(id);
    if (!row) throw new DomainError('NUMBER_UNKNOWN');
    if (row.state === 'void') throw new DomainError('NUMBER_IN_USE');
    this.#its.numbers.makeVoid(id, reason);
    this.#its.audit.write(by, 'letter_number_void', id, row.state);
    return { ...row, state: 'void', reason };
  }

  find(id: string): LetterNumberRow | undefined {
    return this.#its.numbers.find(id);
  }

  /** A page of a register, latest first. Pages begin at 0. */
  list({ page, ...period }: RegisterPeriod & { page: number }) {
    const { numbers } = this.#its;
    return {
      rows: numbers.page(period, registerPage, page * registerPage),
      total: numbers.count(period),
    };
  }

  /** Registers that have an entry in a year. */
  registers(year: number): string[] {
    return this.#its.numbers.registers(year);
  }

  /** Earliest first. */
  all(period: RegisterPeriod): LetterNumberRow[] {
    return this.#its.numbers.all(period);
  }

  #enter(
    by: Actor,
    entry: Entry,
    more: Pick<LetterNumberRow, 'state' | 'letter_id' | 'signed_by' | 'official'>,
  ): LetterNumberRow {
    const { numbers, clock, clockConfirmed, ids } = this.#its;
    if (!clockConfirmed()) throw new DomainError('CLOCK_UNCONFIRMED');
    const year = Number(entry.date.slice(0, 4));
    const row: LetterNumberRow = {
      ...more,
      ...this.#next(entry, year),
      id: ids.next(),
      register: entry.register,
      year,
      letter_type: entry.letterType,
      subject: entry.subject,
      date: entry.date,
      reason: null,
      made_at: clock.wall(),
      actor: actorId(by),
    };
    numbers.advance(row.series, year, row.seq);
    numbers.insert(row);
    return row;
  }

  /**
   * The next place of the letter's series. Where its number has been given by another series already (both kinds of letter
   * have the same class, the pattern shows no class, or the kind of series was changed within the year), the two cannot be
   * told apart by their numbers: then the letter goes on in that other series. So every series stays without gaps, and no
   * number comes twice. Each step leads to a series that is further along, so it ends.
   */
  #next(
    { register, letterType, classCode, date }: Entry,
    year: number,
  ): { series: string; seq: number; number: string } {
    const { numbers, village } = this.#its;
    const { numbering, unitCode: unit } = village();
    let series = { common: 'common', register: `register:${register}`, letter: `letter:${letterType}` }[
      numbering.series
    ];
    let before = 0;
    for (;;) {
      const seq = numbers.last(series, year) + 1;
      // Only a pattern whose serial runs into other digits ("{seq}{month}") can write one number for two places.
      if (seq <= before) throw new Error(`The pattern "${numbering.pattern}" writes one number for several letters`);
      const number = writeNumber(numbering.pattern, { classCode, seq, unit, date });
      const taken = numbers.seriesOf(number);
      if (taken === undefined) return { series, seq, number };
      series = taken;
      before = seq;
    }
  }
}
