import type { LoungeSnapshot } from '../../../contract/lounge.ts';
import type { Availability, IssuedTicket, QueueSnapshot, Service, Ticket } from '../../../contract/queue.ts';
import { filed, tracked, verified } from './letters-data.ts';
import type { Scene } from './stand-in.ts';

/** A Tuesday morning in the lounge. */

export const at = '2026-11-24T09:14:20+07:00';
export const open: Availability = { open: true, closesAt: '2026-11-24T15:00:00+07:00' };

export const closed = (
  reason: Extract<Availability, { open: false }>['reason'],
  reopensAt: string | null,
  notice: { id: string; en: string } | null = null,
): Availability => ({ open: false, reason, reopensAt, notice });

const tomorrow = '2026-11-25T07:30:00+07:00';
export const afternoon = '2026-11-24T13:00:00+07:00';
export const closings = {
  holiday: closed('holiday', '2026-11-30T07:30:00+07:00', { id: 'Hari Natal', en: 'Christmas Day' }),
  closed_today: closed('closed_today', tomorrow),
  before_opening: closed('before_opening', afternoon),
  break: closed('break', afternoon),
  after_last_ticket: closed('after_last_ticket', tomorrow),
  after_closing: closed('after_closing', tomorrow),
  quota_reached: closed('quota_reached', tomorrow),
  line_too_long: closed('line_too_long', tomorrow),
  closed_now: closed('closed_now', afternoon, { id: 'Sistem sedang terganggu', en: 'The system is down' }),
};

const ktp = { id: 'KTP', en: 'ID card (KTP)' };
const kk = { id: 'Kartu Keluarga', en: 'Family card (KK)' };

type Sketch = [letter: string, id: string, en: string, icon: string, hue: string, agency: string, waiting: number];

const sketches: readonly Sketch[] = [
  ['A', 'Administrasi kependudukan', 'Civil registration', 'id-card', '#1b7f8c', 'dukcapil', 3],
  ['C', 'Surat keterangan desa', 'Village letters', 'file-text', '#a63d14', 'desa', 12],
  ['F', 'Perizinan usaha mikro', 'Micro business permits', 'store', '#3b5ba9', 'setda', 0],
  ['K', 'Bantuan sosial dan bedah rumah', 'Social aid and house repair', 'house-heart', '#8e2c57', 'dinsos', 2],
  ['L', 'Pengaduan dan informasi', 'Complaints and information', 'message-circle', '#55660f', 'setda', 0],
  ['R', 'Pajak daerah (PBB)', 'Regional tax (PBB)', 'landmark', '#6e6779', 'bapenda', 0],
];
const more: readonly Sketch[] = [
  ['E', 'Akta kelahiran', 'Birth certificates', 'baby', '#7a4b12', 'dukcapil', 4],
  ['H', 'Pindah datang', 'Moving in and out', 'house', '#1f6b4f', 'dukcapil', 1],
  ['J', 'Rujukan kesehatan', 'Health referrals', 'stethoscope', '#a02b45', 'dinkes', 0],
  ['M', 'BPJS Kesehatan', 'Health insurance (BPJS)', 'heart-pulse', '#2f7d4a', 'dinkes', 8],
  ['N', 'Kartu pencari kerja', 'Job seeker cards', 'briefcase', '#474c9e', 'disnaker', 0],
  ['Q', 'Pertanian dan pupuk', 'Farming and fertilizer', 'wheat', '#6b5a0e', 'pertanian', 0],
  ['S', 'Beasiswa dan sekolah', 'Scholarships and schools', 'graduation-cap', '#25607f', 'pendidikan', 5],
  ['V', 'Bantuan hukum', 'Legal aid', 'scale', '#5a3e36', 'setda', 0],
];

const service = ([letter, id, en, icon, hue, agencyId, waiting]: Sketch): Service => ({
  id: `service-${letter.toLowerCase()}`,
  letter,
  name: { id, en },
  agencyId,
  icon,
  hue,
  bring: [ktp, kk],
  paused: null,
  availability: letter === 'R' ? closings.break : open,
  waiting,
  promise:
    letter === 'R' ? null : { point: waiting * 4, fromMinutes: waiting * 3, toMinutes: waiting * 5, notBefore: null },
});

export const agencies = [
  { id: 'dukcapil', name: { id: 'Dinas Kependudukan dan Pencatatan Sipil', en: 'Civil Registry Office' } },
  { id: 'desa', name: { id: 'Pemerintah desa', en: 'Village government' } },
  { id: 'dinsos', name: { id: 'Dinas Sosial', en: 'Social Affairs Office' } },
  { id: 'setda', name: { id: 'Sekretariat Daerah', en: 'Regional Secretariat' } },
  { id: 'bapenda', name: { id: 'Badan Pendapatan Daerah', en: 'Regional Revenue Office' } },
  { id: 'dinkes', name: { id: 'Dinas Kesehatan', en: 'Health Office' } },
  { id: 'disnaker', name: { id: 'Dinas Tenaga Kerja', en: 'Labour Office' } },
  { id: 'pertanian', name: { id: 'Dinas Pertanian dan Pangan', en: 'Agriculture and Food Office' } },
  { id: 'pendidikan', name: { id: 'Dinas Pendidikan', en: 'Education Office' } },
];

export const six = sketches.map(service);
export const fourteen = [...sketches, ...more].map(service);

/** The longest name there really is, a line of 120 across the break. */
export const longNamed: Service = {
  ...(six[0] as Service),
  name: {
    id: 'Pelayanan Administrasi Kependudukan dan Pencatatan Sipil Kecamatan',
    en: 'District Population Administration and Civil Registration Services',
  },
  bring: [ktp, kk, { id: 'Surat pengantar RT/RW', en: 'cover letter of RT/RW' }],
  waiting: 120,
  promise: { point: 260, fromMinutes: 231, toMinutes: 291, notBefore: afternoon },
};

export const queueOf = (services: readonly Service[]): QueueSnapshot => ({
  at,
  serviceDay: '2026-11-24',
  agencies,
  services: [...services],
  calls: [
    { callSeq: 31, number: 'C012', counterId: '3', counterName: { id: 'Loket 3', en: 'Counter 3' }, calledAt: at },
    { callSeq: 30, number: 'A020', counterId: '1', counterName: { id: 'Loket 1', en: 'Counter 1' }, calledAt: at },
  ],
});

export const house: LoungeSnapshot = {
  at,
  name: { id: 'Lounge Pelayanan Publik', en: 'Public Service Lounge' },
  place: { id: 'Kabupaten Banyuwangi', en: 'Banyuwangi Regency' },
  desk: { id: 'meja informasi', en: 'the information desk' },
  complaints: { id: 'Pengaduan: meja informasi', en: 'Complaints: information desk' },
  timeZone: 'Asia/Jakarta',
  unitType: 'lounge',
  logo: null,
  slipOutlet: 'below',
  spareLetter: 'X',
  defaults: { highContrast: false, text: 100, lowered: false },
  clockConfirmed: true,
  powerReturnedAt: null,
  printer: 'ready',
  space: 'enough',
  help: null,
};

export const number: IssuedTicket = {
  id: '0198e2f0-7a31-7c55-9f0e-2f6d1b0c4a18',
  number: 'C018',
  serviceDay: '2026-11-24',
  position: 13,
  peopleAhead: 12,
  promise: { point: 48, fromMinutes: 36, toMinutes: 60, notBefore: null },
  printJobId: '0198e2f0-7a31-7c55-9f0e-2f6d1b0c4a19',
};

/** C018, taken half an hour ago. */
export const checked: Ticket = {
  id: number.id,
  number: number.number,
  serviceId: 'service-c',
  serviceDay: number.serviceDay,
  state: 'waiting',
  priority: null,
  takenAt: '2026-11-24T08:44:20+07:00',
  calledAt: null,
  counterId: null,
  canBeCalledBack: false,
  position: 5,
  peopleAhead: 4,
  promise: number.promise,
  printJobId: number.printJobId,
};

/** An office's own pictures, as PNG: one that is wide, one like a shield, and one that a disk has eaten. */
export const logos = {
  wide: 'iVBORw0KGgoAAAANSUhEUgAAAFAAAAAYCAYAAABtGnqsAAAAe0lEQVR42u3ZwQnAIAyF4WzQZZynFBzYkey1BNqDJlKT/8Fb4PMSExGyJsdZuy4qA2hvRWsCD8RJuC/IVq4euQBaAlrgacQ0gJZ4T0QAAQTQHdADL9VoAyCAAAK4SbdC/OPjAAhgUECvv3AqQI9tDICMLmykuYlwlYubG3C7hC0X4DOlAAAAAElFTkSuQmCC',
  shield:
    'iVBORw0KGgoAAAANSUhEUgAAABQAAAAcCAYAAABh2p9gAAAAS0lEQVR42mN4Es7/X7q+h2qYYdTAUQNHDRw1cNRAGhkIAiBDqYUZYICqhlHDUAZcgKqGkWMoA7GAqoYRYygDuYCqhmEzlIFagFjDAD7g60LXJFzNAAAAAElFTkSuQmCC',
  broken: 'iVBORw0KGgo=',
};

export const morning: Scene = {
  queue: queueOf(six),
  lounge: house,
  up: true,
  job: { state: 'sending', printer: 'ready', asks: false, tear: false, elsewhere: null },
  reprint: null,
  answerError: null,
  ticket: number,
  takeError: null,
  helpError: false,
  checked: null,
  preferences: {},
  manyFeatures: false,
  filed,
  tracked,
  residents: null,
  verified,
  logo: null,
};
