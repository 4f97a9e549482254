import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { programFiles } from '../../program-files.ts';
import { LetterCatalogue, readLetters } from './letter-catalogue.ts';

const shipped = programFiles(import.meta.dirname).catalogue;
let own = '';
beforeEach(() => {
  own = mkdtempSync(join(tmpdir(), 'anjungan-letters-'));
  mkdirSync(join(own, 'letters'));
});
afterEach(() => rmSync(own, { recursive: true }));

const read = () => readLetters(shipped, own);
const catalogue = () => new LetterCatalogue(read());

// biome-ignore lint/suspicious/noExplicitAny: a test breaks the files in ways no type allows
function override(name: string, change: (content: any) => void, as = name): void {
  const content = JSON.parse(readFileSync(join(shipped, name), 'utf8'));
  change(content);
  writeFileSync(join(own, as), JSON.stringify(content));
}

describe('the catalogue of letters', () => {
  it('takes the village’s own copy of a letter, of people and of itself instead of the shipped ones', () => {
    override('letters/sktm.json', (letter) => (letter.name.id = 'SKTM Kalibendo'));
    override('people.json', (people) => (people.sets.identity[1].ask.id = 'Siapa nama Anda?'));
    override('village.json', (village) => (village.name = 'Kalibendo'));
    expect(catalogue().letter('sktm')?.name.id).toBe('SKTM Kalibendo');
    expect(catalogue().village.name).toBe('Kalibendo');
    expect(catalogue().letter('sk_usaha')).toHaveProperty('sections[0].fields[1].ask.id', 'Siapa nama Anda?');
  });

  it('offers a letter that only this village has', () => {
    override('letters/sk_usaha.json', (letter) => (letter.id = 'sk_panen'), 'letters/sk_panen.json');
    expect(catalogue().offered('desa')).toHaveLength(34);
  });

  it('keeps a letter that is no longer offered, for requests that are under way', () => {
    override('letters/sktm.json', (letter) => (letter.active = false));
    expect(catalogue().offered('desa')).toHaveLength(32);
    expect(catalogue().info('sktm', 'desa')).toBeUndefined();
    expect(catalogue().letter('sktm')).toBeDefined();
  });

  it('offers a letter only to the kind of office that issues it', () => {
    override('letters/usul_rtlh.json', (letter) => (letter.units = ['desa']));
    expect(catalogue().info('usul_rtlh', 'desa')).toBeDefined();
    expect(catalogue().info('usul_rtlh', 'kelurahan')).toBeUndefined();
    expect(catalogue().info('sk_usaha', 'lounge')).toBeUndefined();
  });

  it('asks for the letter of RT and RW only where the village does', () => {
    const asked = () =>
      catalogue()
        .info('sk_usaha', 'desa')
        ?.definition.requirements.map(({ id }) => id);
    expect(asked()).toEqual(['ktp', 'kk', 'rt_rw', 'photo']);
    override('village.json', (village) => (village.rtRwLetter = false));
    expect(asked()).toEqual(['ktp', 'kk', 'photo']);
  });

  it('says of a redirect whether staff help to send the papers, and where their people stand', () => {
    expect(catalogue().info('pindah_arahkan', 'desa')).toMatchObject({ assisted: true, queueService: 'surat-desa' });
    expect(catalogue().info('sktm', 'desa')?.assisted).toBe(false);
    override('village.json', (village) => (village.assistsCivilRegistry = false));
    expect(catalogue().info('pindah_arahkan', 'desa')?.assisted).toBe(false);
  });

  const sku = 'letters/sk_usaha.json';
  it.each([
    [sku, 'id', (c) => (c.id = 'sku'), 'the file is sk_usaha.json'],
    [sku, 'id', (c) => (c.id = '../x'), 'small letters'],
    [sku, 'standard.fee', (c) => (c.standard.fee = -1), '>=0'],
    [sku, 'numbering.classCode', (c) => (c.numbering.classCode = '500.x'), '400.12.2.1'],
    [sku, 'requirements[1].id', (c) => (c.requirements[1].id = 'ktp'), '"ktp" is used twice'],
    [
      sku,
      'requirements[3].when.field',
      (c) => (c.requirements[3].when = { field: 'a.b', is: ['x'] }),
      'no field "a.b"',
    ],
    [sku, 'deskReason', (c) => (c.offered = 'desk'), 'must say why'],
    [sku, 'sections[0].people', (c) => (c.sections[0].people = 'crowd'), 'no set "crowd"'],
    [sku, 'sections[0]', (c) => delete c.sections[0].people, 'has no fields'],
    [sku, 'sections[2].id', (c) => (c.sections[2].id = 'business'), '"business" is used twice'],
    [
      sku,
      'sections[2].id',
      (c) => ((c.sections[1].most = 2), (c.sections[2].id = 'business_2')),
      '"business_2" is used',
    ],
    [sku, 'sections[1].fields[1].id', (c) => (c.sections[1].fields[1].id = 'name'), '"name" is used twice'],
    [
      sku,
      'sections[0].fields[0].id',
      (c) => (c.sections[0].fields = [c.sections[1].fields[0]]),
      '"name" is used twice',
    ],
    [sku, 'sections[1].fields[1]', (c) => delete c.sections[1].fields[1].options, 'the choice "kind" has no options'],
    [sku, 'sections[1].fields[1].options', (c) => (c.sections[1].fields[1].type = 'text'), 'only a choice has options'],
    [sku, 'sections[1].fields[1].options[1].id', (c) => (c.sections[1].fields[1].options[1].id = 'grocery'), 'twice'],
    [sku, 'sections[1].fields[2].sameAs.field', (c) => (c.sections[1].fields[2].sameAs.field = 'home.x'), '"home.x"'],
    [sku, 'sections[2].fields[1].when.field', (c) => (c.sections[2].fields[1].when.field = 'purpose.x'), '"purpose.x"'],
    [sku, 'sections[2].fields[1].when.is[0]', (c) => (c.sections[2].fields[1].when.is = ['fun']), 'no option "fun"'],
    [sku, 'sections[2].when.field', (c) => (c.sections[2].when = { field: 'a.b', is: ['x'] }), 'no field "a.b"'],
    [sku, 'papers[0].when.field', (c) => (c.papers[0].when = { field: 'a.b', is: ['x'] }), 'no field "a.b"'],
    [sku, 'papers[1].id', (c) => c.papers.push(c.papers[0]), '"letter" is used twice'],
    [sku, 'papers[0].body[0].text', (c) => (c.papers[0].body[0].text = 'Oleh {head.nam}'), '"{head.nam}"'],
    [sku, 'papers[0].body[0].text', (c) => (c.papers[0].body[0].text = 'Oleh {head.name'), 'a brace stands alone'],
    [
      sku,
      'papers[0].body[1].rows[0][1]',
      (c) => (c.papers[0].body[1].rows[0][1] = '{applicant.nama}'),
      'applicant.nama',
    ],
    [sku, 'papers[0].body[5].when.field', (c) => (c.papers[0].body[5].when.field = 'a.b'), 'no field "a.b"'],
    [sku, 'papers[0].body[0].section', (c) => (c.papers[0].body[0] = { section: 'shop' }), 'no section "shop"'],
    [
      sku,
      'papers[0].body[0].without[0]',
      (c) => (c.papers[0].body[0] = { section: 'business', without: ['x'] }),
      '.x"',
    ],
    [
      sku,
      'papers[0].body[0].columns[0][1]',
      (c) => (c.papers[0].body[0] = { table: 'business', columns: [['Nama', 'nama']] }),
      'no field "business.nama"',
    ],
    [sku, 'papers[0].body[0].align', (c) => (c.papers[0].body[0].align = 'left'), 'justify'],
    [sku, 'papers[0].to[0]', (c) => (c.papers[0].to = ['Yth. {bank.name}']), '{bank.name}'],
    [sku, 'papers[0].cosigners[0].name', (c) => (c.papers[0].cosigners = [{ role: 'S', name: '{x.y}' }]), '{x.y}'],
    [
      'letters/pindah_arahkan.json',
      'requirements[0].when.field',
      (c) => (c.requirements[0].when = { field: 'a.b', is: ['x'] }),
      'no field "a.b"',
    ],
    ['letters/pindah_arahkan.json', 'redirect.to', (c) => delete c.redirect.to, 'expected object'],
    ['people.json', 'sets.identity[1].id', (c) => (c.sets.identity[1].id = 'nik'), '"nik" is used twice'],
    ['people.json', 'sets.identity[4]', (c) => delete c.sets.identity[4].options, 'the choice "sex" has no options'],
    ['village.json', 'officials[1].id', (c) => (c.officials[1].id = 'head'), '"head" is used twice'],
    ['village.json', 'numbering.pattern', (c) => (c.numbering.pattern = '{class}/{year}'), 'must hold {seq}'],
    // biome-ignore lint/suspicious/noExplicitAny: see above
  ] satisfies [string, string, (c: any) => unknown, string][])(
    'says what is wrong in %s at %s',
    (name, path, change, what) => {
      override(name, change);
      expect(read).toThrow(join(own, name));
      expect(read).toThrow(`at ${path}:`);
      expect(read).toThrow(what);
    },
  );

  it('says which letter a set of people does not fit', () => {
    override('people.json', (people) => (people.sets.parent[6].sameAs.field = 'applicant.home'));
    expect(read).toThrow(
      /letters.pengantar_nikah\.json is wrong at sections\[\d\]\.people: there is no field "applicant\.home"/,
    );
  });

  it('says which word of a file means nothing', () => {
    override(sku, (letter) => (letter.colour = 'red'));
    expect(read).toThrow(/sk_usaha\.json is wrong: Unrecognized key: "colour"/);
  });

  it('says where a file is not JSON', () => {
    writeFileSync(join(own, 'letters', 'sktm.json'), '{');
    expect(read).toThrow(/sktm\.json is wrong: cannot be read/);
  });
});
