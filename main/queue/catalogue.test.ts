import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { programFiles } from '../program-files.ts';
import { readCatalogue } from './catalogue.ts';

const shipped = programFiles(import.meta.dirname).catalogue;
let own = '';
beforeEach(() => {
  own = join(mkdtempSync(join(tmpdir(), 'anjungan-catalogue-')), 'catalogue');
  mkdirSync(own);
});
afterEach(() => rmSync(own, { recursive: true }));

// biome-ignore lint/suspicious/noExplicitAny: a test breaks the files in ways no type allows
function override(name: string, change: (content: any) => void): void {
  const content = JSON.parse(readFileSync(join(shipped, name), 'utf8'));
  change(content);
  writeFileSync(join(own, name), JSON.stringify(content));
}

describe('the catalogue', () => {
  it('ships the six services of the example', () => {
    const { services } = readCatalogue(shipped, own);
    expect(services.map((service) => service.letter).join('')).toBe('ACFKLR');
  });

  it('takes a file of the lounge instead of the shipped one', () => {
    override('lounge.json', (lounge) => {
      lounge.name = { id: 'Balai Desa Kalibendo', en: 'Kalibendo Village Office' };
    });
    expect(readCatalogue(shipped, own).lounge.name.id).toBe('Balai Desa Kalibendo');
  });

  it.each([
    ['services.json', 'services[2].letter', (c) => (c.services[2].letter = 'ABC'), 'one or two capital letters'],
    ['services.json', 'services[1].letter', (c) => (c.services[1].letter = 'A'), 'used twice'],
    ['services.json', 'services[1].id', (c) => (c.services[1].id = 'adminduk'), 'used twice'],
    ['services.json', 'services[0].counters[1]', (c) => (c.services[0].counters[1] = '9'), 'no counter "9"'],
    ['services.json', 'services[0].agencyId', (c) => (c.services[0].agencyId = 'kua'), 'no agency "kua"'],
    ['services.json', 'services[3].serving', (c) => (c.services[3].serving = 'malam'), 'no hours "malam"'],
    ['services.json', 'services[0].name.en', (c) => delete c.services[0].name.en, 'expected string'],
    ['services.json', 'services[0]', (c) => (c.services[0].colour = 'red'), 'colour'],
    ['services.json', 'services[0].dailyQuota', (c) => (c.services[0].dailyQuota = 0), '>0'],
    ['calendar.json', 'hours.office.mon[0]', (c) => (c.hours.office.mon[0] = '8-12'), '"08:00-12:00"'],
    ['calendar.json', 'hours.office.mon[0]', (c) => (c.hours.office.mon[0] = '12:00-08:00'), 'end after it begins'],
    ['calendar.json', 'hours.office.mon', (c) => (c.hours.office.mon = ['08:00-12:00', '11:00-15:00']), 'overlap'],
    ['calendar.json', 'special[0].to', (c) => (c.special[0].to = '2026-12-24'), 'before it begins'],
    ['calendar.json', 'special[0].hours.malam', (c) => (c.special[0].hours = { malam: {} }), 'no such hours'],
    ['lounge.json', 'timeZone', (c) => (c.timeZone = 'Asia/Banyuwangi'), 'not a known time zone'],
    ['lounge.json', 'discipline.priorityRate', (c) => (c.discipline.priorityRate = -1), '1'],
    // biome-ignore lint/suspicious/noExplicitAny: see above
  ] satisfies [string, string, (c: any) => unknown, string][])(
    'says what is wrong in %s at %s',
    (name, path, change, what) => {
      override(name, change);
      const read = () => readCatalogue(shipped, own);
      expect(read).toThrow(join(own, name));
      expect(read).toThrow(`at ${path}:`);
      expect(read).toThrow(what);
    },
  );

  it('says where a file is not JSON', () => {
    writeFileSync(join(own, 'services.json'), '{"agencies": [');
    expect(() => readCatalogue(shipped, own)).toThrow(/services\.json is wrong: cannot be read/);
  });
});
