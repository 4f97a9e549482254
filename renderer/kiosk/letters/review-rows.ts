import type { Bilingual } from '../../../contract/base.ts';
import type { PlacedField } from '../../../contract/letter-fields.ts';
import type { LetterSection } from '../../../contract/letters.ts';
import { instancesOf } from '../../../contract/letters-whole.ts';
import type { LetterWords } from '../../i18n/letters.ts';
import { isSame, isStored, phonePlace, questionsOf } from './draft.ts';
import type { Draft } from './letters-state.ts';
import { repeatOf, timesOf } from './repeats.ts';
import { answerShown, phoneShown } from './typing.ts';

/** What the review shows of a letter's answers. Pure. */

interface Answer {
  readonly place: string;
  readonly label: string;
  /** Empty when there is none. */
  readonly value: string;
  /** The hub has the answer, and it is not shown. */
  readonly stored: boolean;
}

/** Takes one of several people, or things, out. */
export interface Removal {
  readonly instance: string;
  readonly section: LetterSection;
  /** The first is 1. */
  readonly n: number;
}

/** One more person, or thing. */
interface Addition {
  readonly adds: LetterSection;
}

type Pick = (both: Bilingual) => string;

/** The answers in the letter's order; after each of several people the way to take it out, after the last
 * the way to another one, and the phone at the end. */
export function reviewRows(draft: Draft, words: LetterWords, pick: Pick): (Answer | Removal | Addition)[] {
  const questions = questionsOf(draft);
  const rows = questions.flatMap((question, index) => {
    const repeat = repeatOf(draft, question.place);
    const answer = answerOf(draft, question, words, pick);
    if (repeat === null) return [answer];
    const { section } = repeat;
    const times = timesOf(draft, section);
    const n = repeat.index + 1;
    const row = times === 1 ? answer : { ...answer, label: words.review.which(answer.label, n) };
    const instance = instancesOf(section)[repeat.index] ?? section.id;
    if (questions[index + 1]?.place.startsWith(`${instance}.`)) return [row];
    const removal = times === 1 ? [] : [{ instance, section, n }];
    return [row, ...removal, ...(n === times && n < section.most ? [{ adds: section }] : [])];
  });
  const phone = draft.phone === null ? '' : phoneShown(draft.phone.replace(/^\+62/, '0'));
  return [...rows, { place: phonePlace, label: words.phone.label, value: phone, stored: false }];
}

function answerOf(draft: Draft, question: PlacedField, words: LetterWords, pick: Pick): Answer {
  const { place, field } = question;
  const row = { place, label: pick(field.label), stored: false };
  if (isStored(draft, place)) return { ...row, value: words.review.stored, stored: true };
  if (isSame(draft, question)) return { ...row, value: field.sameAs === undefined ? '' : pick(field.sameAs.label) };
  const value = draft.values[place] ?? '';
  const option = field.options?.find(({ id }) => id === value);
  return { ...row, value: option === undefined ? answerShown(field, value, pick) : pick(option.label) };
}
