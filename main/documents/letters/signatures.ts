import type { LetterDefinition, LetterPaper } from '../../../contract/letters.ts';
import type { Official, VillageFile } from '../../../contract/village.ts';
import type { LetterDocument } from './letter-document.ts';
import { dutyStampLine } from './lines.ts';
import { districtName, signingLines, type UnitType, villageName } from './office.ts';
import { filled } from './places.ts';
import type { Answers } from './sections.ts';
import { writtenDate } from './written-values.ts';

type Signature = LetterDocument['signature'];

interface Signing {
  readonly definition: LetterDefinition;
  readonly paper: LetterPaper;
  readonly village: VillageFile;
  readonly unitType: UnitType;
  readonly official: Official;
  readonly date: string;
  readonly answers: Answers;
  readonly wordsAt: (place: string) => string;
  /** The purpose asks for the next level's signature, where it is not a step of every request. */
  readonly knownByAsked: boolean;
}

/** The blocks at the end of a letter: who signs it, by whose power, who knows of it and who signs beside. */
export function signatureOf(its: Signing): Signature {
  const level = its.definition.signing.level;
  return {
    placeAndDate: `${villageName(its.village)}, ${writtenDate(its.date)}`,
    ...(level === 'head' ? officialSigns(its) : level === 'camat' ? camatSigns(its) : applicantSigns(its)),
    knownBy: knownBy(its),
    cosigners: its.paper.cosigners
      .filter(({ when }) => its.answers.holds(when))
      .map(({ role, name, dutyStamp }) => ({
        role: filled(role, its.wordsAt),
        name: filled(name, its.wordsAt),
        dutyStamp,
      }))
      .filter(({ name }) => name !== ''),
  };
}

type Signer = Pick<Signature, 'lines' | 'name' | 'rank' | 'nip'>;

const officialSigns = ({ official, village, unitType }: Signing): Signer => ({
  lines: signingLines(official, village, unitType),
  name: official.name,
  rank: official.rank,
  nip: official.nip === null ? null : writtenNip(official.nip),
});

const camatSigns = ({ village }: Signing): Signer => ({
  lines: [camatTitle(village)],
  name: village.camat.name ?? '',
  rank: null,
  nip: village.camat.nip === null ? null : writtenNip(village.camat.nip),
});

const applicantSigns = ({ answers }: Signing): Signer => ({
  lines: ['Yang membuat pernyataan', dutyStampLine],
  name: answers.at('applicant.name'),
  rank: null,
  nip: null,
});

function knownBy(its: Signing): Signature['knownBy'] {
  const { knownBy: next, knownByAlways } = its.definition.signing;
  if (next === null || !(knownByAlways || its.knownByAsked)) return null;
  const { lines, name, nip } = next === 'head' ? officialSigns(its) : camatSigns(its);
  return { lines: ['Mengetahui,', ...lines], name: name === '' ? null : name, nip };
}

const camat = 'CAMAT ';

const camatTitle = (village: VillageFile): string => `${camat}${districtName(village).toLocaleUpperCase('id')}`;

/** Whether the camat signs an issued letter too, below "Mengetahui". */
export const camatKnows = ({ knownBy }: Signature): boolean =>
  knownBy?.lines.some((line) => line.startsWith(camat)) ?? false;

/** Birthday, appointment, sex and serial number apart: "19850317 201001 1 004". */
export const writtenNip = (nip: string): string => `NIP ${nip.replace(/^(\d{8})(\d{6})(\d)(\d{3})$/, '$1 $2 $3 $4')}`;
