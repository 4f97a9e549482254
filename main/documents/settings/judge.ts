import { placeIn } from '../../../contract/catalogue.ts';
import type { WrongLetterSetting } from '../../../contract/letter-settings.ts';
import { type LetterFile, letterFile } from '../../../contract/letters.ts';
import { type VillageFile, villageFile } from '../../../contract/village.ts';
import { innermostIssue } from '../../ops/catalogue-file.ts';
import { issueInWords } from '../../ops/issue-words.ts';
import {
  findLetterContradiction,
  findVillageContradiction,
  type LetterContradiction,
} from '../catalogue/contradictions.ts';
import type { LetterParts } from '../catalogue/letter-catalogue.ts';
import { letterContradictionInWords } from '../catalogue/wording.ts';

/** What is saved together: each is one file. */
export type LetterPart = 'village' | `letter:${string}`;

/** What else has to fit. */
export interface LettersInUse {
  /** Ids of the queue's services; null in a lounge that issues no letters. */
  services(): readonly string[] | null;
  /** Whether somebody ever asked for this letter. */
  asked(letterId: string): boolean;
}

export type JudgedLetters =
  | { readonly ok: true; readonly content: VillageFile | LetterFile; readonly next: LetterParts }
  | { readonly ok: false; readonly wrong: WrongLetterSetting };

/** The letter that a part is; null: the village. */
export const letterIdOf = (part: LetterPart): string | null =>
  part === 'village' ? null : part.slice('letter:'.length);

/** The form of a part's file. */
export const schemaOf = (part: LetterPart) => (part === 'village' ? villageFile : letterFile);

/** Whether one part may become `content`: its form, its fit with the rest, and requests that are there already. */
export function judgeLetterPart(
  part: LetterPart,
  content: unknown,
  now: LetterParts,
  inUse: LettersInUse,
): JudgedLetters {
  const parsed = schemaOf(part).safeParse(content);
  const [issue] = parsed.error?.issues ?? [];
  if (issue) {
    const { at, what } = issueInWords([innermostIssue(issue)], content);
    return { ok: false, wrong: { at, what } };
  }
  const file = parsed.data as VillageFile | LetterFile;
  return 'officials' in file ? judgeVillage(file, now, inUse) : judgeLetter(part, file, now, inUse);
}

function judgeVillage(village: VillageFile, now: LetterParts, inUse: LettersInUse): JudgedLetters {
  const contradiction = findVillageContradiction(village, inUse.services());
  return contradiction ? against(contradiction) : { ok: true, content: village, next: { ...now, village } };
}

function judgeLetter(part: LetterPart, letter: LetterFile, now: LetterParts, inUse: LettersInUse): JudgedLetters {
  const contradiction = findLetterContradiction(letter, now.people, `${letterIdOf(part)}.json`);
  if (contradiction) return against(contradiction);
  const others = now.letters.filter(({ id }) => id !== letter.id);
  const was = now.letters.find(({ id }) => id === letter.id);
  // Its requests could not be shown any more.
  if (letter.kind === 'redirect' && was?.kind === 'letter' && inUse.asked(letter.id))
    return {
      ok: false,
      wrong: {
        at: 'kind',
        what: {
          id: 'surat ini sudah pernah dimohon; jenisnya tidak dapat diganti',
          en: 'people have asked for this letter; its kind must stay',
        },
      },
    };
  return { ok: true, content: letter, next: { ...now, letters: [...others, letter] } };
}

function against(wrong: LetterContradiction): JudgedLetters {
  return { ok: false, wrong: { at: placeIn(wrong.at), what: letterContradictionInWords(wrong) } };
}
