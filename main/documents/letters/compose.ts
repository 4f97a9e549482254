import type { LetterBlock, LetterDefinition } from '../../../contract/letters.ts';
import type { Official, VillageFile } from '../../../contract/village.ts';
import { DomainError } from '../../ops/domain-error.ts';
import type { LetterDocument } from './letter-document.ts';
import {
  districtName,
  headOf,
  letterheadAddress,
  letterheadLines,
  officeName,
  regencyName,
  type UnitType,
  villageName,
} from './office.ts';
import { filled } from './places.ts';
import { Answers, type Values } from './sections.ts';
import { signatureOf } from './signatures.ts';
import { daysLater, writtenDate } from './written-values.ts';

export interface LetterInput {
  /** The fields of people's sets are in its sections already. */
  readonly definition: LetterDefinition;
  readonly paperId: string;
  readonly values: Values;
  readonly village: VillageFile;
  readonly unitType: UnitType;
  readonly officialId: string;
  /** Null in a preview. */
  readonly number: string | null;
  /** `2026-11-24` */
  readonly date: string;
  /** What the code holds; null in a preview. */
  readonly token: string | null;
  /** The emblem, a PNG in base64. */
  readonly logo: string | null;
  readonly watermark: string | null;
  /** The resident's purpose asks for the next level's signature; only where that is not a step of every request. */
  readonly knownByAsked: boolean;
}

type Body = LetterDocument['body'];

/**
 * Writes a letter: every word of it is final, and nothing in it depends on when or where it is done.
 * @throws DomainError LETTER_NOT_MADE when the letter has no such paper, or the village no such official
 */
export function composeLetter(input: LetterInput): LetterDocument {
  const { definition, village, unitType } = input;
  const paper = definition.papers.find(({ id }) => id === input.paperId);
  const official = village.officials.find(({ id }) => id === input.officialId);
  if (!paper || !official) throw new DomainError('LETTER_NOT_MADE');
  const answers = new Answers(definition, input.values);
  const wordsAt = (place: string) =>
    officeWords(place, input, official) ?? (place === 'for' ? answers.purpose() : answers.at(place));
  const blocks = paper.body.filter(({ when }) => answers.holds(when));
  return {
    paper: village.paper,
    letterhead: {
      lines: letterheadLines(village, unitType),
      address: letterheadAddress(village),
      logo: input.logo,
    },
    model: paper.model ?? null,
    title: filled(paper.title, wordsAt).toLocaleUpperCase('id'),
    number: input.number === null ? null : `Nomor: ${input.number}`,
    to: paper.to.map((line) => filled(line, wordsAt)).filter((line) => line !== ''),
    body: blocks.flatMap((block) => written(block, answers, wordsAt)),
    signature: signatureOf({
      ...input,
      paper,
      official,
      answers,
      wordsAt,
      knownByAsked: input.knownByAsked,
    }),
    notes: notes(input, saysValidity(blocks)),
    token: input.token,
    watermark: input.watermark,
  };
}

function written(block: LetterBlock, answers: Answers, wordsAt: (place: string) => string): Body {
  if ('text' in block) {
    const text = filled(block.text, wordsAt);
    return text === '' ? [] : [{ kind: 'text', text, align: block.align }];
  }
  if ('table' in block) {
    const rows = answers.table(
      block.table,
      block.columns.map(([, field]) => field),
    );
    const head = ['No.', ...block.columns.map(([heading]) => heading)];
    return rows.length === 0 ? [] : [{ kind: 'table', head, rows: rows.map((row, i) => [`${i + 1}.`, ...row]) }];
  }
  const rows =
    'rows' in block
      ? block.rows
          .map(([label, text]): [string, string] => [filled(label, wordsAt), filled(text, wordsAt)])
          .filter(([, text]) => text !== '')
      : answers.rows(block.section, block.without);
  return rows.length === 0 ? [] : [{ kind: 'rows', rows: rows.map(saidOnce) }];
}

/** "Pukul: 13.45", where the value alone would say "pukul 13.45". */
function saidOnce([label, value]: [string, string]): [string, string] {
  return [label, /pukul$/i.test(label) ? value.replace(/^pukul /, '') : value];
}

/** Words of the office itself; null: the place is not one of those. */
function officeWords(
  place: string,
  { definition, village, unitType, date }: LetterInput,
  signer: Official,
): string | null {
  switch (place) {
    case 'head.title':
      return headOf(village, unitType, signer).title;
    case 'head.name':
      return headOf(village, unitType, signer).name;
    case 'office.name':
      return officeName(village, unitType);
    case 'office.village':
      return villageName(village);
    case 'office.district':
      return districtName(village);
    case 'office.regency':
      return regencyName(village);
    case 'office.province':
      return village.province;
    case 'date':
      return writtenDate(date);
    case 'validUntil':
      return validUntil(definition, date);
    default:
      return null;
  }
}

const validUntil = ({ validityDays }: LetterDefinition, date: string): string =>
  validityDays === null ? '' : writtenDate(daysLater(date, validityDays));

/** Whether the body itself says until when the letter is good. */
const saysValidity = (blocks: readonly LetterBlock[]): boolean => JSON.stringify(blocks).includes('{validUntil}');

/** The small print: by whose power, until when, and how to find out that the letter is genuine. */
function notes({ definition, village, unitType, date }: LetterInput, validitySaid: boolean): string[] {
  const { delegation } = definition;
  const until = validUntil(definition, date);
  return [
    delegation && delegation.validFrom <= date
      ? `Kewenangan dilimpahkan dari ${delegation.from} kepada ${delegation.to} berdasarkan ${delegation.legalBasis}.`
      : '',
    until === '' || validitySaid ? '' : `Surat ini berlaku sampai dengan ${until}.`,
    `Untuk memeriksa keaslian surat, pindai kode ini di anjungan ${officeName(village, unitType)}.`,
  ].filter((note) => note !== '');
}
