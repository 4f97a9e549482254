import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { call } from '@orpc/server';
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
}

/**
 * Files, checks, approves, signs and hands over every letter of the catalogue with made-up people, once in a Desa and once in
 * a Kelurahan, and leaves the PDFs in a folder of its own.
 * @param tell of every letter, with its number
 */
export async function everyLetter(seed: number, tell: (line: string) => void = () => undefined) {
  const folder = mkdtempSync(join(tmpdir(), 'anjungan-letters-'));
  const sum: EveryLetter = { services: 0, active: 0, redirects: 0, rendered: 0, numberGaps: 0, duplicates: 0 };
  for (const unitType of ['desa', 'kelurahan'] as const) {
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
          writeFileSync(join(folder, name), Buffer.from(pdf, 'base64'));
          sum.rendered += 1;
          tell(`${name}: ${number}`);
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
