import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, describe, expect, it } from 'vitest';
import shippedLounge from '../../resources/catalogue/lounge.json' with { type: 'json' };
import { neverClosed, newFolder, removeFolders, writeCatalogue } from '../doubles/lounge/data-folder.ts';
import { lookInto } from '../doubles/lounge/own-lounge.ts';
import { seeded } from '../doubles/lounge/seeded.ts';
import type { Said } from '../letters/clerks.ts';
import { namedVillage } from '../letters/village-office.ts';

/** The short form runs every time; `LETTERS=2000` is the full one. `SEED` makes other moments. */
const wanted = Number(process.env['LETTERS'] ?? 60);
const seed = Number(process.env['SEED'] ?? 20261231);
/** How often the power goes. */
const kills = Math.max(3, Math.round(wanted / 100));

afterAll(removeFolders);

describe(`four clerks who issue ${wanted} letters over the end of a year, in an office that loses power ${kills} times`, () => {
  it('leave no gap, give no number twice, lose no letter that was promised, and every number gets its PDF', {
    timeout: 60_000 + wanted * 1_000,
  }, async () => {
    const random = seeded(seed);
    const data = newFolder('letters');
    writeCatalogue(data, { ...neverClosed, lounge: { ...shippedLounge, unitType: 'desa' } });
    mkdirSync(join(data, 'catalogue'), { recursive: true });
    writeFileSync(join(data, 'catalogue', 'village.json'), JSON.stringify(namedVillage));
    const promised = new Set<string>();
    let unmade = 0;
    // As many minutes before midnight as half of the letters take.
    let now = Date.parse('2027-01-01T00:00:00+07:00') - (wanted / 2) * 60_000;

    for (let round = 0; ; round += 1) {
      // In the middle of a letter, and never the last ones of all.
      const most = Math.ceil((random() * 1.5 * wanted) / (kills + 1));
      const heard = await clerksAtWork(data, now, round < kills ? { most, thenMs: random() * 80 } : null);
      for (const said of heard) {
        if ('number' in said) promised.add(said.number);
        if ('begun' in said) unmade += said.unmade;
      }
      now += heard.filter((said) => 'number' in said).length * 60_000;
      if (heard.some((said) => 'done' in said)) break;
      expect(round, 'it ends at last').toBeLessThan(kills + 1);
    }

    const rows = lookInto(data, (db) =>
      db
        .prepare<[], { series: string; year: number; seq: number; number: string; pdf: number | null }>(
          `SELECT series, year, seq, number, length(letter.pdf) AS pdf
           FROM letter_number LEFT JOIN letter ON letter.number_id = letter_number.id ORDER BY series, year, seq`,
        )
        .all(),
    );
    console.log(`${rows.length} numbers, ${promised.size} of them heard; ${unmade} were made after a kill`);
    expect(rows.length).toBeGreaterThanOrEqual(wanted);
    expect(new Set(rows.map(({ year }) => year))).toEqual(new Set([2026, 2027]));
    expect(new Set(rows.map(({ number }) => number)).size, 'no number twice').toBe(rows.length);
    const places = new Map<string, number[]>();
    for (const { series, year, seq } of rows)
      places.set(`${series} ${year}`, [...(places.get(`${series} ${year}`) ?? []), seq]);
    for (const [series, taken] of places) expect(taken, series).toEqual(taken.map((_, at) => at + 1));
    const numbers = new Set(rows.map(({ number }) => number));
    expect(
      [...promised].filter((number) => !numbers.has(number)),
      'promised and lost',
    ).toEqual([]);
    expect(
      rows.filter(({ pdf }) => (pdf ?? 0) < 1_000),
      'without a PDF',
    ).toEqual([]);
  });
});

/** Lets the clerks work; with `kill`, until so many numbers were heard and so many ms more. @returns what they said */
async function clerksAtWork(
  data: string,
  now: number,
  kill: { readonly most: number; readonly thenMs: number } | null,
): Promise<Said[]> {
  const script = join(import.meta.dirname, '..', 'letters', 'clerks.ts');
  const start = new Date(now).toISOString();
  const child = spawn(process.execPath, [script, data, String(wanted), start], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  const heard: Said[] = [];
  let numbers = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    const said = JSON.parse(line) as Said;
    heard.push(said);
    if (!('number' in said)) continue;
    numbers += 1;
    if (numbers === kill?.most) setTimeout(() => child.kill('SIGKILL'), kill.thenMs);
  }
  const [code] = await gone;
  if (kill === null) expect(code).toBe(0);
  return heard;
}
