import type { LetterValues, RequestState, RequestStep } from '../../../contract/documents.ts';
import type { LetterDefinition } from '../../../contract/letters.ts';
import { possibleFields } from '../../../contract/letters-whole.ts';
import type { ResidentColumn } from '../../../contract/residents.ts';
import { written } from '../letters/written-values.ts';
import type { Resident } from '../residents/resident-rows.ts';
import type { SoughtPerson } from './rules.ts';

/** What the office keeps of a request, as a person may have it. Times are ISO 8601. */
export interface KnownRequest {
  readonly tracking: string;
  readonly letter: string;
  /** Undefined where the village has no such letter any more. */
  readonly definition: LetterDefinition | undefined;
  readonly state: RequestState;
  readonly filedAt: string;
  /** Somebody else made it, and it names the person: then only what is about the person is here. */
  readonly ofOther: boolean;
  readonly phone: string | null;
  readonly answers: LetterValues;
  readonly corrections: readonly { place: string; value: string | null; at: string; by: string }[];
  readonly events: readonly { step: RequestStep; at: string; by: string; note: string | null }[];
  readonly readers: readonly { at: string; by: string; letter: boolean }[];
  readonly letters: readonly {
    number: string;
    title: string;
    date: string;
    state: 'issued' | 'void';
    /** Base64; null: not made yet, or somebody else's. */
    pdf: string | null;
  }[];
}

export interface KnownPerson {
  readonly office: string;
  readonly at: string;
  readonly person: SoughtPerson;
  readonly resident: Resident | null;
  readonly requests: readonly KnownRequest[];
}

/** Everything that is kept of a person, as JSON that reads as plain Indonesian. */
export function personFile({ office, at, person, resident, requests }: KnownPerson): string {
  const file = {
    keterangan: `Salinan data pribadi yang disimpan oleh ${office} (UU 27/2022, Pasal 7).`,
    dibuat: at,
    orang: { NIK: person.nik, Nama: person.name },
    'daftar penduduk': resident && residentEntry(resident),
    permohonan: requests.map(requestEntry),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

function residentEntry(resident: Resident): Record<string, string | null> {
  return Object.fromEntries(
    (Object.keys(residentLabels) as ResidentColumn[]).map((column) => [residentLabels[column], resident[column]]),
  );
}

function requestEntry(request: KnownRequest): object {
  const fields = new Map((request.definition ? possibleFields(request.definition) : []).map((its) => [its.place, its]));
  const label = (place: string) => {
    const its = fields.get(place);
    if (!its) return place;
    const [, serial] = /_(\d+)$/.exec(its.instance.slice(its.section.id.length)) ?? [];
    return `${its.section.title.id}${serial ? ` ${serial}` : ''}: ${its.field.label.id}`;
  };
  const value = (place: string, raw: string | null) => {
    const its = fields.get(place);
    return raw !== null && its ? written(its.field, raw) : raw;
  };
  return {
    'kode pelacakan': request.tracking,
    surat: request.letter,
    keadaan: stateWords[request.state],
    diajukan: request.filedAt,
    ...(request.ofOther ? { catatan: 'Diajukan oleh orang lain; hanya bagian tentang Anda yang disalin.' } : {}),
    'nomor telepon': request.phone,
    jawaban: Object.fromEntries(
      Object.entries(request.answers).map(([place, raw]) => [label(place), value(place, raw)]),
    ),
    'isian sebelum dibetulkan': request.corrections.map(({ place, value: raw, at, by }) => ({
      isian: label(place),
      'nilai lama': value(place, raw),
      waktu: at,
      oleh: by,
    })),
    riwayat: request.events.map(({ step, at, by, note }) => ({
      langkah: stepWords[step],
      waktu: at,
      oleh: by,
      ...(note === null ? {} : { catatan: note }),
    })),
    'dibaca oleh': request.readers.map(({ at, by, letter }) => ({
      yang: letter ? 'surat' : 'permohonan',
      waktu: at,
      oleh: by,
    })),
    'surat terbit': request.letters.map(({ number, title, date, state, pdf }) => ({
      nomor: number,
      jenis: title,
      tanggal: date,
      keadaan: state === 'void' ? 'batal' : 'terbit',
      'PDF (base64)': pdf,
    })),
  };
}

const residentLabels: Readonly<Record<ResidentColumn, string>> = {
  nik: 'NIK',
  kk: 'Nomor KK',
  name: 'Nama',
  birth_place: 'Tempat lahir',
  birth_date: 'Tanggal lahir',
  sex: 'Jenis kelamin',
  religion: 'Agama',
  marital_status: 'Status perkawinan',
  occupation: 'Pekerjaan',
  address: 'Alamat',
  rt: 'RT',
  rw: 'RW',
  hamlet: 'Dusun',
};

const stateWords: Readonly<Record<RequestState, string>> = {
  submitted: 'diajukan',
  checking: 'diperiksa',
  incomplete: 'belum lengkap',
  awaiting_signature: 'menunggu tanda tangan',
  awaiting_camat: 'menunggu camat',
  ready: 'siap diambil',
  collected: 'sudah diambil',
  rejected: 'ditolak',
  cancelled: 'dibatalkan',
  expired: 'kedaluwarsa',
};

const stepWords: Readonly<Record<RequestStep, string>> = {
  file: 'diajukan',
  check: 'mulai diperiksa',
  ask: 'diminta melengkapi',
  resume: 'diperiksa lagi',
  approve: 'disetujui dan diberi nomor',
  signed: 'ditandatangani',
  camat_signed: 'ditandatangani camat',
  hand_over: 'diserahkan',
  reject: 'ditolak',
  cancel: 'dibatalkan',
  expire: 'kedaluwarsa',
  undo: 'langkah terakhir dibatalkan',
};
