import { calendarFile, loungeFile, servicesFile } from '../../../contract/catalogue.ts';
import type { Device } from '../../../contract/devices.ts';
import type { Integration } from '../../../contract/integrations.ts';
import type { MediaFile } from '../../../contract/media.ts';
import type { KioskOutlet, ProbeReport } from '../../../contract/printing.ts';
import type { SettingsSnapshot, SettingsVersion } from '../../../contract/settings.ts';
import type { Account } from '../../../contract/staff.ts';
import type { UpdateState } from '../../../contract/updates.ts';
import calendar from '../../../resources/catalogue/calendar.json' with { type: 'json' };
import lounge from '../../../resources/catalogue/lounge.json' with { type: 'json' };
import services from '../../../resources/catalogue/services.json' with { type: 'json' };
import { counterInfo, morning as counterMorning, desk, job, people, printer, session } from '../counter/data.ts';
import { well } from '../diagnostics/data.ts';
import { at } from '../kiosk/data.ts';
import { backupState, places } from './backup-data.ts';
import { fleetState } from './fleet-data.ts';
import { office } from './letters.ts';
import type { Scene } from './stand-in.ts';
import { dueLetters, foundPerson, residentPreview, residentState, retentionState } from './village-data.ts';

/** The same Tuesday morning, seen by the supervisor. */

export const dewi = { id: people[4]?.id ?? '', name: 'Dewi Lestari' };

/** Four squares of the house's colours. */
const logo =
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAIUlEQVR42mN4IlqIFTEMBQlmu0SsiGEoSJxnvoEVMQxGCQALzGAB9vXQ/gAAAABJRU5ErkJggg==';

const loungeContent = loungeFile.parse({
  ...lounge,
  texts: [
    { id: 'Siapkan KTP dan Kartu Keluarga.', en: 'Have your ID card and family card ready.' },
    { id: 'Semua layanan di sini gratis.', en: 'All services here are free.' },
  ],
});
export const settings: SettingsSnapshot = {
  at,
  revision: 12,
  lounge: loungeContent,
  calendar: calendarFile.parse(calendar),
  services: servicesFile.parse(services),
  undo: null,
  closedNow: [],
};
export const withLogo: SettingsSnapshot = { ...settings, lounge: { ...loungeContent, logo } };

export const ramadan: SettingsSnapshot = {
  ...settings,
  calendar: calendarFile.parse({
    ...calendar,
    special: [
      ...calendar.special,
      {
        from: '2027-02-08',
        to: '2027-03-09',
        name: { id: 'Jam Ramadan', en: 'Ramadan hours' },
        hours: { office: { mon: ['08:00-12:00', '12:30-14:00'], fri: ['08:00-11:30'] } },
      },
    ],
  }),
};

const version = (
  revision: number,
  part: SettingsVersion['part'],
  act: SettingsVersion['act'],
  when: string,
  name: string | null,
): SettingsVersion => ({ revision, part, act, at: when, by: { id: name ?? 'file', name } });

export const versions: SettingsVersion[] = [
  version(12, 'lounge', 'saved', '2026-11-24T08:52:00+07:00', 'Dewi Lestari'),
  version(11, 'services', 'undone', '2026-11-24T08:31:00+07:00', 'Dewi Lestari'),
  version(10, 'services', 'saved', '2026-11-23T16:02:00+07:00', 'Agus Prasetyo'),
  version(9, 'calendar', 'file', '2026-11-20T07:10:00+07:00', null),
  version(8, 'lounge', 'saved', '2026-11-12T13:40:00+07:00', 'Dewi Lestari'),
];

export const accounts: Account[] = [
  ...people.slice(0, 4).map(({ id, name }, n) => ({
    id,
    name,
    role: (['operator', 'operator', 'verifier', 'signer'] as const)[n] ?? 'operator',
    active: true,
    lastSignedInAt: `2026-11-24T07:${25 + n}:00+07:00`,
  })),
  { ...dewi, role: 'supervisor', active: true, lastSignedInAt: '2026-11-24T07:20:00+07:00' },
  { id: people[5]?.id ?? '', name: 'Muhammad Rizki', role: 'operator', active: false, lastSignedInAt: null },
];

export const device = (id: string, kind: Device['kind'], name: string, change: Partial<Device> = {}): Device => ({
  id,
  kind,
  name,
  pairedAt: '2026-11-02T10:00:00+07:00',
  lastSeenAt: '2026-11-24T09:14:00+07:00',
  connected: true,
  lockedSeconds: null,
  display: kind === 'display' ? { volume: null, counters: null, language: 'id' } : null,
  ...change,
});

export const devices: Device[] = [
  device('kiosk-1', 'kiosk', 'Anjungan 1', { pairedAt: null }),
  device('kiosk-2', 'kiosk', 'Anjungan 2'),
  device('pc-1', 'counter', 'PC loket 1'),
  device('pc-3', 'counter', 'PC loket 3'),
  device('tv-1', 'display', 'Layar ruang tunggu'),
  device('tv-2', 'display', 'Layar teras', {
    display: { volume: 0.45, counters: ['1', '2'], language: 'en' },
    connected: false,
    lastSeenAt: '2026-11-23T15:01:00+07:00',
  }),
];

export const programs: Integration[] = [
  {
    id: '0198e2f0-4444-7000-8000-000000000001',
    name: 'Papan data kabupaten',
    scopes: ['queue:read', 'counters:read', 'statistics:read', 'display:write'],
    madeAt: '2026-11-12T13:40:00+07:00',
    madeBy: dewi,
    lastUsedAt: '2026-11-24T09:13:00+07:00',
  },
  {
    id: '0198e2f0-4444-7000-8000-000000000002',
    name: 'Sistem informasi desa se-Kecamatan Glagah, bagian pelayanan',
    scopes: ['statistics:read'],
    madeAt: '2026-11-03T08:15:00+07:00',
    madeBy: { id: 'b', name: 'Raden Ayu Kusumaningtyas Widyawati Hadiningrat' },
    lastUsedAt: '2026-11-20T16:02:00+07:00',
  },
  {
    id: '0198e2f0-4444-7000-8000-000000000003',
    name: 'Situs web kabupaten',
    scopes: ['queue:read'],
    madeAt: '2026-11-24T08:40:00+07:00',
    madeBy: dewi,
    lastUsedAt: null,
  },
];

const file = (name: string, change: Partial<MediaFile> = {}): MediaFile => ({
  name,
  kind: 'picture',
  version: '1',
  bytes: 1_240_000,
  problem: null,
  unplayable: [],
  ...change,
});
export const files: MediaFile[] = [
  file('imunisasi.png'),
  file('pajak.png', { bytes: 860_000 }),
  file('profil desa.mp4', { kind: 'video', bytes: 48_300_000, unplayable: ['Layar teras'] }),
  file('tegak.png', { bytes: 2_050_000 }),
];
export const troubledFiles: MediaFile[] = [
  ...files,
  file('catatan rapat.txt', { kind: null, bytes: 1_200, problem: 'type' }),
  file('foto panorama bupati bersama seluruh perangkat desa.jpg', { bytes: 9_900_000, problem: 'damaged' }),
  file('film.mp4', { kind: 'video', bytes: 412_000_000, problem: 'too_large' }),
];

const fingerprint = 'q8Jk2xYv0bWmT4nR7uLd1sEfGhA9cPzQ-iOoKt3VX5M';

export const report: ProbeReport = {
  at: '2026-11-24T09:02:00+07:00',
  uri: 'tcp://192.168.1.50:9100',
  carries: 'replies',
  condition: 'ready',
  maker: 'EPSON',
  model: 'TM-T82III',
  firmware: '1.05 ESC/POS',
  realtime: ['12', '12', '12', '12'],
  queue: true,
  completion: true,
  automatic: true,
  evidence: 'completion',
  profile: { dots: 576, cutter: true, qr: 'native' },
};
/** What most cheap 58 mm printers on a USB cable say. */
export const silentReport: ProbeReport = {
  ...report,
  uri: 'usb:',
  carries: 'bytes',
  maker: null,
  model: null,
  firmware: null,
  realtime: [null, null, null, null],
  queue: false,
  completion: false,
  automatic: false,
  evidence: 'bytes',
  profile: { dots: 384, cutter: false, qr: 'raster' },
};

const outlets: KioskOutlet[] = [
  {
    device: 'kiosk-1',
    name: 'Anjungan 1',
    own: true,
    outlet: { kind: 'network', uri: 'tcp://192.168.1.50:9100' },
    paper: 80,
    profile: report.profile,
    condition: 'ready',
    probed: report,
  },
  {
    device: 'kiosk-2',
    name: 'Anjungan 2',
    own: false,
    outlet: { kind: 'machine' },
    paper: 58,
    profile: silentReport.profile,
    condition: 'paper_low',
    probed: null,
  },
];

export const updateState: UpdateState = {
  version: '1.4.0',
  installed: [
    { version: '1.4.0', at: '2026-11-11T02:14:00+07:00' },
    { version: '1.3.2', at: '2026-09-02T01:46:00+07:00' },
    { version: '1.3.0', at: '2026-07-14T09:20:00+07:00' },
  ],
  off: null,
  wrong: null,
  channel: 'stable',
  server: 'anjungan.kabupaten.example.go.id',
  quietHours: { from: '01:00', until: '04:00' },
  onProbation: false,
  checking: false,
  lastCheck: { at: '2026-11-24T08:02:00+07:00', answer: 'up_to_date' },
  offered: null,
  pausedUntil: null,
  failed: [],
};

export const morning: Scene = {
  ...counterMorning,
  session: { ...session, person: { ...dewi, role: 'supervisor' }, counter: null },
  people,
  page: 'today',
  diagnostics: well,
  diagnosticsEnd: 'done',
  settings,
  firstStart: false,
  preview: { ok: true, consequences: [] },
  history: versions,
  accounts,
  devices,
  outlets,
  probe: report,
  programs,
  pairing: {
    code: '7Q4K-M2XV',
    expiresAt: '2026-11-24T09:19:20+07:00',
    addresses: ['https://192.168.1.10:8443', 'https://anjungan.local:8443'],
    fingerprint,
  },
  sounds: [{ device: 'tv-1', sound: 'on', lastSpoken: 31, seconds: 4 }],
  letterPrinters: {
    office: 'Kantor_Desa',
    own: { 'pc-3': 'Loket_3_lama' },
    queues: [
      { name: 'Kantor_Desa', state: 'printing' },
      { name: 'Ruang_Kades', state: 'stopped' },
    ],
  },
  media: { files, most: 40, largest: { picture: 10_000_000, video: 200_000_000 } },
  office,
  display: {
    at,
    timeZone: 'Asia/Jakarta',
    name: loungeContent.name,
    counters: [],
    calls: [],
    announcements: [],
    missed: [],
    texts: [],
    nextBreak: null,
    shows: { counters: null, language: 'id' },
    sound: { volume: 0.9, mutedUntil: null, english: false },
  },
  lan: {
    enabled: true,
    interface: 'enp3s0',
    port: 8443,
    running: true,
    problem: null,
    fingerprint,
    addresses: ['https://192.168.1.10:8443', 'https://anjungan.local:8443'],
  },
  trust: {
    own: {
      id: '2rmoHC2e',
      issuer: 'Desa Tambakrejo, Kecamatan Muncar',
      x: '_8HPEOfQ2zKWrYAoVhi0bw9O9qKp7erY-VNz3P5H8kI',
    },
    list: { sequence: 12, date: '2026-11-01', takenAt: '2026-11-02T08:14:00+07:00', from: 'feed', offices: 189 },
    signer: 'q8Jk2xYv0bWmT4nR7uLd1sEfZt5Hs9wKc3LpXe6VbQy',
    feed: 'https://anjungan.example.go.id/daftar-desa.jws',
    fed: { at: '2026-11-24T08:20:00+07:00', result: 'same' },
  },
  interfaces: [
    { name: 'enp3s0', address: '192.168.1.10' },
    { name: 'wlp2s0', address: '10.20.30.40' },
  ],
  unserved: ['C013', 'C018', 'C014', 'C015', 'K004', 'C016', 'C017'].map((number, n) => ({
    id: `0198e2f0-3333-7000-8000-00000000000${n}`,
    number,
    serviceId: `service-${number[0]?.toLowerCase() ?? ''}`,
    state: 'waiting',
    takenAt: at,
  })),
  ended: ['C013', 'C018', 'C014', 'C015', 'K004', 'C016', 'C017'].map((number) => ({
    number,
    next: {
      number: `${number[0] ?? ''}00${['C013', 'C018', 'C014', 'C015', 'C016', 'C017'].indexOf(number) + 1 || 1}`,
      day: '2026-11-25',
    },
  })),
  cancelled: ['C041', 'C042', 'C043', 'C044'],
  job: job({ state: 'done' }),
  residents: residentState,
  residentPreview,
  readAnyway: false,
  retention: retentionState,
  fleet: fleetState,
  updates: updateState,
  due: dueLetters,
  foundPerson,
  backup: backupState,
  places,
};

/** A morning on which much needs somebody. */
export const troubled: Partial<Scene> = {
  snapshots: {
    ...morning.snapshots,
    '1': {
      ...desk,
      counter: counterInfo('1', { state: 'paused', pauseReason: 'prayer' }),
      holder: { id: 'b', name: 'Raden Ayu Kusumaningtyas Widyawati Hadiningrat' },
      help: [{ id: '0198e2f0-2222-7000-8000-000000000001', device: 'Anjungan 1', state: 'calling', seconds: 20 }],
      printers: [
        printer(1, { condition: 'paper_out', waiting: 2 }),
        printer(2, { condition: 'unreachable', stopped: 'unknown', toCheck: 2 }),
      ],
    },
  },
  devices: devices.map((one) => (one.id === 'pc-3' ? { ...one, lockedSeconds: 260 } : one)),
  sounds: [{ device: 'tv-1', sound: 'blocked', lastSpoken: null, seconds: 4 }],
  display: { ...morning.display, sound: { ...morning.display.sound, mutedUntil: '2026-11-24T09:40:00+07:00' } },
  settings: {
    ...settings,
    closedNow: ['service-a', 'service-f'].map((serviceId) => ({
      serviceId,
      reason: { id: 'Sistem sedang gangguan', en: 'The system is down' },
      until: '2026-11-24T13:00:00+07:00',
      since: at,
      by: dewi,
    })),
  },
};
