import type {
  LetterCard,
  RegisterEntry,
  RequestBoard,
  RequestPage,
  RequestRow,
  RequestState,
} from '../../../contract/documents.ts';
import type { LetterPrint, LetterPrinterBoard } from '../../../contract/letter-printing.ts';
import type { LetterDefinition, LetterField, LetterFile, LetterRequirement } from '../../../contract/letters.ts';
import type { RegisterPage, Verdict } from '../../../renderer/client/staff-client.ts';

/** A village's letters on the same Tuesday morning. */
export interface LettersScene {
  board: RequestBoard;
  cards: LetterCard[];
  /** The one that a clerk fills in. */
  filled: LetterFile;
  rows: RequestRow[];
  /** When there are more than the rows. */
  total: number | null;
  page: RequestPage;
  ofTicket: string | null;
  register: RegisterPage;
  printer: LetterPrinterBoard;
  /** Of every code. */
  verdict: Verdict;
  /** Base64; put in by the script, which can read files. */
  pdf: string;
  /** How every question ends, when not well. */
  fault: string | null;
}

const both = (id: string, en: string) => ({ id, en });
const uuid = (n: number) => `0198e2f0-6666-7000-8000-${String(n).padStart(12, '0')}`;
const today = (time: string) => `2026-11-24T${time}:00+07:00`;

const field = (
  id: string,
  type: LetterField['type'],
  label: { id: string; en: string },
  change: Partial<LetterField> = {},
): LetterField => ({ id, type, ask: label, label, required: true, asked: 'kiosk', future: false, ...change });

const person: LetterField[] = [
  field('name', 'name', both('Nama lengkap', 'Full name')),
  field('nik', 'nik', both('NIK', 'NIK')),
  field('kk', 'kk', both('Nomor KK', 'KK number'), { required: false }),
  field('birth_place', 'text', both('Tempat lahir', 'Place of birth')),
  field('birth_date', 'date', both('Tanggal lahir', 'Date of birth')),
  field('sex', 'choice', both('Jenis kelamin', 'Sex'), {
    options: [
      { id: 'male', label: both('Laki-laki', 'Male') },
      { id: 'female', label: both('Perempuan', 'Female') },
    ],
  }),
  field('religion', 'choice', both('Agama', 'Religion'), {
    options: [
      { id: 'islam', label: both('Islam', 'Islam') },
      { id: 'hindu', label: both('Hindu', 'Hinduism') },
    ],
  }),
  field('work', 'text', both('Pekerjaan', 'Occupation')),
  field('address', 'paragraph', both('Alamat', 'Address')),
];

const requirement = (
  id: string,
  name: { id: string; en: string },
  kind: LetterRequirement['kind'],
  change: Partial<LetterRequirement> = {},
): LetterRequirement => ({ id, name, kind, rtRw: false, ikd: false, optional: false, ...change });

const sku: LetterDefinition = {
  id: 'sku',
  kind: 'letter',
  name: both('Surat Keterangan Usaha', 'Business Statement'),
  category: 'usaha',
  purpose: both('Menerangkan bahwa warga mempunyai usaha', 'States that a resident runs a business'),
  words: ['sku', 'usaha', 'warung'],
  everyday: 2,
  units: ['desa', 'kelurahan'],
  active: true,
  sensitive: false,
  requirements: [
    requirement('ktp', both('KTP pemohon', 'KTP of the applicant'), 'show', { ikd: true }),
    requirement('kk', both('Kartu Keluarga', 'Family card (KK)'), 'copy'),
    requirement('rt_rw', both('Surat pengantar RT/RW', 'Letter of introduction of the RT/RW'), 'copy', { rtRw: true }),
    requirement('photo', both('Foto tempat usaha', 'Photo of the place of business'), 'show', { optional: true }),
  ],
  standard: {
    procedure: [both('Ajukan di anjungan', 'File at the kiosk')],
    minutes: 60,
    fee: 0,
    product: both('Surat Keterangan Usaha', 'Business Statement'),
    legalBasis: [],
    version: '1',
    date: '2026-11-24',
  },
  offered: 'kiosk',
  sections: [
    { id: 'applicant', title: both('Pemohon', 'Applicant'), fields: person, most: 1 },
    {
      id: 'business',
      title: both('Usaha', 'Business'),
      most: 1,
      fields: [
        field('name', 'text', both('Nama usaha', 'Name of the business')),
        field('kind', 'text', both('Jenis usaha', 'Kind of business')),
        field('since', 'year', both('Berdiri sejak', 'Since')),
        field('address', 'paragraph', both('Alamat usaha', 'Address of the business'), {
          sameAs: { field: 'applicant.address', label: both('Sama dengan alamat rumah', 'Same as the home address') },
        }),
        field('turnover', 'rupiah', both('Omzet sebulan', 'Turnover a month'), { required: false }),
        field('staff', 'number', both('Tenaga kerja', 'Workers'), { required: false, unit: both('orang', 'people') }),
      ],
    },
    {
      id: 'use',
      title: both('Keperluan', 'Purpose'),
      most: 1,
      fields: [
        field('for', 'paragraph', both('Digunakan untuk', 'To be used for')),
        field('bank', 'text', both('Nama bank', 'Name of the bank'), { required: false, asked: 'desk' }),
      ],
    },
  ],
  signing: { level: 'head', knownBy: null, knownByAlways: true, mandate: true },
  numbering: { classCode: '500.2.2.4', register: 'surat_keterangan' },
  validityDays: 90,
  papers: [
    {
      id: 'letter',
      title: 'SURAT KETERANGAN USAHA',
      to: [],
      body: [{ text: 'Menerangkan bahwa', align: 'justify' }],
      cosigners: [],
    },
  ],
};

/** Several heirs, each with their own answers. */
export const heirs: LetterDefinition = {
  ...sku,
  id: 'ahli_waris',
  name: both('Surat Pernyataan Ahli Waris', 'Statement of Heirs'),
  offered: 'desk',
  sections: [
    {
      id: 'deceased',
      title: both('Almarhum/almarhumah', 'The deceased'),
      most: 1,
      fields: [
        field('name', 'name', both('Nama lengkap', 'Full name')),
        field('died', 'date', both('Tanggal meninggal', 'Date of death')),
        field('time', 'time', both('Jam meninggal', 'Time of death'), { required: false }),
      ],
    },
    {
      id: 'heirs',
      title: both('Ahli waris', 'Heir'),
      most: 8,
      fields: [
        field('name', 'name', both('Nama lengkap', 'Full name')),
        field('nik', 'nik', both('NIK', 'NIK')),
        field('relation', 'choice', both('Hubungan', 'Relation'), {
          options: [
            { id: 'wife', label: both('Istri', 'Wife') },
            { id: 'child', label: both('Anak', 'Child') },
          ],
        }),
        field('birth_date', 'date', both('Tanggal lahir', 'Date of birth')),
      ],
    },
  ],
};

const names: readonly (readonly [string, string, string])[] = [
  ['sku', 'Surat Keterangan Usaha', 'Business Statement'],
  ['domisili', 'Surat Keterangan Domisili', 'Statement of Residence'],
  ['sktm', 'Surat Keterangan Tidak Mampu', 'Statement of Insufficient Means'],
  ['skck', 'Surat Pengantar SKCK', 'Introduction for a Police Record'],
  ['belum_menikah', 'Surat Keterangan Belum Menikah', 'Statement of Being Unmarried'],
  ['nikah', 'Surat Pengantar Nikah (N1–N4)', 'Introduction for Marriage (N1–N4)'],
  ['kelahiran', 'Surat Keterangan Kelahiran', 'Statement of Birth'],
  ['kematian', 'Surat Keterangan Kematian', 'Statement of Death'],
  ['penghasilan', 'Surat Keterangan Penghasilan', 'Statement of Income'],
  ['kehilangan', 'Surat Keterangan Kehilangan', 'Statement of Loss'],
  ['ahli_waris', 'Surat Pernyataan Ahli Waris', 'Statement of Heirs'],
  ['tanah', 'Surat Keterangan Riwayat Tanah', 'Statement of Land History'],
  ['jalan', 'Surat Jalan', 'Travel Letter'],
  ['beda_nama', 'Surat Keterangan Beda Nama', 'Statement of Two Names'],
  ['keramaian', 'Surat Pengantar Izin Keramaian', 'Introduction for a Public Event Permit'],
  ['kk', 'Kartu Keluarga', 'Family Card (KK)'],
];
const cards: LetterCard[] = names.map(([id, name, english], at) => ({
  id,
  kind: id === 'kk' ? 'redirect' : 'letter',
  name: both(name, english),
  category: 'umum',
  purpose: both(name, english),
  words: [id],
  everyday: at < 10 ? at + 1 : null,
  offered: id === 'ahli_waris' || id === 'tanah' ? 'desk' : 'kiosk',
}));

let made = 0;
const row = (
  state: RequestState,
  applicant: string,
  letterId: string,
  tracking: string,
  change: Partial<RequestRow> = {},
): RequestRow => {
  const card = cards.find(({ id }) => id === letterId);
  made += 1;
  return {
    id: uuid(made),
    tracking,
    letterId,
    letterName: card?.name ?? sku.name,
    state,
    applicant,
    filedAt: today('08:21'),
    since: today('08:21'),
    promisedAt: today('10:20'),
    ticketId: uuid(900 + made),
    ticketNumber: `C0${String(made + 20).padStart(2, '0')}`,
    sensitive: letterId === 'sktm',
    ...change,
  };
};

const rows: RequestRow[] = [
  row('submitted', 'Siti Aminah', 'sku', '7K2M-9QXD', { ticketNumber: 'C012', filedAt: today('09:02') }),
  row('submitted', 'Muhammad Rizki Pratama', 'domisili', '4TWB-2HNA'),
  row('checking', 'Ni Wayan Kartini', 'sktm', 'R8EM-5PKC', { promisedAt: today('09:00'), since: today('08:40') }),
  row('incomplete', 'Raden Ayu Kusumaningtyas Widyawati Hadiningrat', 'nikah', 'B3ZV-77QX', {
    since: '2026-11-23T10:12:00+07:00',
    promisedAt: null,
    ticketNumber: null,
  }),
  row('awaiting_signature', 'Budi Santoso', 'skck', 'M5GT-D0WE', { promisedAt: today('09:10') }),
  row('awaiting_signature', 'Agus Prasetyo', 'kehilangan', 'J9AC-8RRN'),
  row('awaiting_signature', 'Dewi Lestari', 'penghasilan', 'X1YD-6FHK'),
  row('awaiting_signature', "Ni'mah binti H. Sa'id", 'belum_menikah', 'P4QQ-1ZTB'),
  row('awaiting_camat', 'Slamet Riyadi', 'keramaian', 'H2NV-3KMS', { promisedAt: '2026-11-26T10:00:00+07:00' }),
  row('ready', 'Hasan Basri', 'kelahiran', 'W6CE-4XPA', { promisedAt: today('08:50'), ticketNumber: null }),
  row('ready', 'Sri Wahyuni', 'domisili', 'D8TR-0GJM', { ticketNumber: null }),
  row('collected', 'Wahyu Hidayat', 'sku', 'K7HB-2NQE', { since: today('08:05') }),
  row('rejected', '', 'domisili', 'A3MX-9VWC', { since: '2026-08-03T10:00:00+07:00', ticketNumber: null }),
];

const counts: Partial<Record<RequestState, number>> = {};
for (const { state } of rows) counts[state] = (counts[state] ?? 0) + 1;

const values: Record<string, string> = {
  'applicant.name': 'Siti Aminah',
  'applicant.nik': '3510054508900001',
  'applicant.kk': '3510050101120007',
  'applicant.birth_place': 'Banyuwangi',
  'applicant.birth_date': '1990-08-05',
  'applicant.sex': 'female',
  'applicant.religion': 'islam',
  'applicant.work': 'Wiraswasta',
  'applicant.address': 'Dusun Krajan RT 02 RW 01, Desa Tambakrejo, Kecamatan Muncar',
  'business.name': 'Warung Bu Siti',
  'business.kind': 'Warung makan dan sembako',
  'business.since': '2019',
  'business.address': 'Dusun Krajan RT 02 RW 01, Desa Tambakrejo, Kecamatan Muncar',
  'business.turnover': '4500000',
  'business.staff': '2',
  'use.for': 'Pengajuan Kredit Usaha Rakyat (KUR) di bank',
};

const first = rows[0] as RequestRow;
const by = 'Siti Aminah';
const filed = {
  step: 'file' as const,
  state: 'submitted' as const,
  at: today('09:02'),
  by: 'Anjungan 1',
  note: null,
  undone: false,
};
const began = { step: 'check' as const, state: 'checking' as const, at: today('09:08'), by, note: null, undone: false };

export const checkingPage: RequestPage = {
  ...first,
  state: 'checking',
  since: today('09:08'),
  definition: sku,
  forWhom: 'self',
  broughtAll: true,
  values,
  corrected: ['business.name'],
  unconfirmed: [],
  warnings: [
    { field: 'applicant.nik', warning: 'outside_district' },
    { field: 'applicant.birth_date', warning: 'birth_date' },
  ],
  requirements: [
    { id: 'ktp', state: 'ok', by, at: today('09:09') },
    { id: 'kk', state: 'missing', by, at: today('09:10') },
    { id: 'rt_rw', state: 'unchecked', by: null, at: null },
    { id: 'photo', state: 'unchecked', by: null, at: null },
  ],
  phone: '+6281234567890',
  letters: [],
  steps: ['ask', 'reject', 'cancel'],
  obstacles: ['requirements'],
  signers: [
    { id: 'kades', name: 'H. Ahmad Fauzi, S.Sos.', position: 'Kepala Desa', signsAs: 'own' },
    { id: 'sekdes', name: 'Rina Wulandari, S.E.', position: 'Sekretaris Desa', signsAs: 'a.n.' },
    { id: 'kasi', name: 'Bambang Irawan', position: 'Kasi Pelayanan', signsAs: 'u.b.' },
  ],
  level: 'head',
  events: [filed, began],
};

const allOk = checkingPage.requirements.map((one) => ({ ...one, state: 'ok' as const, by, at: today('09:10') }));
const issued = {
  id: uuid(700),
  paperId: 'letter',
  title: 'Surat Keterangan Usaha',
  number: '500.2.2.4/017/429.511.08/2026',
  date: '2026-11-24',
  state: 'issued' as const,
  render: 'rendered' as const,
};
const approved = {
  step: 'approve' as const,
  state: 'awaiting_signature' as const,
  at: today('09:12'),
  by,
  note: null,
  undone: false,
};

/** The same request, further on. */
export const pages = {
  submitted: {
    ...checkingPage,
    state: 'submitted',
    corrected: [],
    warnings: [],
    requirements: allOk.map((one) => ({ ...one, state: 'unchecked', by: null, at: null })),
    steps: ['check', 'cancel'],
    obstacles: [],
    events: [filed],
  },
  approvable: { ...checkingPage, requirements: allOk, steps: ['approve', 'ask', 'reject', 'cancel'], obstacles: [] },
  listed: {
    ...checkingPage,
    requirements: allOk,
    corrected: [],
    warnings: [],
    unconfirmed: ['birth_place', 'birth_date', 'sex', 'religion', 'work', 'address'].map((id) => `applicant.${id}`),
    obstacles: ['unconfirmed'],
  },
  caseByCase: {
    ...checkingPage,
    definition: { ...sku, signing: { ...sku.signing, knownBy: 'camat', knownByAlways: false } },
    requirements: allOk,
    steps: ['approve', 'ask', 'reject', 'cancel'],
    obstacles: [],
  },
  blocked: {
    ...checkingPage,
    requirements: allOk,
    values: { ...values, 'business.kind': '' },
    signers: [],
    obstacles: ['values', 'clock', 'official'],
  },
  incomplete: {
    ...checkingPage,
    state: 'incomplete',
    steps: ['resume', 'cancel', 'undo'],
    events: [
      filed,
      began,
      { ...began, step: 'ask', state: 'incomplete', at: today('09:11'), note: 'Mohon bawa: Kartu Keluarga.' },
    ],
  },
  signature: {
    ...checkingPage,
    state: 'awaiting_signature',
    requirements: allOk,
    letters: [issued],
    steps: ['signed', 'undo'],
    obstacles: [],
    events: [filed, began, approved],
  },
  camat: {
    ...checkingPage,
    state: 'awaiting_camat',
    requirements: allOk,
    letters: [issued],
    steps: ['camat_signed', 'undo'],
    obstacles: [],
    events: [filed, began, approved],
  },
  making: {
    ...checkingPage,
    state: 'awaiting_signature',
    requirements: allOk,
    letters: [
      { ...issued, render: 'queued' },
      { ...issued, id: uuid(701), number: '500.2.2.4/016/429.511.08/2026', state: 'void' },
      { ...issued, id: uuid(702), number: '500.2.2.4/018/429.511.08/2026', render: 'failed' },
    ],
    steps: [],
    obstacles: [],
    events: [filed, began, { ...approved, undone: true }, { ...approved, at: today('09:13') }],
  },
  ready: {
    ...checkingPage,
    state: 'ready',
    requirements: allOk,
    letters: [issued],
    steps: ['hand_over', 'undo'],
    obstacles: [],
    events: [filed, began, approved, { ...approved, step: 'signed', state: 'ready', at: today('09:13') }],
  },
  purged: {
    ...checkingPage,
    state: 'rejected',
    applicant: '',
    phone: null,
    ticketNumber: null,
    promisedAt: null,
    values: {},
    corrected: [],
    warnings: [],
    requirements: [],
    steps: [],
    obstacles: [],
    events: [filed, { ...began, step: 'reject', state: 'rejected', at: today('09:11'), note: null }],
  },
  heirs: {
    ...checkingPage,
    definition: heirs,
    letterName: heirs.name,
    broughtAll: true,
    forWhom: 'other',
    sensitive: true,
    values: {
      'deceased.name': 'Sukarno bin Kasan',
      'deceased.died': '2026-11-02',
      'deceased.time': '04:30',
      'heirs.name': 'Sulastri',
      'heirs.nik': '3510054408520002',
      'heirs.relation': 'wife',
      'heirs.birth_date': '1952-08-04',
      'heirs_2.name': 'Raden Ayu Kusumaningtyas Widyawati Hadiningrat',
      'heirs_2.nik': '3510050107800003',
      'heirs_2.relation': 'child',
    },
    corrected: [],
    warnings: [{ field: 'heirs.birth_date', warning: 'century' }],
  },
} as const satisfies Record<string, RequestPage>;

const entry = (seq: number, change: Partial<RegisterEntry> = {}): RegisterEntry => ({
  id: uuid(500 + seq),
  register: 'surat_keterangan',
  year: 2026,
  seq,
  number: `500.2.2.4/${String(seq).padStart(3, '0')}/429.511.08/2026`,
  date: seq > 14 ? '2026-11-24' : '2026-11-23',
  subject: names[seq % names.length]?.[1] ?? '',
  addressee: rows[seq % 11]?.applicant ?? '',
  state: 'issued',
  reason: null,
  signedBy: 'H. Ahmad Fauzi, S.Sos.',
  handedOverAt: seq > 15 ? null : today('08:40'),
  handedOverBy: seq > 15 ? null : 'Siti Aminah',
  ...change,
});

export const register: RegisterPage = {
  entries: [
    entry(18, { state: 'reserved', subject: 'Surat undangan musyawarah dusun', addressee: '', signedBy: '' }),
    entry(17),
    entry(16, { state: 'void', reason: 'Salah cetak nama', addressee: 'Budi Santoso' }),
    ...Array.from({ length: 12 }, (_, at) => entry(15 - at)),
  ],
  total: 218,
  registers: ['surat_keterangan', 'surat_keluar', 'surat_nikah'],
};

/** A print of the letters of `pages`, newest first. */
const print = (nth: number, change: Partial<LetterPrint>): LetterPrint => ({
  id: uuid(800 + nth),
  letterId: uuid(700 + nth),
  requestId: first.id,
  number: issued.number,
  title: issued.title,
  queue: 'Kantor_Desa',
  copies: 1,
  state: 'queued',
  reason: null,
  retryAt: null,
  at: today('09:13'),
  since: today('09:13'),
  by,
  ...change,
});
const printedBy = (...prints: LetterPrint[]): LetterPrinterBoard => ({
  at: today('09:14'),
  queue: 'Kantor_Desa',
  prints,
});

/** The office's printer of letters in each of its moods; the page has two papers. */
export const printers = {
  ready: printedBy(),
  sent: printedBy(print(0, { state: 'sent' }), print(1, { state: 'queued', copies: 2 })),
  done: printedBy(print(0, { state: 'done' }), print(1, { state: 'done' })),
  trouble: printedBy(
    print(0, { state: 'failed', reason: 'stopped', retryAt: today('09:15') }),
    print(1, { state: 'unknown', reason: 'interrupted' }),
  ),
  paper: printedBy(print(0, { state: 'sent', reason: 'no_paper' }), print(1, { state: 'failed', reason: 'no_queue' })),
} as const satisfies Record<string, LetterPrinterBoard>;

/** Two papers that wait for their signature. */
export const twoPapers: RequestPage = {
  ...pages.signature,
  letters: [issued, { ...issued, id: uuid(701), number: '500.2.2.4/018/429.511.08/2026', title: 'Surat Pernyataan' }],
};
export const verdicts = {
  valid: {
    result: 'issued',
    number: '500.2.2.4/017/429.511.08/2026',
    kind: 'Surat Keterangan Usaha',
    date: '2026-11-24',
    name: 'S*** A******',
    issuer: 'Desa Tambakrejo',
    now: 'issued',
    listDate: null,
  },
  false: { result: 'false' },
  unknown: { result: 'unknown_issuer' },
} as const satisfies Record<string, Verdict>;

export const villageLetters: LettersScene = {
  board: { at: today('09:14'), revision: 41, counts, signerPin: false },
  cards,
  filled: sku,
  rows,
  total: null,
  page: checkingPage,
  ofTicket: first.id,
  register,
  printer: { at: today('09:14'), queue: null, prints: [] },
  verdict: verdicts.valid,
  pdf: '',
  fault: null,
};
