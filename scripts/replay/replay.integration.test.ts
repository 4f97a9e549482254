import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { QueueDaysError, readQueueDays } from './queue-days.ts';
import { replay } from './replay.ts';

const script = join(import.meta.dirname, '..', 'replay.ts');
const header = 'office,queue,letter,date,ticket,arrive_min,call_min,open_counters';
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'anjungan-replay-test-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function run(...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...args], { cwd: folder, env: cleanEnvironment() }, (error, out, err) => {
      resolve({ code: error ? Number(error.code) : 0, out, err });
    });
  });
}

/** As from a shell, whatever started the tests. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const { INIT_CWD: _, ...rest } = process.env;
  return rest;
}

function replayText(text: string | Uint8Array): Promise<Ended> {
  const file = join(folder, `days-${crypto.randomUUID()}.csv`);
  writeFileSync(file, text);
  return run(file);
}

const row = (date: string, queue: string, ticket: number, arrive: number | string, call: number | string) =>
  `Balai Kota,${queue},A,${date},${ticket},${arrive},${call},1`;

describe('a replay', () => {
  /*
   * Worked by hand from the formulas of main/queue/promise/pace.ts.
   * 7 January, queue 1: the first ticket knows nothing. The second comes to an empty line after one call that took 10
   * minutes: gap 10, empty line 2.5, point 1.15 × 2.5^0.85 × 0.5^0.1 = 2.3, range 0–10; it waits 6: kept, off by 3.7.
   * Queue 2 knows nothing of queue 1. 8 January: the day before had one empty line of 6 minutes: gap 24,
   * point 1.15 × 6^0.85 × 0.5^0.1 = 4.9, range 0–15; it waits 30: 15 outside, off by 25.1.
   */
  const days = [
    row('2020-01-08', '1', 1, '600.0', '630.0'),
    row('2020-01-07', '1', 1, 540, 550),
    row('2020-01-07', '1', 2, 560, 566),
    row('2020-01-07', '2', 1, 560, 560),
  ];
  const sheet = {
    tickets: 4,
    duplicates: 0,
    maePoint: 14.4,
    maeRange: 7.5,
    bias: -14.4,
    kept: 50,
    meanWidth: 12.5,
    withoutPromise: 50,
  };

  it('prints one JSON object and nothing else', async () => {
    const { code, out, err } = await replayText(`${header}\n${days.join('\n')}\n`);
    expect(err).toBe('');
    expect(JSON.parse(out)).toEqual(sheet);
    expect(code).toBe(0);
  });

  it('reads Windows lines, a byte order mark, empty last lines and a missing last line end', async () => {
    const [windows, bare] = await Promise.all([
      replayText(`\uFEFF${header}\r\n${days.join('\r\n')}\r\n\r\n`),
      replayText(`${header}\n${days.join('\n')}`),
    ]);
    expect(JSON.parse(windows.out)).toEqual(sheet);
    expect(JSON.parse(bare.out)).toEqual(sheet);
  });

  it('has no figures of promises where there was none', async () => {
    const { out } = await replayText(`${header}\n${row('2020-01-07', '1', 1, 540, 550)}\n`);
    expect(JSON.parse(out)).toMatchObject({ tickets: 1, maePoint: null, kept: null, withoutPromise: 100 });
  });

  it('counts a number that is refused because the wait would pass midnight', async () => {
    const late = [row('2020-01-07', '1', 1, 540, 550), row('2020-01-07', '1', 2, 1438, 1439)];
    const { out, err } = await replayText(`${header}\n${late.join('\n')}\n`);
    expect(err).toBe('');
    expect(JSON.parse(out)).toMatchObject({ tickets: 2, duplicates: 0, withoutPromise: 100 });
  });

  it('finds the file from where npm was called', async () => {
    writeFileSync(join(folder, 'here.csv'), `${header}\n${row('2020-01-07', '1', 1, 540, 550)}\n`);
    expect((await run('here.csv')).code).toBe(0);
  });

  it('explains its columns and figures', async () => {
    const { code, out } = await run('--help');
    expect(code).toBe(0);
    expect(out).toContain(header);
    for (const figure of Object.keys(sheet)) expect(out).toContain(`  ${figure} `);
  });
});

describe('a file that cannot be replayed', () => {
  const good = row('2020-01-07', '1', 1, 540, 550);
  const cases: [string, string | Uint8Array, RegExp][] = [
    ['is empty', '', /is empty/],
    ['has another header', `office,queue\n${good}\n`, /line 1: the header must be office,queue,letter/],
    ['has no header', `${good}\n`, /line 1: the header/],
    ['has no tickets', `${header}\n`, /has no tickets/],
    ['misses a column', `${header}\n${good}\n${good.slice(0, -2)}\n`, /line 3: 7 columns instead of 8/],
    ['has a column too many', `${header}\n${good},x\n`, /line 2: 9 columns/],
    ['has no office', `${header}\n${good.replace('Balai Kota', ' ')}\n`, /line 2: office is empty/],
    ['has a date that is none', `${header}\n${row('2020-02-30', '1', 1, 540, 550)}\n`, /line 2: date/],
    ['has words for minutes', `${header}\n${row('2020-01-07', '1', 1, 'nine', 550)}\n`, /line 2: arrive_min .*"nine"/],
    ['has no call', `${header}\n${row('2020-01-07', '1', 1, 540, '')}\n`, /line 2: call_min/],
    ['has NaN', `${header}\n${row('2020-01-07', '1', 1, 540, 'NaN')}\n`, /line 2: call_min/],
    ['has negative minutes', `${header}\n${row('2020-01-07', '1', 1, -1, 550)}\n`, /line 2: arrive_min/],
    ['runs past midnight', `${header}\n${row('2020-01-07', '1', 1, 540, 1440)}\n`, /line 2: call_min .*1440/],
    ['calls before it takes', `${header}\n${row('2020-01-07', '1', 1, 540, 539)}\n`, /line 2: call_min is before/],
    ['has half a counter', `${header}\n${good.slice(0, -1)}0.5\n`, /line 2: open_counters/],
    ['never ends a line', `${header}\n${'x'.repeat(100_000)}`, /line 2: longer than/],
    ['is not text', new Uint8Array(50_000).fill(0xff), /line 1: /],
    [
      'has more services than letters',
      [header, ...Array.from({ length: 703 }, (_, queue) => row('2020-01-07', String(queue), 1, 540, 550))].join('\n'),
      /703 pairs .* 701/,
    ],
  ];

  it.each(cases)('%s', async (_, text, message) => {
    const file = join(folder, `bad-${crypto.randomUUID()}.csv`);
    writeFileSync(file, text);
    const error = await readQueueDays(file)
      .then(replay)
      .catch((error: unknown) => error);
    expect(error).toBeInstanceOf(QueueDaysError);
    expect((error as Error).message).toMatch(message);
    expect((error as Error).message).not.toContain('\n');
  });

  it('ends with one line and code 1', async () => {
    expectOneLine(await replayText(`${header}\n${good}\nnonsense\n`), /line 3: 1 columns instead of 8/);
    expectOneLine(await run(join(folder, 'none.csv')), /none\.csv does not exist/);
    expectOneLine(await run(folder), /is a folder/);
  });

  it('must be one, and named', async () => {
    expectOneLine(await run(), /name one file\. Usage/);
    expectOneLine(await run('a.csv', 'b.csv'), /name one file\. Usage/);
    expectOneLine(await run('--fast', 'a.csv'), /--fast.*Usage/);
  });

  function expectOneLine({ code, out, err }: Ended, message: RegExp): void {
    expect(err).toMatch(message);
    expect(err).toMatch(/^replay: [^\n]+\n$/);
    expect(out).toBe('');
    expect(code).toBe(1);
  }
});
