import type { LetterValues } from '../../../contract/documents.ts';
import { holds } from '../../../contract/letter-fields.ts';
import type { LetterDefinition } from '../../../contract/letters.ts';
import type { Actor } from '../../../contract/principal.ts';
import type { Official, VillageFile } from '../../../contract/village.ts';
import { maskedName } from '../letters/authenticity.ts';
import { composeLetter } from '../letters/compose.ts';
import type { LetterStore } from '../letters/letter-store.ts';
import type { LetterNumbers } from '../registers/letter-numbers.ts';

export interface IssueParts {
  readonly letters: LetterStore;
  readonly numbers: LetterNumbers;
  readonly ids: { next(): string };
  readonly unitType: () => 'desa' | 'kelurahan';
  readonly logo: () => string | null;
}

/** What a letter is made of, whether it is issued or only looked at. */
export interface ToIssue {
  readonly definition: LetterDefinition;
  readonly village: VillageFile;
  readonly values: LetterValues;
  readonly official: Official;
  /** The date on it, in the lounge's zone. */
  readonly date: string;
  /** The next level signs too, where the letter leaves that to the case. */
  readonly knownBy: boolean;
}

/** Gives letters their numbers, enters them into the register and leaves them to be made; in the caller's transaction. */
export class Issue {
  readonly #its: IssueParts;

  constructor(parts: IssueParts) {
    this.#its = parts;
  }

  /**
   * Issues every paper of a request.
   * @param now Unix ms
   * @throws DomainError CLOCK_UNCONFIRMED
   */
  issue(by: Actor, requestId: string, of: ToIssue, now: number): void {
    const { letters, numbers, ids } = this.#its;
    const { definition, values, official, date } = of;
    for (const paper of papersFor(definition, values)) {
      const id = ids.next();
      const number = numbers.give(by, {
        register: definition.numbering.register,
        letterType: definition.id,
        classCode: definition.numbering.classCode,
        subject: subjectOf(definition, paper.title),
        date,
        letterId: id,
        signedBy: official.position,
        official: official.id,
      });
      const document = this.compose(of, paper.id, number.number, null);
      letters.insert({
        id,
        request_id: requestId,
        paper_id: paper.id,
        title: document.title,
        number_id: number.id,
        date,
        valid_until: validUntil(definition, date),
        document: JSON.stringify(document),
        masked_name: maskedName(values['applicant.name'] ?? ''),
        made_at: now,
      });
    }
  }

  /** The words of one paper; no token yet, which is made with the PDF. */
  compose(of: ToIssue, paperId: string, number: string | null, watermark: string | null) {
    const { official, knownBy, ...rest } = of;
    return composeLetter({
      ...rest,
      knownByAsked: knownBy,
      paperId,
      officialId: official.id,
      unitType: this.#its.unitType(),
      logo: this.#its.logo(),
      number,
      token: null,
      watermark,
    });
  }
}

/** The papers that this case needs. */
export function papersFor(definition: LetterDefinition, values: LetterValues) {
  return definition.papers.filter(({ when }) => !when || holds(when, values));
}

/** In the register: of a sensitive letter only that it is one. */
function subjectOf({ sensitive, papers, name }: LetterDefinition, title: string): string {
  if (sensitive) return name.id;
  return papers.length > 1 ? `${name.id}: ${title}` : name.id;
}

function validUntil({ validityDays }: LetterDefinition, date: string): string | null {
  if (validityDays === null) return null;
  return new Date(Date.parse(date) + validityDays * 86_400_000).toISOString().slice(0, 10);
}
