import type { LetterDocument } from './letter-document.ts';

/** What a letter says, paragraph by paragraph, in the order in which it is read: its preview, and the text of its PDF. */
export function textOf(letter: LetterDocument): string[] {
  const { letterhead } = letter;
  const lines = [
    ...letterhead.lines,
    letterhead.address,
    letter.model ?? '',
    letter.title,
    letter.number ?? '',
    ...letter.to,
    ...letter.body.flatMap((block) => {
      if (block.kind === 'text') return [block.text];
      if (block.kind === 'rows') return block.rows.map(([label, value]) => `${label} : ${value}`);
      return [block.head, ...block.rows].map((cells) => cells.filter((cell) => cell !== '').join(' '));
    }),
    ...signatureRows(letter.signature).flatMap((row) =>
      row.flatMap(({ above, dutyStamp, name, below }) => [
        ...above,
        dutyStamp ? dutyStampWords.join(' ') : '',
        name,
        ...below,
      ]),
    ),
    ...letter.notes,
  ];
  return lines.filter((line) => line !== '');
}

/** One of those who sign: what stands above the signature, and the name with what stands below it. */
export interface SignatureBlock {
  readonly above: readonly string[];
  readonly name: string;
  readonly below: readonly string[];
  readonly dutyStamp: boolean;
}

/** Where a duty stamp belongs (UU 10/2020 on duty stamps: one tariff). */
export const dutyStampWords = ['Meterai', 'Rp10.000'] as const;
/** The last of a signature's lines, where whoever signs needs a duty stamp. */
export const dutyStampLine = dutyStampWords.join(' ');

/** Where a name is not known it is written in by hand. */
const nameByHand = '................................';

/**
 * Those who sign, row by row: left and right, or one alone. The official is on the right of the first row, with room for
 * the office's stamp on the left of the name.
 */
export function signatureRows(signature: LetterDocument['signature']): SignatureBlock[][] {
  const { placeAndDate, lines, name, rank, nip, knownBy, cosigners } = signature;
  const main = block([placeAndDate, ...lines], name, [rank, nip]);
  const known = knownBy && block(knownBy.lines, knownBy.name, [knownBy.nip]);
  const [first, ...others] = cosigners.map((one) =>
    block(one.dutyStamp ? [one.role, dutyStampLine] : [one.role], one.name, []),
  );
  if (first === undefined) return [known ? [known, main] : [main]];
  const rows = [[first, main]];
  for (let at = 0; at < others.length; at += 2) rows.push(others.slice(at, at + 2));
  if (known) rows.push([known]);
  return rows;
}

function block(lines: readonly string[], name: string | null, below: readonly (string | null)[]): SignatureBlock {
  return {
    above: lines.filter((line) => line !== dutyStampLine),
    name: name || nameByHand,
    below: below.filter((line) => line !== null),
    dutyStamp: lines.includes(dutyStampLine),
  };
}
