import type { FoundPerson, PersonAsked } from '../../client/village-client.ts';
import type { retentionWords } from '../../i18n/admin/retention.ts';

export interface PersonProblems {
  readonly nik: boolean;
  readonly name: boolean;
}

/** Digits alone, however they were written: "3510 1645 0890 0001". */
const digits = (nik: string): string => nik.replaceAll(/[\s.-]/g, '');

/** What is still wrong: a NIK of 16 digits and a name, and nothing that says whether such a person is known. */
export const personProblems = ({ nik, name }: PersonAsked): PersonProblems => ({
  nik: !/^\d{16}$/.test(digits(nik)),
  name: name.trim().length < 2,
});

/** As it is asked. */
export const personInput = ({ nik, name }: PersonAsked): PersonAsked => ({ nik: digits(nik), name: name.trim() });

/** Whether the office has anything of this person. */
export const isKnown = ({ onList, requests, letters }: FoundPerson): boolean => onList || requests > 0 || letters > 0;

/** What is gone of a person, and what had to stay. */
export function erasedWords(requests: number, lettersKept: number, { erase }: (typeof retentionWords)['id']): string {
  return [
    erase.done,
    ...(requests > 0 ? [erase.doneRequests(requests)] : []),
    ...(lettersKept > 0 ? [erase.doneKept(lettersKept)] : []),
  ].join(' ');
}
