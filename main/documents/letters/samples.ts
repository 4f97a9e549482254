import type { LetterDefinition } from '../../../contract/letters.ts';
import type { VillageFile } from '../../../contract/village.ts';
import { DomainError } from '../../ops/domain-error.ts';
import type { Issue } from '../requests/issue.ts';
import { signersOf } from '../requests/obstacles.ts';
import type { LetterPress } from './press.ts';
import { sampleAnswers } from './sample-answers.ts';

export interface SamplesParts {
  readonly issue: Issue;
  readonly press: LetterPress;
  /** YYYY-MM-DD */
  readonly today: () => string;
}

/** Letters as they would look, of a person who does not exist: with no number, no code, and "CONTOH" across them. */
export class Samples {
  readonly #its: SamplesParts;

  constructor(parts: SamplesParts) {
    this.#its = parts;
  }

  /**
   * Every paper of a letter, also those that are only for some cases; a PDF in base64 each.
   * @throws DomainError LETTER_NOT_MADE
   */
  async papers(definition: LetterDefinition, village: VillageFile): Promise<{ title: string; pdf: string }[]> {
    const { issue, press } = this.#its;
    const date = this.#its.today();
    const official = signersOf(definition, village)[0] ?? village.officials[0];
    if (!official) throw new DomainError('LETTER_NOT_MADE');
    const papers: { title: string; pdf: string }[] = [];
    for (const paper of definition.papers) {
      const values = sampleAnswers(definition, { region: village.code, today: date }, paper.when);
      const document = issue.compose(
        { definition, village, values, official, date, knownBy: true },
        paper.id,
        null,
        'CONTOH',
      );
      const pdf = await press.render(document);
      papers.push({ title: document.title, pdf: Buffer.from(pdf).toString('base64') });
    }
    return papers;
  }
}
