import type { LetterValues, RequestState } from '../../../contract/documents.ts';
import { plainName } from '../residents/same-name.ts';

/** What is kept how long, and of whom something is. Pure. */

/** Open and without a number: such a request runs out when nobody goes on with it. */
export const expiring = ['submitted', 'checking', 'incomplete'] as const satisfies readonly RequestState[];

/** Over without a letter that counts: nothing personal of it is needed any more. */
export const neverIssued = ['rejected', 'cancelled', 'expired'] as const satisfies readonly RequestState[];

/** Whether nobody works on it any more; whatever of it is here can go without leaving a request that has no end. */
export const isOver = (state: RequestState): boolean => state === 'collected' || isNeverIssued(state);

export const isNeverIssued = (state: RequestState): boolean => (neverIssued as readonly RequestState[]).includes(state);

const dayMs = 86_400_000;

/** @returns Unix ms; what was last touched before is older than so many days */
export const daysBefore = (now: number, days: number): number => now - days * dayMs;

/**
 * Letters of an earlier date have been in the archive for all these years.
 * @param today YYYY-MM-DD
 * @returns YYYY-MM-DD, to be compared as a text
 */
export const archivedBefore = (today: string, years: number): string =>
  `${String(Number(today.slice(0, 4)) - years).padStart(4, '0')}${today.slice(4)}`;

export interface SoughtPerson {
  /** 16 digits. */
  readonly nik: string;
  readonly name: string;
}

/** The digits of a NIK however it was typed; null where there are not 16 of them. */
export function nikDigits(text: string): string | null {
  const digits = text.replaceAll(/[\s.-]/g, '');
  return /^\d{16}$/.test(digits) ? digits : null;
}

/**
 * Whether two names can be the same person's, whose NIK is the same: titles and names that one of them leaves out do not
 * count ("Siti Nur'aini" and "SITI NURAINI, S.Pd.").
 */
export function sameName(one: string, other: string): boolean {
  const [fewer = [], more = []] = [one, other]
    .map((name) => plainName(name).split(' '))
    .toSorted((a, b) => a.length - b.length);
  return fewer.some((word) => word.length > 2) && fewer.every((word) => more.includes(word));
}

const nikPlace = /(^|[._])nik$/;

/** A value that stands, or stood before a correction, at a place of a letter (`applicant.nik`). */
export type PlacedValue = readonly [place: string, value: string];

/**
 * Where a person stands in a request: the beginnings of their places, `applicant.`, `heirs_2.` or `report.person_`. NIK
 * and name have to be right, and beside each other.
 */
export function placesOf({ nik, name }: SoughtPerson, values: readonly PlacedValue[]): string[] {
  const beginnings = values
    .filter(([place, value]) => value === nik && nikPlace.test(place))
    .map(([place]) => place.slice(0, -'nik'.length));
  return [...new Set(beginnings)].filter((beginning) =>
    values.some(([place, value]) => place === `${beginning}name` && sameName(value, name)),
  );
}

/**
 * What stays of the answers of a letter that was handed over: NIKs and the names beside them, as far as the letter itself says so, so
 * that whoever it is about can still ask for it.
 * @param words of its letters
 */
export function heldByLetters(answers: LetterValues, words: string): LetterValues {
  const plain = ` ${plainName(words)} `;
  const people = Object.keys(answers)
    .filter((place) => nikPlace.test(place))
    .flatMap((place) => [place, `${place.slice(0, -'nik'.length)}name`]);
  return Object.fromEntries(
    Object.entries(answers).filter(
      ([place, value]) => people.includes(place) && plain.includes(` ${plainName(value)} `),
    ),
  );
}

/** A person's answers among those of a request that somebody else made. */
export function answersAt(beginnings: readonly string[], answers: LetterValues): LetterValues {
  return Object.fromEntries(
    Object.entries(answers).filter(([place]) => beginnings.some((beginning) => place.startsWith(beginning))),
  );
}

/** A text in which neither numbers of papers nor the person's names stand any more. */
export function withoutPerson(text: string, { name }: SoughtPerson): string {
  const names = new Set(
    plainName(name)
      .split(' ')
      .filter((word) => word.length > 2),
  );
  return text
    .replaceAll(/\d[\d\s.-]{8,}\d/g, '…')
    .replaceAll(/[\p{L}'’`]+/gu, (word) => (names.has(plainName(word)) ? '…' : word));
}
