import { describe, expect, it } from 'vitest';
import { fieldsOf } from '../../../contract/letters-whole.ts';
import { programFiles } from '../../program-files.ts';
import { LetterCatalogue, readLetters } from './letter-catalogue.ts';

const catalogue = new LetterCatalogue(readLetters(programFiles(import.meta.dirname).catalogue, ''));
const all = catalogue.offered('desa');

/**
 * What is known of the services of Banyuwangi's villages: category, minutes of work, days of validity, class of
 * Permendagri 83/2022 (of several the first, of a family its parent), where it is asked for, and what has to be brought.
 */
// biome-ignore format: a line a service
const known = [
  ['sk_domisili', 'umum', 15, 180, '400.12.2.1', 'kiosk', ['KTP-el pemohon', 'Kartu Keluarga', 'Surat pengantar RT/RW', 'Bukti tempat tinggal']],
  ['sk_domisili_usaha', 'usaha', 30, 180, '500.2.2.4', 'kiosk', ['KTP-el pemohon', 'Kartu Keluarga', 'Surat pengantar RT/RW', 'Bukti penguasaan tempat', 'Akta/SK pendirian']],
  ['sk_usaha', 'usaha', 15, 30, '500.2.2.4', 'kiosk', ['KTP-el pemohon', 'Kartu Keluarga', 'Surat pengantar RT/RW', 'Foto tempat/kegiatan usaha']],
  ['sktm', 'sosial', 15, 30, '400.3.3.2', 'kiosk', ['KTP-el pemohon', 'Kartu Keluarga', 'Surat pengantar RT/RW', 'Surat pernyataan tidak mampu', 'Foto rumah']],
  ['spm_banyuwangi', 'sosial', null, null, '400.9', 'desk', ['KTP-el pemohon', 'Kartu Keluarga', 'Hasil verifikasi 18 indikator keluarga miskin', 'Rujukan/keterangan rawat']],
  ['pengantar_skck', 'hukum', 10, 30, '300.1', 'kiosk', ['KTP-el pemohon', 'Kartu Keluarga', 'Surat pengantar RT/RW']],
  ['sk_belum_menikah', 'kependudukan', 15, 30, '400.12.3.2', 'kiosk', ['KTP-el pemohon', 'Kartu Keluarga', 'Surat pengantar RT/RW', 'Surat pernyataan belum menikah bermeterai dengan dua saksi']],
  ['pengantar_nikah', 'kependudukan', 60, 30, '400.12.3.2', 'kiosk', ['KTP-el pemohon', 'Kartu Keluarga', 'Surat pengantar RT/RW', 'KTP dan KK calon pasangan', 'KTP orang tua', 'Akta kelahiran atau ijazah', 'Pas foto', 'Pernyataan belum menikah bermeterai', 'Surat layak kawin Puskesmas']],
  ['dispensasi_nikah_camat', 'kependudukan', 60, null, '400.12.3.2', 'desk', ['Berkas N1', 'Surat permohonan']],
  ['sk_kelahiran', 'kependudukan', 15, 60, '400.12.3.1', 'kiosk', ['Surat lahir dari bidan/RS', 'KK dan KTP orang tua', 'Buku nikah/akta perkawinan', 'KTP dua saksi']],
  ['sk_kematian', 'kependudukan', 15, null, '400.12.3.1', 'kiosk', ['Surat pengantar RT/RW', 'KTP dan KK almarhum', 'KTP-el pelapor', 'KTP dua saksi', 'Surat kematian dari RS/dokter']],
  ['sk_lahir_mati', 'kependudukan', 15, null, '400.12.3.1', 'desk', ['Keterangan bidan/RS', 'KK dan KTP orang tua']],
  ['sk_ahli_waris', 'hukum', 1440, null, '400.12.3.1', 'desk', ['Akta atau surat kematian', 'KTP dan KK semua ahli waris', 'Buku nikah pewaris', 'Surat pernyataan ahli waris bermeterai Rp10.000', 'KTP dua saksi']],
  ['sk_penghasilan', 'sosial', 15, 30, '800.1.11.10', 'kiosk', ['KTP-el pemohon', 'Kartu Keluarga', 'Surat pengantar RT/RW', 'Surat pernyataan penghasilan']],
  ['pengantar_kehilangan', 'hukum', 10, 14, '300.1', 'kiosk', ['KTP-el pemohon', 'Kartu Keluarga']],
  ['sk_beda_identitas', 'kependudukan', 15, 30, '400.12.2.1', 'kiosk', ['KTP-el pemohon', 'Kartu Keluarga', 'Fotokopi kedua dokumen', 'Pernyataan bermeterai']],
  ['pengantar_keramaian', 'hukum', 30, null, '300.1', 'kiosk', ['KTP-el pemohon', 'Kartu Keluarga', 'Surat pengantar RT/RW', 'Persetujuan tetangga', 'Surat pernyataan penanggung jawab']],
  ['sk_tanah', 'pertanahan', 1440, null, '500.17.2.3', 'desk', ['KTP-el pemohon', 'Kartu Keluarga', 'Petok D/Letter C/sertipikat', 'SPPT PBB terakhir', 'KTP saksi batas']],
  ['sporadik', 'pertanahan', 1440, null, '500.17.2.3', 'desk', ['KTP-el pemohon', 'Kartu Keluarga', 'Pernyataan bermeterai', 'KTP dua saksi', 'SPPT PBB']],
  ['sk_jual_beli', 'usaha', 30, null, '500.2', 'kiosk', ['KTP-el pemohon', 'Kartu Keluarga', 'KTP pembeli', 'Bukti kepemilikan']],
  ['sk_kendaraan', 'usaha', 15, 30, '500.11', 'kiosk', ['KTP-el pemohon', 'Kartu Keluarga', 'STNK/BPKB']],
  ['sk_bepergian', 'umum', 10, 30, '400.12.2.2', 'kiosk', ['KTP-el pemohon', 'Kartu Keluarga', 'Surat pengantar RT/RW']],
  ['pindah_arahkan', 'kependudukan', 1440, 30, '400.12.2.2', 'redirect', ['KK']],
  ['kk_ktp_kia_arahkan', 'kependudukan', 1440, null, '400.12.2.1', 'redirect', ['KK', 'Surat kehilangan polisi atau dokumen rusak']],
  ['sk_pengantar', 'umum', 15, 30, '100.2.2.5', 'kiosk', ['KTP-el pemohon', 'Kartu Keluarga', 'Surat pengantar RT/RW']],
  ['sk_kelakuan_baik', 'umum', 15, 30, '100.2.2.5', 'kiosk', ['KTP-el pemohon', 'Kartu Keluarga', 'Surat pengantar RT/RW']],
  ['sk_janda_duda', 'kependudukan', 15, 30, '400.12.3.2', 'kiosk', ['KTP-el pemohon', 'Kartu Keluarga', 'Akta cerai atau akta kematian', 'Pernyataan belum menikah lagi bermeterai']],
  ['sk_wali', 'umum', 15, 30, '900.1.7.2', 'kiosk', ['KTP-el pemohon', 'Kartu Keluarga', 'KK anak', 'Akta kelahiran anak']],
  ['izin_keluarga_pmi', 'ketenagakerjaan', 30, 90, '500.15', 'desk', ['KTP-el pemohon', 'Kartu Keluarga', 'KTP pemberi izin', 'Buku nikah/KK', 'Pernyataan bermeterai']],
  ['sk_masih_hidup', 'sosial', 10, 30, '800.1.11', 'kiosk', ['KTP-el pemohon', 'Kartu Keluarga', 'Karip/kartu pensiun']],
  ['usul_rtlh', 'sosial', null, null, '600.2', 'desk', ['KTP-el pemohon', 'Kartu Keluarga', 'Foto rumah', 'Bukti/keterangan status tanah', 'Izin pemilik tanah']],
  ['rekom_petani_nelayan', 'usaha', 30, 30, '500.6', 'kiosk', ['KTP-el pemohon', 'Kartu Keluarga', 'Keterangan kelompok tani/nelayan']],
  ['sk_belum_punya_rumah', 'sosial', 15, 30, '600.2', 'kiosk', ['KTP-el pemohon', 'Kartu Keluarga', 'Surat pengantar RT/RW', 'Pernyataan bermeterai']],
] satisfies [string, string, number | null, number | null, string, 'kiosk' | 'desk' | 'redirect', string[]][];

describe('the letters that are shipped', () => {
  it('are the 33 services of a village: 31 letters and two that send people on', () => {
    expect(all.map(({ id }) => id).toSorted()).toEqual(known.map(([id]) => id).toSorted());
    expect(all.filter(({ kind }) => kind === 'letter')).toHaveLength(31);
  });

  it('are the same for a kelurahan, and none for a lounge', () => {
    expect(catalogue.offered('kelurahan')).toEqual(all);
    expect(catalogue.cards('lounge')).toEqual([]);
  });

  it('show the ten of every day first, in their order', () => {
    expect(
      catalogue
        .cards('desa')
        .slice(0, 11)
        .map(({ everyday }) => everyday),
    ).toEqual([...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], null]);
  });

  it.each(known)('say of %s what is known of it', (id, category, minutes, days, code, offered, brought) => {
    const letter = catalogue.letter(id);
    expect(letter).toMatchObject({ category, standard: { minutes, fee: 0 } });
    const names = letter?.requirements.map(({ name }) => name.id.toLowerCase()) ?? [];
    for (const thing of brought)
      expect(
        names.some((name) => name.includes(thing.toLowerCase())),
        thing,
      ).toBe(true);
    if (letter?.kind !== 'letter') return expect(offered).toBe('redirect');
    expect(letter).toMatchObject({ offered, validityDays: days, numbering: { classCode: code } });
  });

  it('ask for the letter of RT and RW by its switch wherever it is named', () => {
    for (const { id, requirements } of all)
      for (const { name, rtRw } of requirements)
        expect([id, name.id, rtRw]).toEqual([id, name.id, name.id.includes('RT/RW')]);
  });

  it('ask in at most ten words', () => {
    const long = all.flatMap((letter) =>
      letter.kind === 'letter'
        ? [...fieldsOf(letter).values()].map(({ ask }) => ask.id).filter((ask) => ask.split(/\s+/).length > 10)
        : [],
    );
    expect(long).toEqual([]);
  });

  it('ask five things of a business at the kiosk, and leave its money to the desk', () => {
    const asked = catalogue.letter('sk_usaha');
    if (asked?.kind !== 'letter') throw new Error('the letter of business is a letter');
    const questions = [...fieldsOf(asked)].filter(
      ([name, field]) => !name.startsWith('applicant.') && field.asked === 'kiosk' && !field.when,
    );
    expect(questions.map(([name]) => name)).toEqual([
      'business.name',
      'business.kind',
      'business.address',
      'business.since',
      'purpose.kind',
    ]);
  });

  it('ask for nothing that no paper says and no rule uses', () => {
    for (const letter of all) {
      if (letter.kind !== 'letter') continue;
      const use = JSON.stringify([letter.papers, letter.requirements.map(({ when }) => when)]);
      for (const { id, fields } of letter.sections) {
        const whole = use.includes(`"section":"${id}"`) || use.includes(`"table":"${id}"`);
        const spare = fields.filter((field) => !whole && !use.includes(`${id}.${field.id}`)).map((field) => field.id);
        expect({ letter: letter.id, section: id, spare }).toEqual({ letter: letter.id, section: id, spare: [] });
      }
    }
  });

  it('keep poverty, stillbirth and divorce from the eyes of others', () => {
    expect(
      all
        .filter(({ sensitive }) => sensitive)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(['sk_janda_duda', 'sk_lahir_mati', 'sktm', 'spm_banyuwangi', 'usul_rtlh']);
  });

  it('say whose power was handed down', () => {
    const delegated = all.filter((letter) => letter.kind === 'letter' && letter.delegation);
    expect(delegated.map(({ id }) => id).toSorted()).toEqual(['spm_banyuwangi', 'usul_rtlh']);
  });

  it('make several numbered papers of a marriage, those of a parent’s consent and of a death only in their case', () => {
    const marriage = catalogue.letter('pengantar_nikah');
    const papers = marriage?.kind === 'letter' ? marriage.papers : [];
    expect(papers.map(({ id, when }) => [id, when?.field])).toEqual([
      ['n1', undefined],
      ['n2', undefined],
      ['n4', undefined],
      ['n5', 'wedding.consent'],
      ['n6', 'applicant.marital'],
    ]);
  });
});
