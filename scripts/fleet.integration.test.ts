import { execFile, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import type { StatusBody } from '../contract/fleet.ts';
import { readVillages } from '../main/documents/catalogue/villages.ts';
import { fleetFingerprint, newFleetKey, signStatus } from '../main/fleet/status-text.ts';
import { programFiles } from '../main/program-files.ts';
import { newFolder, removeFolders } from '../tests/doubles/lounge/data-folder.ts';

const { catalogue } = programFiles(import.meta.dirname);
const { villages } = readVillages(catalogue, catalogue);
const key = newFleetKey();
const inNode = promisify(execFile);
const script = (name: string) => join(import.meta.dirname, name);

afterAll(removeFolders);

function body(changes: Partial<StatusBody>): StatusBody {
  return {
    v: 1,
    of: 'anjungan',
    key: key.x,
    code: '35.10.05.2008',
    unit: 'desa',
    seq: 10,
    at: new Date().toISOString(),
    version: '0.1.0',
    printer: 'ready',
    clock: true,
    backup: 9,
    disk: 'good',
    tickets: 41,
    waiting: 3,
    up: 5,
    stands: [],
    update: 'off',
    ...changes,
  };
}

async function fleet(...args: string[]): Promise<string> {
  return (await inNode(process.execPath, [script('fleet.ts'), ...args])).stdout;
}

interface Told {
  readonly rows: readonly { place: string; attention: string[]; key: string | null; others: string[] }[];
  readonly strangers: readonly string[];
  readonly refused: readonly { file: string; why: string }[];
}
const told = async (folder: string) => JSON.parse(await fleet(folder, '--json')) as Told;

describe('npm run fleet', () => {
  it('makes one table of the whole regency, with hostile files among the statuses', async () => {
    const folder = newFolder('fleet');
    const of = (name: string) => join(folder, name);
    const keys = villages.map(() => newFleetKey());
    for (const [i, { code, kind }] of villages.entries()) {
      const own = keys[i] as typeof key;
      const printer = i === 3 ? 'paper_out' : 'ready';
      writeFileSync(of(`${code}.status`), await signStatus(body({ key: own.x, code, unit: kind, printer }), own));
    }
    const [first] = villages;
    rmSync(of(`${first?.code}.status`));
    writeFileSync(of('huge.status'), Buffer.alloc(1_200_000, 'a'));
    writeFileSync(of('binary.status'), Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 37) % 256)));
    const good = readFileSync(of(`${villages[5]?.code}.status`), 'utf8');
    writeFileSync(of('forged.status'), good.replace(/.{4}$/, 'AAAA'));
    writeFileSync(of('..%2f..\u001b[2J\n=cmd.status'), 'x');
    symlinkSync('/etc/passwd', of('linked.status'));
    const stranger = newFleetKey();
    writeFileSync(of('strange.status'), await signStatus(body({ key: stranger.x, code: '99.99.99.9999' }), stranger));
    const ahead = keys[7] as typeof key;
    const future = { key: ahead.x, code: villages[7]?.code ?? '', seq: 11, at: '2099-01-01T00:00:00+07:00' };
    mkdirSync(of('scanned'));
    writeFileSync(of('scanned/today.txt'), `QR-Code:${await signStatus(body(future), ahead)}\r\nQR-Code:ANJ1:7\r\n`);

    const { rows, strangers, refused } = await told(folder);
    expect(rows).toHaveLength(217);
    const wanting = rows.filter(({ attention }) => attention.length > 0);
    expect(wanting.map(({ place, attention }) => [place, ...attention])).toEqual([
      [villages[3]?.code, 'printer_out'],
      [villages[7]?.code, 'clock_ahead'],
      [first?.code, 'never_heard'],
    ]);
    expect(strangers).toEqual(['99.99.99.9999']);
    expect(Object.fromEntries(refused.map(({ file, why }) => [file, why]))).toEqual({
      'huge.status': 'too big (1200000 bytes)',
      'binary.status': expect.stringMatching(/no status/),
      'forged.status': 'no status',
      '..%2f..\\u001b[2J\\n=cmd.status': 'no status',
      'linked.status': 'no plain file',
      'scanned/today.txt': '1 lines are no status',
    });

    // The next day another machine says it is one of them.
    const other = newFleetKey();
    const [, , village] = villages;
    const claim = body({ key: other.x, code: village?.code ?? '', unit: village?.kind ?? 'desa', seq: 99 });
    writeFileSync(of('claim.status'), await signStatus(claim, other));
    const [worst] = (await told(folder)).rows;
    expect(worst).toMatchObject({
      place: village?.code,
      attention: ['key_changed'],
      key: keys[2]?.x,
      others: [other.x],
    });
    // Somebody has telephoned.
    const said = `${village?.code}=${fleetFingerprint(other.x)}`;
    const columns = await fleet(folder, '--believe', said);
    expect(columns).toContain('217 offices');
    expect((await told(folder)).rows.find(({ place }) => place === village?.code)?.key).toBe(other.x);
    const sheet = await fleet(folder, '--csv');
    expect(sheet.split('\r\n')).toHaveLength(219);
  });

  it('believes nobody anew over a damaged memory', async () => {
    const folder = newFolder('fleet');
    writeFileSync(join(folder, 'known-machines.json'), '{');
    await expect(fleet(folder)).rejects.toThrow(/known-machines\.json is damaged/);
  });
});

describe('npm run fleet-inbox', () => {
  it('keeps one file for each machine and day, and nothing else', async () => {
    const folder = newFolder('inbox');
    const child = spawn(process.execPath, [script('fleet-inbox.ts'), folder, '--port', '0']);
    try {
      const line = await new Promise<string>((done) => child.stdout.once('data', (said) => done(String(said))));
      const url = /http:\S+/.exec(line)?.[0] ?? '';
      const post = async (text: string) => (await fetch(url, { method: 'POST', body: text })).status;
      const newer = await signStatus(body({ seq: 12 }), key);
      expect(await post(await signStatus(body({ seq: 11 }), key))).toBe(201);
      expect(await post(newer)).toBe(201);
      expect(await post(await signStatus(body({ seq: 9 }), key))).toBe(200);
      expect(await post('../../etc/passwd')).toBe(422);
      expect(await post('x'.repeat(50_000)).catch(() => 413)).toBe(413);
      expect((await fetch(url)).status).toBe(405);
      const [day = ''] = readdirSync(folder);
      const [file = '', ...more] = readdirSync(join(folder, day));
      expect(more).toEqual([]);
      expect(file).toMatch(/^35\.10\.05\.2008-[0-9a-f]{16}\.status$/);
      expect(readFileSync(join(folder, day, file), 'utf8').trim()).toBe(newer);
      const { rows } = await told(folder);
      expect(rows.find(({ place }) => place === '35.10.05.2008')?.attention).toEqual([]);
    } finally {
      child.kill();
    }
  });
});
