import { type LetterDefinition, letterFile } from '../../../contract/letters.ts';
import { type VillageFile, villageFile } from '../../../contract/village.ts';

/** Letters and an office for tests; not the catalogue's, so that nobody who edits that changes a test. */

const both = (id: string) => ({ id, en: id });

const person = [
  { id: 'name', type: 'name', ask: both('Siapa namanya?'), label: both('Nama') },
  { id: 'nik', type: 'nik', ask: both('Berapa NIK-nya?'), label: both('NIK') },
  { id: 'birth_place', type: 'text', ask: both('Lahir di mana?'), label: both('Tempat lahir') },
  { id: 'birth_date', type: 'date', ask: both('Lahir kapan?'), label: both('Tanggal lahir') },
  {
    id: 'sex',
    type: 'choice',
    ask: both('Laki-laki atau perempuan?'),
    label: both('Jenis kelamin'),
    options: [
      { id: 'male', label: both('Laki-laki') },
      { id: 'female', label: both('Perempuan') },
    ],
  },
  { id: 'occupation', type: 'text', ask: both('Apa pekerjaannya?'), label: both('Pekerjaan'), required: false },
  { id: 'address', type: 'paragraph', ask: both('Di mana alamatnya?'), label: both('Alamat') },
];

const common = {
  kind: 'letter',
  purpose: both('Untuk dipakai'),
  requirements: [],
  offered: 'kiosk',
  validityDays: null,
  signing: { level: 'head' },
  standard: {
    procedure: [both('Ajukan')],
    minutes: 15,
    fee: 0,
    product: both('Surat'),
    legalBasis: [],
    version: '1',
    date: '2026-11-01',
  },
};

const identity = [
  ['Nama', '{applicant.name}'],
  ['NIK', '{applicant.nik}'],
  ['Tempat/Tanggal lahir', '{applicant.birth_place}, {applicant.birth_date}'],
  ['Jenis kelamin', '{applicant.sex}'],
  ['Pekerjaan', '{applicant.occupation}'],
  ['Alamat', '{applicant.address}'],
];
const opening = {
  text: 'Yang bertanda tangan di bawah ini {head.title} pada kantor {office.name}, Kecamatan {office.district}, Kabupaten {office.regency}, menerangkan dengan sebenarnya bahwa:',
};
const closing = {
  text: 'Demikian surat keterangan ini dibuat dengan sebenarnya untuk dapat dipergunakan sebagaimana mestinya.',
};

const definition = (file: object): LetterDefinition => letterFile.parse({ ...common, ...file }) as LetterDefinition;

const business = definition({
  id: 'sk_usaha',
  name: both('Surat Keterangan Usaha'),
  category: 'usaha',
  validityDays: 30,
  numbering: { classCode: '500.2.2.4' },
  sections: [
    { id: 'applicant', title: both('Pemohon'), fields: person },
    {
      id: 'business',
      title: both('Usaha'),
      fields: [
        { id: 'name', type: 'text', ask: both('Apa nama usahanya?'), label: both('Nama usaha'), required: false },
        { id: 'kind', type: 'text', ask: both('Apa jenisnya?'), label: both('Jenis usaha') },
        { id: 'address', type: 'paragraph', ask: both('Di mana?'), label: both('Alamat usaha') },
        { id: 'since', type: 'year', ask: both('Sejak tahun berapa?'), label: both('Mulai usaha') },
        {
          id: 'turnover',
          type: 'rupiah',
          ask: both('Berapa omzetnya?'),
          label: both('Omzet sebulan'),
          required: false,
        },
        { id: 'purpose', type: 'text', ask: both('Untuk apa suratnya?'), label: both('Keperluan') },
      ],
    },
  ],
  papers: [
    {
      id: 'letter',
      title: 'Surat Keterangan Usaha',
      body: [
        opening,
        { rows: identity },
        {
          text: 'Orang tersebut di atas adalah benar-benar penduduk {office.name} dan sampai dengan surat ini dibuat memiliki usaha sebagai berikut:',
        },
        { section: 'business', without: ['purpose'] },
        { text: 'Surat keterangan ini diberikan untuk keperluan {for}.' },
        closing,
      ],
    },
  ],
});

const poor = definition({
  id: 'sktm',
  name: both('Surat Keterangan Tidak Mampu'),
  category: 'sosial',
  numbering: { classCode: '400.9.14' },
  signing: { level: 'head', knownBy: 'camat', knownByAlways: false },
  sections: [
    { id: 'applicant', title: both('Pemohon'), fields: person },
    {
      id: 'need',
      title: both('Keperluan'),
      fields: [
        {
          id: 'kind',
          type: 'choice',
          ask: both('Untuk apa?'),
          label: both('Keperluan'),
          options: [
            { id: 'health', label: both('Berobat'), print: 'pengurusan bantuan biaya pengobatan' },
            { id: 'school', label: both('Sekolah'), print: 'pengurusan keringanan biaya pendidikan' },
          ],
        },
        {
          id: 'school',
          type: 'text',
          ask: both('Sekolah mana?'),
          label: both('Sekolah'),
          when: { field: 'need.kind', is: ['school'] },
        },
        { id: 'income', type: 'rupiah', ask: both('Berapa penghasilannya?'), label: both('Penghasilan') },
        { id: 'phone', type: 'phone', ask: both('Berapa nomor HP-nya?'), label: both('Nomor HP'), required: false },
      ],
    },
  ],
  papers: [
    {
      id: 'letter',
      title: 'Surat Keterangan Tidak Mampu',
      body: [
        opening,
        { rows: identity },
        {
          text: 'Berdasarkan data yang ada, orang tersebut benar-benar berasal dari keluarga tidak mampu dengan penghasilan {need.income} sebulan ({need.phone}).',
        },
        {
          text: 'Surat keterangan ini diberikan untuk {need.kind} di {need.school}.',
          when: { field: 'need.kind', is: ['school'] },
        },
        {
          text: 'Surat keterangan ini diberikan untuk {need.kind}.',
          when: { field: 'need.kind', is: ['health'] },
        },
        closing,
      ],
    },
  ],
});

const statement = definition({
  id: 'spm',
  name: both('Surat Pernyataan Miskin'),
  category: 'sosial',
  numbering: { classCode: '400.9.14' },
  signing: { level: 'applicant', knownBy: 'head' },
  delegation: {
    authority: both('penerbitan Surat Pernyataan Miskin'),
    from: 'Bupati Banyuwangi',
    to: 'Kepala Desa',
    legalBasis: 'Peraturan Bupati Banyuwangi tentang Pelimpahan Kewenangan',
    validFrom: '2025-01-01',
  },
  sections: [{ id: 'applicant', title: both('Pemohon'), fields: person }],
  papers: [
    {
      id: 'letter',
      title: 'Surat Pernyataan Miskin',
      body: [
        { text: 'Yang bertanda tangan di bawah ini, saya:' },
        { section: 'applicant' },
        {
          text: 'dengan ini menyatakan bahwa saya termasuk keluarga miskin dan tidak mampu membayar biaya pengobatan.',
        },
        {
          text: 'Pernyataan ini saya buat dengan sebenarnya; apabila di kemudian hari ternyata tidak benar, saya bersedia dituntut sesuai dengan ketentuan yang berlaku.',
        },
      ],
    },
  ],
});

const heirs = definition({
  id: 'sk_ahli_waris',
  name: both('Surat Keterangan Ahli Waris'),
  category: 'hukum',
  offered: 'desk',
  numbering: { classCode: '400.12.3.1' },
  signing: { level: 'head', knownBy: 'camat' },
  sections: [
    { id: 'applicant', title: both('Pemohon'), fields: person },
    {
      id: 'deceased',
      title: both('Pewaris'),
      fields: [
        { id: 'name', type: 'name', ask: both('Siapa?'), label: both('Nama') },
        { id: 'died', type: 'date', ask: both('Kapan?'), label: both('Meninggal tanggal') },
        { id: 'hour', type: 'time', ask: both('Jam berapa?'), label: both('Waktu'), required: false },
      ],
    },
    {
      id: 'heirs',
      title: both('Ahli waris'),
      most: 12,
      fields: [
        { id: 'name', type: 'name', ask: both('Siapa?'), label: both('Nama') },
        { id: 'nik', type: 'nik', ask: both('NIK?'), label: both('NIK') },
        { id: 'birth_date', type: 'date', ask: both('Lahir?'), label: both('Tanggal lahir') },
        { id: 'relation', type: 'text', ask: both('Hubungan?'), label: both('Hubungan') },
        { id: 'address', type: 'paragraph', ask: both('Alamat?'), label: both('Alamat') },
      ],
    },
  ],
  papers: [
    {
      id: 'letter',
      title: 'Surat Keterangan Ahli Waris',
      body: [
        opening,
        { rows: [['Nama', 'almarhum {deceased.name}']] },
        { text: 'telah meninggal dunia pada tanggal {deceased.died} {deceased.hour}, dan meninggalkan ahli waris:' },
        {
          table: 'heirs',
          columns: [
            ['Nama', 'name'],
            ['NIK', 'nik'],
            ['Tanggal lahir', 'birth_date'],
            ['Hubungan', 'relation'],
            ['Alamat', 'address'],
          ],
        },
        closing,
      ],
      cosigners: [
        { role: 'Pemohon,', name: '{applicant.name}', dutyStamp: true },
        { role: 'Saksi I,', name: 'Slamet Riyadi' },
        { role: 'Saksi II,', name: 'Sumarti' },
      ],
    },
  ],
});

const police = definition({
  id: 'sk_hilang',
  name: both('Surat Pengantar Laporan Kehilangan'),
  category: 'umum',
  numbering: { classCode: '300.1.4' },
  validityDays: 7,
  sections: [{ id: 'applicant', title: both('Pemohon'), fields: person }],
  papers: [
    {
      id: 'letter',
      title: 'Surat Pengantar Laporan Kehilangan',
      model: 'Model K-1',
      to: ['Kepada', 'Yth. Kapolsek {office.district}', 'di Tempat'],
      body: [
        opening,
        { section: 'applicant', without: ['occupation'] },
        { text: 'Berlaku sampai {validUntil}.' },
        closing,
      ],
    },
  ],
});

export const sampleLetters = { business, poor, statement, heirs, police };

/** A whole office; a test says what differs. */
export function sampleVillage(other: object = {}): VillageFile {
  return villageFile.parse({
    code: '35.10.05.2008',
    name: 'Tambakrejo',
    district: 'Muncar',
    regency: 'Banyuwangi',
    province: 'Jawa Timur',
    address: 'Jalan Raya Pelabuhan Nomor 12 Tambakrejo',
    postcode: '68472',
    contact: 'Telepon (0333) 590123, tambakrejo@example.id',
    unitCode: '429.511.08',
    officials: [
      { id: 'kades', name: 'H. Achmad Fauzi, S.Sos.', position: 'Kepala Desa', signsAs: 'own' },
      {
        id: 'sekdes',
        name: 'Dewi Lestari, S.E.',
        position: 'Sekretaris Desa',
        nip: '198503172010012004',
        rank: 'Penata Tk. I',
        signsAs: 'a.n.',
      },
      { id: 'kasi', name: 'Bambang Wijaya', position: 'Kasi Pelayanan', signsAs: 'u.b.' },
    ],
    camat: { name: 'Drs. Sugeng Hariyadi, M.Si.', nip: '197001011995031002' },
    queueService: 'surat',
    ...other,
  });
}

export const sampleApplicant = {
  'applicant.name': 'Siti Aminah',
  'applicant.nik': '3510054508900003',
  'applicant.birth_place': 'Banyuwangi',
  'applicant.birth_date': '1990-08-05',
  'applicant.sex': 'female',
  'applicant.occupation': 'Pedagang ikan',
  'applicant.address': 'Dusun Palurejo RT 003 RW 002, Desa Tambakrejo, Kecamatan Muncar, Kabupaten Banyuwangi',
};

export const sampleValues = {
  business: {
    ...sampleApplicant,
    'business.name': 'UD Fiskal Efisien',
    'business.kind': 'Perdagangan ikan segar dan hasil laut',
    'business.address': 'Pasar Ikan Muncar Blok C Nomor 14',
    'business.since': '2015',
    'business.turnover': '1500000',
    'business.purpose': 'pengajuan Kredit Usaha Rakyat (KUR) pada bank',
  },
  poor: {
    ...sampleApplicant,
    'need.kind': 'school',
    'need.school': 'SMP Negeri 1 Muncar',
    'need.income': '750000',
    'need.phone': '+6281234567890',
  },
  statement: sampleApplicant,
  heirs: {
    ...sampleApplicant,
    'deceased.name': 'Mohammad Sholeh',
    'deceased.died': '2026-01-02',
    'deceased.hour': '13:45',
    ...Object.fromEntries(
      Array.from({ length: 12 }, (_, i) => {
        const section = i === 0 ? 'heirs' : `heirs_${i + 1}`;
        return [
          [`${section}.name`, `Muhammad Nur Hidayatullah Al Fatih Putra Pratama Wijayakusuma ke-${i + 1}`],
          [`${section}.nik`, `35100512${String(i + 1).padStart(2, '0')}800001`],
          [`${section}.birth_date`, `1980-${String(i + 1).padStart(2, '0')}-12`],
          [`${section}.relation`, 'Anak kandung'],
          [`${section}.address`, 'Dusun Palurejo RT 003 RW 002, Desa Tambakrejo'],
        ];
      }).flat(),
    ),
  },
  police: sampleApplicant,
};
