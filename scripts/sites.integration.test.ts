import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { newFolder, removeFolders } from '../tests/doubles/lounge/data-folder.ts';

const inNode = promisify(execFile);
const sites = (...args: string[]) => inNode(process.execPath, [join(import.meta.dirname, 'sites.ts'), ...args]);

afterAll(removeFolders);

/** The regency's table, with some villages filled in by column. */
async function tableWith(filled: Readonly<Record<string, Readonly<Record<string, string>>>>): Promise<string> {
  const { stdout } = await sites('--template');
  const [head = '', ...rows] = stdout.replace('\uFEFF', '').trimEnd().split('\r\n');
  const names = head.split(';');
  const lines = rows.map((row) => {
    const cells = row.split(';');
    const its = filled[cells[0] ?? ''] ?? {};
    return names.map((name, i) => its[name] ?? cells[i] ?? '').join(';');
  });
  const table = join(newFolder('sites'), 'table.csv');
  writeFileSync(table, [head, ...lines].join('\r\n'));
  return table;
}

const office = {
  address: 'Jalan Raya 1',
  head: 'SITI AMINAH',
  unit_code: '429.501.01',
  printer: 'usb:',
  paper: '58',
  hours_mon_thu: '08:00-12:00 13:00-15:00',
  hours_fri: '08:00-11:30',
};

describe('npm run sites', () => {
  it('prints a table of all villages without anybody’s name', async () => {
    const { stdout } = await sites('--template');
    const [head, ...rows] = stdout.trimEnd().split('\r\n');
    expect(head).toContain('code;village;district;office');
    expect(rows).toHaveLength(217);
    expect(rows[0]).toBe('35.10.01.2001;Sarongan;Pesanggaran;desa;;;;;;;;;;;;;;');
  });

  it('makes a folder for each village that is filled in', async () => {
    const out = newFolder('sticks');
    const common = join(out, 'common.json');
    writeFileSync(common, JSON.stringify({ revision: 3, report: 'https://laporan.example.go.id/anjungan' }));
    const table = await tableWith({ '35.10.01.2001': office, '35.10.01.2002': { ...office, hours_fri: '' } });
    const { stdout } = await sites(table, '--out', out, '--common', common);
    expect(stdout).toBe(`2 villages in ${out}, 215 rows not filled in yet\n`);
    expect(readdirSync(out)).toEqual(['35.10.01.2001-sarongan', '35.10.01.2002-pesanggaran', 'common.json']);
    const file = join(out, '35.10.01.2001-sarongan', 'anjungan', 'site.json');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      revision: 3,
      code: '35.10.01.2001',
      head: { name: 'SITI AMINAH', position: 'Kepala Desa', nip: null },
      printer: { uri: 'usb:', paper: 58 },
      hours: { thu: ['08:00-12:00', '13:00-15:00'], fri: ['08:00-11:30'], sat: [] },
    });
  });

  it('names every fault by row and column, and then writes nothing', async () => {
    const out = join(newFolder('sticks'), 'new');
    const table = await tableWith({
      '35.10.01.2001': { ...office, nip: '12' },
      '35.10.01.2002': { ...office, village: 'Sarongan' },
      '35.10.01.2004': { ...office, unit_code: '' },
      '35.10.01.2009': { ...office, office: 'kelurahan', nip: '197001011990031001' },
      '35.10.01.2010': { ...office, code: '35.10.01.2001', printer: 'lpt1' },
    });
    const failed = await sites(table, '--out', out).then(
      () => '',
      (error: { stderr: string }) => error.stderr,
    );
    expect(failed.trimEnd().split('\n')).toEqual([
      'row 2, column nip: must be 18 digits',
      'row 3, column village: 35.10.01.2002 is Pesanggaran (Pesanggaran), not Sarongan',
      'row 4, column unit_code: is needed for a desa',
      'row 5, column office: Kandangan (Pesanggaran) is a desa, not a kelurahan',
      'row 6, column printer: must look like "usb:" or "tcp://192.168.1.50:9100"',
      'anjungan: 5 rows are wrong; nothing was written.',
    ]);
    expect(existsSync(out)).toBe(false);
  });
});
