import { checkValues } from '../../../contract/letter-fields.ts';
import { type Actor, actorId } from '../../../contract/principal.ts';
import { DomainError } from '../../ops/domain-error.ts';
import type { LetterSeal } from '../letters/authenticity.ts';
import type { LetterStore } from '../letters/letter-store.ts';
import type { LetterPress } from '../letters/press.ts';
import type { LetterNumbers } from '../registers/letter-numbers.ts';
import { type Issue, papersFor } from './issue.ts';
import { signersOf, wrongAnswers } from './obstacles.ts';
import type { OfferedLetters } from './parts.ts';
import type { RequestStore } from './request-store.ts';
import type { Tries } from './tries.ts';

export interface LetterPapersParts {
  readonly offered: OfferedLetters;
  readonly requests: RequestStore;
  readonly letters: LetterStore;
  readonly numbers: LetterNumbers;
  readonly issue: Issue;
  readonly press: LetterPress;
  readonly seal: LetterSeal;
  readonly tries: Tries;
  readonly clock: { wall(): number };
  readonly iso: (wall: number) => string;
}

/** Letters to look at: as they would be, as they are, and whether one is of this office. */
export class LetterPapers {
  readonly #its: LetterPapersParts;

  constructor(parts: LetterPapersParts) {
    this.#its = parts;
  }

  /**
   * The papers of a request as they would be made now.
   * @throws DomainError REQUEST_UNKNOWN, VALUES_WRONG, LETTER_NOT_MADE
   */
  async preview(by: Actor, { id, officialId, knownBy }: { id: string; officialId: string; knownBy: boolean }) {
    const { offered, requests, issue, press } = this.#its;
    const request = requests.find(id);
    const definition = request && offered.definition(request.letter_type);
    const person = requests.person(id);
    if (!definition || !person) throw new DomainError('REQUEST_UNKNOWN');
    const date = this.#today();
    const { values } = checkValues(definition, person.answers, { today: date, by: 'desk' });
    const wrong = wrongAnswers(definition, person.answers, date);
    if (wrong.length > 0) throw new DomainError('VALUES_WRONG', { wrong });
    const { village } = offered;
    const official = signersOf(definition, village).find((one) => one.id === officialId) ?? village.officials[0];
    if (!official) throw new DomainError('LETTER_NOT_MADE');
    requests.read(id, null, this.#its.clock.wall(), actorId(by), by.device);
    const of = { definition, village, values, official, date, knownBy };
    const papers: { title: string; pdf: string }[] = [];
    for (const paper of papersFor(definition, values)) {
      const document = issue.compose(of, paper.id, null, 'PRATINJAU');
      papers.push({ title: document.title, pdf: base64(await press.render(document)) });
    }
    return { papers };
  }

  /** An issued letter; reading it is written down. @throws DomainError LETTER_UNKNOWN, LETTER_NOT_MADE */
  pdf(by: Actor, { id }: { id: string }) {
    const { letters, numbers, requests, clock } = this.#its;
    const letter = letters.find(id);
    const number = letter && numbers.find(letter.number_id);
    if (!letter || !number || letters.isDestroyed(id)) throw new DomainError('LETTER_UNKNOWN');
    const pdf = letters.pdf(id);
    if (pdf === null) throw new DomainError('LETTER_NOT_MADE');
    requests.read(letter.request_id, id, clock.wall(), actorId(by), by.device);
    return { title: letter.title, number: number.number, pdf: base64(pdf) };
  }

  /**
   * What a letter's code says, and for a letter of this office what the register says of it now.
   * @throws DomainError TOO_MANY_TRIES
   */
  async verify(by: Actor, { token }: { token: string }) {
    const { seal, letters, numbers, tries } = this.#its;
    tries.expectPatience(by.device);
    const read = await seal.read(token.trim());
    if (read === null) {
      tries.missed(by.device);
      return { result: 'false' as const };
    }
    if (read.by === 'stranger') return { result: 'unknown_issuer' as const };
    const { letterId, ...facts } = read.letter;
    const listDate = read.by === 'other' ? read.listDate : null;
    const says = { result: 'issued' as const, ...facts, listDate };
    if (read.by === 'other') return { ...says, now: null };
    const letter = letters.find(letterId);
    const number = letter && numbers.find(letter.number_id);
    // Signed here, and not in the register: an older copy of the data was put back.
    if (!letter || !number) return { ...says, now: null };
    const over = letter.valid_until !== null && letter.valid_until < this.#today();
    const now = number.state === 'void' ? ('void' as const) : over ? ('expired' as const) : ('issued' as const);
    return { ...says, now };
  }

  #today(): string {
    const { iso, clock } = this.#its;
    return iso(clock.wall()).slice(0, 10);
  }
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
