import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { call } from '@orpc/server';
import { letterDocument } from '../../main/documents/letters/letter-document.ts';
import { textOf } from '../../main/documents/letters/lines.ts';
import { codeOn, wordsOf } from '../doubles/letters/read-pdf.ts';
import { Dice } from '../faults/dice.ts';
import { anyAnswers } from './any-answers.ts';
import { operator, VillageOffice, verifier } from './village-office.ts';

export interface EveryLetter {
  /** In the catalogue. */
  services: number;
  /** Letters among them; the others lead elsewhere. */
  active: number;
  redirects: number;
  /** PDFs that were made. */
  rendered: number;
  /** Places of a series that no letter has. */
  numberGaps: number;
  /** Numbers that two letters have. */
  duplicates: number;
  /** PDFs whose words, read by another program, are not those of the preview. */
  otherWords: number;
  /** PDFs whose code a reader cannot read, that are not known by it, or that are still known when one sign is changed. */
  wrongCodes: number;
}

interface Asked {
  readonly seed: number;
  readonly units?: readonly ('desa' | 'kelurahan')[];
  /** Of how many letters one has its code read; a reader takes a third of a second. */
  readonly codesOf?: number;
  /** Hears of every letter, with its number. */
  readonly tell?: (line: string) => void;
}

/**
 * Files, checks, approves, signs and hands over every letter of the catalogue with made-up people, once in a Desa and once in
 * a Kelurahan, and leaves the PDFs in a folder of its own.
 */
export async function everyLetter({ seed, units = ['desa', 'kelurahan'], codesOf = 1, tell = () => undefined }: Asked) {
  const folder = mkdtempSync(join(tmpdir(), 'anjungan-letters-'));
  const sum: EveryLetter = {
    services: 0,
    active: 0,
    redirects: 0,
    rendered: 0,
    numberGaps: 0,
    duplicates: 0,
    otherWords: 0,
    wrongCodes: 0,
  };
  for (const unitType of units) {
    const office = new VillageOffice('2026-11-24T09:00:00+07:00', { unitType });
    try {
      const cards = await office.letters();
      sum.services = Math.max(sum.services, cards.length);
      sum.active = Math.max(sum.active, cards.filter(({ kind }) => kind === 'letter').length);
      sum.redirects = Math.max(sum.redirects, cards.filter(({ kind }) => kind === 'redirect').length);
      for (const [index, { id, offered, kind }] of cards.entries()) {
        const { definition } = await office.letter(id);
        if (kind === 'redirect' || definition.kind === 'redirect') continue;
        const answers = anyAnswers(definition, new Dice(seed * 1_000 + index));
        const by = offered === 'desk' ? { by: operator, wantsTicket: false } : {};
        const { requestId } = await office.file(id, answers, by);
        const page = await office.issue(requestId);
        for (const letter of page.letters) {
          const { pdf, number } = await call(office.api.pdf, { id: letter.id }, office.as(verifier));
          const name = `${unitType}-${id}-${letter.paperId}.pdf`;
          const bytes = Buffer.from(pdf, 'base64');
          writeFileSync(join(folder, name), bytes);
          sum.rendered += 1;
          tell(`${name}: ${number}`);
          if (!saysWhatItsPreviewSays(office, letter.id, bytes)) {
            sum.otherWords += 1;
            tell(`${name}: its words are not those of its preview`);
          }
          if (sum.rendered % codesOf === 0 && !(await isKnownByItsCode(office, number, bytes))) {
            sum.wrongCodes += 1;
            tell(`${name}: its code is not what it should be`);
          }
        }
        const signed = await office.step(requestId, 'signed', verifier);
        if (signed.state === 'awaiting_camat') await office.step(requestId, 'camat_signed');
        await office.step(requestId, 'hand_over');
      }
      const { gaps, duplicates } = judgeNumbers(office);
      sum.numberGaps += gaps;
      sum.duplicates += duplicates;
    } finally {
      await office.end();
    }
  }
  return { ...sum, folder };
}

function saysWhatItsPreviewSays({ test }: VillageOffice, letterId: string, pdf: Uint8Array): boolean {
  const kept = test.lounge.db
    .prepare<[string], string>('SELECT document FROM letter WHERE id = ?')
    .pluck()
    .get(letterId);
  const words = textOf(letterDocument.parse(JSON.parse(kept ?? '{}')))
    .join(' ')
    .split(/\s+/u);
  return isDeepStrictEqual(wordsOf(pdf), words);
}

/** As a phone sees it on a print with 200 dots per inch. */
async function isKnownByItsCode(office: VillageOffice, number: string, pdf: Uint8Array): Promise<boolean> {
  const token = codeOn(pdf, 200);
  const ask = (text: string) => call(office.api.verify, { token: text }, office.as(verifier));
  const read = await ask(token);
  const at = token.indexOf('.') + 10;
  const changed = await ask(`${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`);
  // Ten misses within ten minutes, and a machine has to wait.
  office.test.time.pass(11);
  return read.result === 'issued' && read.number === number && read.now === 'issued' && changed.result === 'false';
}

/** What is wrong with the numbers that an office gave. */
export function judgeNumbers({ test }: VillageOffice): { gaps: number; duplicates: number } {
  const rows = test.lounge.db
    .prepare<[], { series: string; year: number; seq: number; number: string }>(
      'SELECT series, year, seq, number FROM letter_number ORDER BY series, year, seq',
    )
    .all();
  const given = new Map<string, number[]>();
  for (const { series, year, seq } of rows) {
    const key = `${series} ${year}`;
    given.set(key, [...(given.get(key) ?? []), seq]);
  }
  const gaps = [...given.values()].reduce((sum, places) => sum + Math.max(...places) - new Set(places).size, 0);
  return { gaps, duplicates: rows.length - new Set(rows.map(({ number }) => number)).size };
}
