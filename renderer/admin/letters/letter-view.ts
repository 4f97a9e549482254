import type { LetterDefinition, PeopleFile } from '../../../contract/letters.ts';
import type { Form } from '../form/use-form.ts';

/** What every part of the form of a letter needs. */
export interface LetterView {
  readonly form: Form<unknown>;
  /** Null for one that only sends people to another office. */
  readonly letter: LetterDefinition | null;
  readonly people: PeopleFile;
}

/** The same where it is a letter. */
export interface WholeLetterView extends LetterView {
  readonly letter: LetterDefinition;
}
