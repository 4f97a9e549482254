import { describe, expect, it } from 'vitest';
import {
  sampleApplicant,
  sampleLetters,
  sampleValues,
  sampleVillage,
} from '../../../tests/doubles/letters/sample-letters.ts';
import { composeLetter, type LetterInput } from './compose.ts';
import { letterDocument } from './letter-document.ts';
import { textOf } from './lines.ts';

type Name = keyof typeof sampleLetters;

function compose(name: Name, other: Partial<LetterInput> = {}) {
  return composeLetter({
    definition: sampleLetters[name],
    paperId: 'letter',
    values: sampleValues[name],
    village: sampleVillage(),
    unitType: 'desa',
    officialId: 'kades',
    number: '500.2.2.4/017/429.511.08/2026',
    date: '2026-11-24',
    token: null,
    logo: null,
    watermark: null,
    knownByAsked: false,
    ...other,
  });
}
const text = (name: Name, other: Partial<LetterInput> = {}) => textOf(compose(name, other)).join('\n');
const kelurahan = sampleVillage({
  name: 'Kepatihan',
  district: 'Banyuwangi',
  officials: [
    {
      id: 'kades',
      name: 'Rudi Hartono, S.STP.',
      position: 'Lurah',
      nip: '198001012005011003',
      rank: 'Penata',
      signsAs: 'own',
    },
  ],
});

describe('a letter', () => {
  it.each(Object.keys(sampleLetters) as Name[])('is a whole document with no place left open: %s', (name) => {
    const letter = compose(name);
    expect(letterDocument.parse(letter)).toEqual(letter);
    expect(textOf(letter).join(' ')).not.toMatch(/[{}]| {2}|undefined|null/);
  });

  it('says everything a business owner answered, as people write it', () => {
    const said = text('business');
    expect(said).toContain('SURAT KETERANGAN USAHA\nNomor: 500.2.2.4/017/429.511.08/2026');
    expect(said).toContain(
      'Kepala Desa pada kantor Desa Tambakrejo, Kecamatan Muncar, Kabupaten Banyuwangi, menerangkan',
    );
    expect(said).toContain('Tempat/Tanggal lahir : Banyuwangi, 5 Agustus 1990');
    expect(said).toContain('Omzet sebulan : Rp1.500.000');
    expect(said).toContain('untuk keperluan pengajuan Kredit Usaha Rakyat (KUR) pada bank.');
    expect(said).toContain('Tambakrejo, 24 November 2026');
  });

  it('leaves out rows that were not answered', () => {
    const { 'business.name': _, ...values } = sampleValues.business;
    expect(text('business', { values })).not.toContain('Nama usaha');
    expect(text('business', { values: { ...values, 'applicant.occupation': '  ' } })).not.toContain('Pekerjaan');
  });

  it('follows its conditions', () => {
    expect(text('poor')).toContain('untuk pengurusan keringanan biaya pendidikan di SMP Negeri 1 Muncar.');
    const values = { ...sampleValues.poor, 'need.kind': 'health', 'need.phone': '' };
    const said = text('poor', { values });
    expect(said).toContain('untuk pengurusan bantuan biaya pengobatan.');
    expect(said).not.toContain('SMP');
    expect(said).toContain('penghasilan Rp750.000 sebulan.');
  });

  it('lists everybody of a section that repeats, with a number of their own', () => {
    const table = compose('heirs').body.find((block) => block.kind === 'table');
    expect(table?.rows.length).toBe(12);
    expect(table?.rows[11]?.slice(0, 2)).toEqual([
      '12.',
      'Muhammad Nur Hidayatullah Al Fatih Putra Pratama Wijayakusuma ke-12',
    ]);
    const two = { ...sampleApplicant, 'heirs.name': 'Budi', 'heirs_3.name': 'Wati', 'heirs_13.name': 'Nobody' };
    const short = compose('heirs', { values: two }).body.find((block) => block.kind === 'table');
    expect(short?.rows.map(([number, name]) => `${number} ${name}`)).toEqual(['1. Budi', '2. Wati']);
  });

  it('says until when it is good, once', () => {
    expect(text('business')).toContain('Surat ini berlaku sampai dengan 24 Desember 2026.');
    expect(text('police')).toContain('Berlaku sampai 1 Desember 2026.');
    expect(text('police')).not.toContain('Surat ini berlaku');
    expect(text('poor')).not.toContain('berlaku sampai');
  });

  it('names the power that was handed down, from the day it was', () => {
    const words = 'Kewenangan dilimpahkan dari Bupati Banyuwangi kepada Kepala Desa berdasarkan Peraturan Bupati';
    expect(text('statement')).toContain(words);
    expect(text('statement', { date: '2024-12-31' })).not.toContain('dilimpahkan');
  });

  it('says how its code is checked, and never that the code signs it', () => {
    const said = text('business');
    expect(said).toContain('Untuk memeriksa keaslian surat, pindai kode ini di anjungan Desa Tambakrejo.');
    expect(said.toLowerCase()).not.toContain('elektronik');
  });

  it('has no number before it is issued', () => {
    expect(compose('business', { number: null, watermark: 'PRATINJAU' })).toMatchObject({
      number: null,
      watermark: 'PRATINJAU',
    });
  });

  it('says to whom it goes', () => {
    expect(compose('police').to).toEqual(['Kepada', 'Yth. Kapolsek Muncar', 'di Tempat']);
    expect(compose('police').model).toBe('Model K-1');
  });

  it('is not made for a paper or an official that is not there', () => {
    expect(() => compose('business', { paperId: 'n1' })).toThrow('LETTER_NOT_MADE');
    expect(() => compose('business', { officialId: 'nobody' })).toThrow('LETTER_NOT_MADE');
  });
});

describe('the letterhead', () => {
  it("is a village's", () => {
    expect(compose('business').letterhead.lines).toEqual([
      'PEMERINTAH KABUPATEN BANYUWANGI',
      'KECAMATAN MUNCAR',
      'KANTOR KEPALA DESA TAMBAKREJO',
    ]);
    expect(compose('business').letterhead.address).toBe(
      'Jalan Raya Pelabuhan Nomor 12 Tambakrejo, Kode Pos 68472, Telepon (0333) 590123, tambakrejo@example.id',
    );
  });

  it("is a kelurahan's, with its Lurah", () => {
    const letter = compose('business', { village: kelurahan, unitType: 'kelurahan' });
    expect(letter.letterhead.lines.at(-1)).toBe('KELURAHAN KEPATIHAN');
    expect(letter.signature).toMatchObject({
      placeAndDate: 'Kepatihan, 24 November 2026',
      lines: ['LURAH KEPATIHAN'],
      name: 'Rudi Hartono, S.STP.',
      rank: 'Penata',
      nip: 'NIP 19800101 200501 1 003',
    });
    expect(textOf(letter).join(' ')).toContain('bawah ini Lurah pada kantor Kelurahan Kepatihan');
  });

  it('says no word twice that the file has in its names already', () => {
    const village = sampleVillage({ name: 'Desa Tambakrejo', district: 'Kecamatan Muncar', regency: 'Kota Kediri' });
    expect(compose('business', { village }).letterhead.lines).toEqual([
      'PEMERINTAH KOTA KEDIRI',
      'KECAMATAN MUNCAR',
      'KANTOR KEPALA DESA TAMBAKREJO',
    ]);
  });
});

describe('who signs', () => {
  const signs = (signsAs: string, position: string) =>
    compose('business', {
      village: sampleVillage({ officials: [{ id: 'kades', name: 'Dewi', position, signsAs }] }),
    }).signature.lines;

  it.each([
    ['own', 'Kepala Desa', ['KEPALA DESA TAMBAKREJO']],
    ['a.n.', 'Sekretaris Desa', ['a.n. KEPALA DESA TAMBAKREJO', 'Sekretaris Desa']],
    ['u.b.', 'Kasi Pelayanan', ['a.n. KEPALA DESA TAMBAKREJO', 'Sekretaris Desa', 'u.b.', 'Kasi Pelayanan']],
    ['Plt.', 'Sekretaris Desa', ['Plt. KEPALA DESA TAMBAKREJO']],
    ['Plh.', 'Sekretaris Desa', ['Plh. KEPALA DESA TAMBAKREJO']],
  ])('%s', (signsAs, position, lines) => expect(signs(signsAs, position)).toEqual(lines));

  it("in the head's place is called so in the text too", () => {
    const acting = { id: 'plh', name: 'Dewi Lestari', position: 'Sekretaris Desa', signsAs: 'Plh.' };
    const head = sampleVillage().officials[0];
    const both = sampleVillage({ officials: [head, acting] });
    expect(text('business', { village: both, officialId: 'plh' })).toContain('ini Plh. Kepala Desa pada');
    expect(text('business', { village: both })).toContain('ini Kepala Desa pada');
    const secretary = { id: 'kades', name: 'Budi', position: 'Kasi', signsAs: 'u.b.' };
    const vacant = sampleVillage({ officials: [secretary, { ...acting, signsAs: 'Plt.' }] });
    expect(text('business', { village: vacant })).toContain('ini Plt. Kepala Desa pada');
  });

  it('is the applicant of a statement, on a duty stamp, and the head knows of it', () => {
    const { signature } = compose('statement', { officialId: 'sekdes' });
    expect(signature).toMatchObject({ lines: ['Yang membuat pernyataan', 'Meterai Rp10.000'], name: 'Siti Aminah' });
    expect(signature.knownBy).toEqual({
      lines: ['Mengetahui,', 'a.n. KEPALA DESA TAMBAKREJO', 'Sekretaris Desa'],
      name: 'Dewi Lestari, S.E.',
      nip: 'NIP 19850317 201001 2 004',
    });
  });

  it('is known to the camat where the letter always says so, or the purpose asks for it', () => {
    const camat = {
      lines: ['Mengetahui,', 'CAMAT MUNCAR'],
      name: 'Drs. Sugeng Hariyadi, M.Si.',
      nip: 'NIP 19700101 199503 1 002',
    };
    expect(compose('heirs').signature.knownBy).toEqual(camat);
    expect(compose('poor').signature.knownBy).toBeNull();
    expect(compose('poor', { knownByAsked: true }).signature.knownBy).toEqual(camat);
  });

  it('is the camat, whose name may be written in by hand', () => {
    const definition = {
      ...sampleLetters.business,
      signing: { ...sampleLetters.business.signing, level: 'camat' as const },
    };
    const letter = compose('business', { definition, village: sampleVillage({ camat: {} }) });
    expect(letter.signature).toMatchObject({ lines: ['CAMAT MUNCAR'], name: '', nip: null });
    expect(textOf(letter)).toContain('................................');
  });

  it('is joined by those whose names are known', () => {
    expect(compose('heirs').signature.cosigners.map(({ name }) => name)).toEqual([
      'Siti Aminah',
      'Slamet Riyadi',
      'Sumarti',
    ]);
    expect(compose('heirs', { values: {} }).signature.cosigners.length).toBe(2);
  });
});
