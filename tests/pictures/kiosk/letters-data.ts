import type { FiledRequest, LetterCard, LetterInfo, TrackedRequest } from '../../../contract/documents.ts';
import type { LetterDefinition, LetterField, LetterFile, LetterRequirement } from '../../../contract/letters.ts';
import type { VerifiedLetter } from '../../../renderer/kiosk/letters/letters-client.ts';

/** A few letters of a village, as the hub would tell of them. */

const both = (id: string, en: string) => ({ id, en });
const field = (
  id: string,
  type: LetterField['type'],
  ask: [string, string],
  label: [string, string],
  change: Partial<LetterField> = {},
): LetterField => ({
  id,
  type,
  ask: both(...ask),
  label: both(...label),
  required: true,
  asked: 'kiosk',
  future: false,
  ...change,
});

const applicant: LetterField[] = [
  field('nik', 'nik', ['Berapa NIK Anda?', 'What is your NIK?'], ['NIK', 'NIK'], {
    help: both('Enam belas angka di KTP atau Kartu Keluarga.', 'The sixteen digits on the ID or family card.'),
  }),
  field('name', 'name', ['Siapa nama lengkap Anda?', 'What is your full name?'], ['Nama lengkap', 'Full name'], {
    help: both('Seperti tertulis di KTP.', 'As it stands on the ID card.'),
  }),
  field('birth_place', 'text', ['Di mana Anda lahir?', 'Where were you born?'], ['Tempat lahir', 'Place of birth']),
  field('birth_date', 'date', ['Kapan Anda lahir?', 'When were you born?'], ['Tanggal lahir', 'Date of birth']),
  field('religion', 'choice', ['Apa agama Anda?', 'What is your religion?'], ['Agama', 'Religion'], {
    options: [
      ['islam', 'Islam', 'Islam'],
      ['kristen', 'Kristen', 'Protestant'],
      ['katolik', 'Katolik', 'Catholic'],
      ['hindu', 'Hindu', 'Hindu'],
      ['buddha', 'Buddha', 'Buddhist'],
      ['khonghucu', 'Khonghucu', 'Confucian'],
      ['kepercayaan', 'Kepercayaan terhadap Tuhan Yang Maha Esa', 'Belief in the One God'],
    ].map(([id = '', name = '', english = '']) => ({ id, label: both(name, english) })),
  }),
  field('address', 'paragraph', ['Di mana alamat rumah Anda?', 'What is your home address?'], ['Alamat', 'Address'], {
    help: both('Dusun, RT dan RW.', 'Hamlet, RT and RW.'),
  }),
];

const requirement = (
  id: string,
  name: [string, string],
  kind: LetterRequirement['kind'],
  change: Partial<LetterRequirement> = {},
): LetterRequirement => ({
  id,
  name: both(...name),
  kind,
  rtRw: false,
  ikd: false,
  optional: false,
  ...change,
});
const papers = [
  requirement('ktp', ['KTP-el', 'Identity card (KTP-el)'], 'show', { ikd: true }),
  requirement('kk', ['Kartu Keluarga', 'Family card (KK)'], 'copy'),
  requirement('rt', ['Surat pengantar RT/RW', 'Letter of introduction of RT/RW'], 'show', { rtRw: true }),
  requirement('photo', ['Foto tempat usaha', 'Photograph of the business'], 'show', { optional: true }),
];

const procedure = [
  both('Isi di anjungan dan ambil nomor antrean.', 'Fill it in at the kiosk and take a queue number.'),
  both('Petugas memeriksa berkas di loket.', 'Staff check the papers at the counter.'),
  both('Kepala Desa menandatangani surat.', 'The head of the village signs the letter.'),
  both('Surat diserahkan kepada pemohon.', 'The letter is handed to the applicant.'),
];
const common = (id: string, name: [string, string], purpose: [string, string], everyday: number) => ({
  id,
  name: both(...name),
  purpose: both(...purpose),
  words: ['toko', 'warung', 'kredit'],
  everyday,
  units: ['desa' as const],
  active: true,
  sensitive: false,
});
const standard = (minutes: number | null, product: [string, string]): LetterFile['standard'] => ({
  procedure,
  minutes,
  fee: 0,
  product: both(...product),
  legalBasis: ['UU 6/2014 tentang Desa', 'Peraturan Bupati Banyuwangi tentang pelimpahan kewenangan'],
  version: '1.0',
  date: '2026-08-01',
});
const rest = {
  signing: { level: 'head', knownBy: null, knownByAlways: true, mandate: true },
  numbering: { classCode: '500.2', register: 'surat_keterangan' },
  validityDays: 30,
  papers: [
    { id: 'main', title: 'SURAT KETERANGAN USAHA', to: [], body: [{ text: '…', align: 'justify' }], cosigners: [] },
  ],
} satisfies Partial<LetterDefinition>;

const section = (id: string, title: [string, string], fields: LetterField[]) => ({
  id,
  title: both(...title),
  fields,
  most: 1,
});

const business: LetterDefinition = {
  ...common(
    'sku',
    ['Surat keterangan usaha', 'Letter about a business'],
    ['Untuk kredit usaha atau bantuan', 'For a business loan or aid'],
    1,
  ),
  ...rest,
  category: 'usaha',
  kind: 'letter',
  offered: 'kiosk',
  requirements: papers,
  standard: standard(20, ['Surat keterangan usaha', 'A letter about the business']),
  delegation: {
    authority: both('Surat keterangan usaha mikro', 'Letters about micro businesses'),
    from: 'Bupati Banyuwangi',
    to: 'Kepala Desa',
    legalBasis: 'Peraturan Bupati Banyuwangi 22/2024',
    validFrom: '2024-06-01',
  },
  sections: [
    section('applicant', ['Pemohon', 'Applicant'], applicant),
    section(
      'business',
      ['Usaha', 'Business'],
      [
        field('name', 'text', ['Apa nama usahanya?', 'What is the business called?'], ['Nama usaha', 'Business name'], {
          help: both('Misalnya: Warung Bu Siti.', 'For example: Warung Bu Siti.'),
          required: false,
        }),
        field('kind', 'choice', ['Usahanya bergerak di bidang apa?', 'What kind of business?'], ['Bidang', 'Kind'], {
          options: [
            ['trade', 'Dagang', 'Trade'],
            ['food', 'Makanan', 'Food'],
            ['other', 'Lainnya', 'Other'],
          ].map(([id = '', name = '', english = '']) => ({ id, label: both(name, english) })),
        }),
        field(
          'address',
          'paragraph',
          ['Di mana tempat usahanya?', 'Where is the business?'],
          ['Alamat usaha', 'Business address'],
          {
            sameAs: { field: 'applicant.address', label: both('Sama dengan alamat rumah', 'Same as the home address') },
          },
        ),
        field('since', 'year', ['Sejak tahun berapa usahanya?', 'Since which year?'], ['Sejak', 'Since'], {
          min: 1950,
        }),
        field('capital', 'rupiah', ['Berapa modal usahanya?', 'How much capital?'], ['Modal', 'Capital'], {
          required: false,
        }),
        field('opens', 'time', ['Jam berapa usahanya buka?', 'When does it open?'], ['Jam buka', 'Opens'], {
          required: false,
        }),
        field(
          'people',
          'number',
          ['Berapa orang yang bekerja?', 'How many people work there?'],
          ['Pekerja', 'Workers'],
          {
            unit: both('orang', 'people'),
            max: 500,
          },
        ),
      ],
    ),
  ],
};

const loss: LetterDefinition = {
  ...business,
  ...common(
    'kehilangan',
    ['Surat keterangan kehilangan', 'Letter about a loss'],
    ['Untuk kepolisian', 'For the police'],
    11,
  ),
  category: 'umum',
  sections: [
    {
      ...section(
        'items',
        ['Barang yang hilang', 'Lost items'],
        [
          field('kind', 'choice', ['Apa yang hilang?', 'What was lost?'], ['Barang', 'Item'], {
            options: [
              ['ktp', 'KTP-el', 'ID card'],
              ['sim', 'SIM', 'Driving licence'],
              ['stnk', 'STNK', 'Vehicle registration'],
            ].map(([id = '', name = '', english = '']) => ({ id, label: both(name, english) })),
          }),
        ],
      ),
      most: 5,
    },
  ],
};

const heirs: LetterDefinition = {
  ...common(
    'ahli_waris',
    ['Surat pernyataan ahli waris', 'Declaration of heirs'],
    ['Untuk warisan dan tabungan', 'For an inheritance or savings'],
    6,
  ),
  ...rest,
  category: 'hukum',
  kind: 'letter',
  offered: 'desk',
  deskReason: both('Semua ahli waris harus hadir bersama dua saksi.', 'All heirs must come, with two witnesses.'),
  requirements: [...papers.slice(0, 3), requirement('death', ['Akta kematian', 'Death certificate'], 'copy')],
  standard: standard(null, ['Surat pernyataan ahli waris', 'A declaration of heirs']),
  sections: [section('applicant', ['Pemohon', 'Applicant'], applicant)],
};

const birth: LetterFile = {
  ...common(
    'akta_lahir',
    ['Akta kelahiran', 'Birth certificate'],
    ['Dibuat Dispendukcapil, gratis', 'Made by the civil registry, free'],
    7,
  ),
  kind: 'redirect',
  category: 'kependudukan',
  requirements: [
    requirement('birth', ['Surat keterangan lahir dari bidan', 'Notice of birth of the midwife'], 'show'),
    ...papers.slice(0, 2),
    requirement('marriage', ['Buku nikah', 'Marriage book'], 'copy'),
  ],
  standard: standard(3 * 1440, ['Akta kelahiran', 'Birth certificate']),
  redirect: {
    to: both('Dinas Kependudukan dan Pencatatan Sipil', 'the Civil Registry Office'),
    address: both('Jl. Letkol Istiqlah 52, Banyuwangi', 'Jl. Letkol Istiqlah 52, Banyuwangi'),
    assisted: both('Lewat Smart Kampung, tanpa ke kota.', 'Through Smart Kampung, without going to town.'),
  },
};

const more: [string, [string, string], [string, string], LetterCard['category'], number | null][] = [
  [
    'sktm',
    ['Surat keterangan tidak mampu', 'Letter of need'],
    ['Untuk sekolah, berobat, atau bantuan', 'For school, health care or aid'],
    'sosial',
    2,
  ],
  [
    'domisili',
    ['Surat keterangan domisili', 'Letter of residence'],
    ['Bukti tempat tinggal', 'Proof of where you live'],
    'kependudukan',
    3,
  ],
  [
    'skck',
    ['Surat pengantar SKCK', 'Letter for a police clearance'],
    ['Untuk kepolisian', 'For the police'],
    'hukum',
    4,
  ],
  [
    'belum_menikah',
    ['Surat keterangan belum menikah', 'Letter of not being married'],
    ['Untuk melamar kerja atau menikah', 'For a job or a marriage'],
    'kependudukan',
    5,
  ],
  [
    'penghasilan',
    ['Surat keterangan penghasilan orang tua', 'Letter about the income of parents'],
    ['Untuk beasiswa', 'For a scholarship'],
    'sosial',
    8,
  ],
  [
    'kematian',
    ['Surat keterangan kematian', 'Notice of death'],
    ['Untuk akta kematian', 'For a death certificate'],
    'kependudukan',
    9,
  ],
  [
    'nikah',
    ['Surat pengantar nikah (N1)', 'Letter for a marriage (N1)'],
    ['Untuk KUA', 'For the marriage registrar'],
    'kependudukan',
    10,
  ],
  [
    'tanah',
    ['Surat keterangan riwayat tanah', 'Letter on the history of land'],
    ['Untuk sertifikat', 'For a certificate'],
    'pertanahan',
    null,
  ],
  [
    'kehilangan',
    ['Surat keterangan kehilangan', 'Letter about a loss'],
    ['Untuk kepolisian', 'For the police'],
    'umum',
    null,
  ],
  [
    'kerja',
    ['Surat izin orang tua bekerja di luar negeri', 'Consent of parents to work abroad'],
    ['Untuk calon pekerja migran', 'For migrant workers'],
    'ketenagakerjaan',
    null,
  ],
];

const cardOf = (file: LetterFile): LetterCard => ({
  id: file.id,
  kind: file.kind,
  name: file.name,
  category: file.category,
  purpose: file.purpose,
  words: file.words,
  everyday: file.everyday ?? null,
  offered: file.kind === 'letter' ? file.offered : 'desk',
});

export const letterCards: LetterCard[] = [
  ...[business, heirs, birth].map(cardOf),
  ...more.map(([id, name, purpose, category, everyday]) => ({
    id,
    kind: 'letter' as const,
    name: both(...name),
    category,
    purpose: both(...purpose),
    words: [],
    everyday,
    offered: 'kiosk' as const,
  })),
];

/** A letter nobody has drawn here is like the one about a business. */
export const letterInfo = (id: string): LetterInfo => ({
  definition: [heirs, birth, loss].find((file) => file.id === id) ?? business,
  queueService: 'service-c',
  assisted: true,
});

export const filed: FiledRequest = {
  requestId: '0198e2f0-7a31-7c55-9f0e-2f6d1b0c4a30',
  tracking: '7K2M-9QXD',
  ticket: { id: '0198e2f0-7a31-7c55-9f0e-2f6d1b0c4a31', number: 'C018', peopleAhead: 12 },
  closed: null,
  promisedAt: '2026-11-24T10:30:00+07:00',
  printJobId: '0198e2f0-7a31-7c55-9f0e-2f6d1b0c4a32',
};

export const tracked: TrackedRequest = {
  state: 'submitted',
  since: '2026-11-24T08:50:00+07:00',
  promisedAt: '2026-11-24T10:30:00+07:00',
  message: null,
  cancellable: true,
};

/** What the list of residents fills in of the letter about a business. */
export const match = {
  id: '0198e2f0-7a31-7c55-9f0e-2f6d1b0c4a33',
  stored: ['name', 'birth_place', 'birth_date', 'religion', 'address'].map((id) => `applicant.${id}`),
};

export const verified = {
  result: 'issued',
  number: '500.2.2.4/017/35.10.07.2003/2026',
  kind: 'Surat Keterangan Usaha (SKU)',
  date: '2026-11-12',
  name: 'S*** A******',
  issuer: 'Desa Tambakrejo',
  now: 'issued',
  listDate: null,
} satisfies VerifiedLetter;
