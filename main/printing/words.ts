import type { TicketSlip } from './slip.ts';

type Language = NonNullable<TicketSlip['language']>;
type WaitPromise = NonNullable<TicketSlip['promise']>;

/** The words of a ticket on paper. Times of day are written as the language does: 13.00 or 13:00. */
interface TicketWords {
  readonly yourNumber: string;
  readonly priority: string;
  ahead(people: number): string;
  wait(minutes: Pick<WaitPromise, 'fromMinutes' | 'toMinutes'>): string;
  /** A wait that a break lies in, as times of day. */
  waitFrom(from: DateWords, to: DateWords): string;
  waitAfter(end: DateWords): string;
  /** Another matter of the same person. */
  follows(number: string): string;
  /** The place on a later day of somebody who was not served. */
  replaces(number: string): string;
  forDay(date: string): string;
  from(time: string): string;
  /** When the facts above it were so. */
  reprinted(at: DateWords): string;
  /** Before the date on which the number was taken. */
  taken(date: string): string;
  readonly bring: string;
  /** Joined before the last of several things. */
  readonly and: string;
  date(parts: DateWords): string;
  time(parts: DateWords): string;
  readonly trackingCode: string;
  /** When a letter is promised. */
  promised(at: DateWords): string;
  readonly keepReceipt: string;
  readonly missed: string;
  readonly order: string;
  complaints(where: string): string;
}

export interface DateWords {
  readonly weekday: string;
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly hour: string;
  readonly minute: string;
}

const indonesian: TicketWords = {
  yourNumber: 'Nomor antrean Anda',
  priority: 'Prioritas',
  ahead: (people) => (people === 0 ? 'Tidak ada orang di depan Anda' : `${people} orang di depan Anda`),
  waitFrom: (from, to) => `Kira-kira pukul ${from.hour}.${from.minute}-${to.hour}.${to.minute}`,
  waitAfter: ({ hour, minute }) => `Setelah pukul ${hour}.${minute}`,
  wait: ({ fromMinutes, toMinutes }) => {
    if (toMinutes === 0) return 'Sebentar lagi dipanggil';
    if (fromMinutes === 0) return `Kurang dari ${toMinutes} menit`;
    return `Kira-kira ${range(fromMinutes, toMinutes)} menit`;
  },
  follows: (number) => `Lanjutan nomor ${number}, waktu tunggu ikut dihitung`,
  replaces: (number) => `Pengganti nomor ${number}. Kertas lama tidak berlaku.`,
  forDay: (date) => `Untuk ${date}`,
  from: (time) => `mulai ${time}`,
  reprinted: ({ hour, minute }) => `Dicetak ulang pukul ${hour}.${minute}`,
  taken: (date) => `Diambil ${date}`,
  bring: 'Siapkan:',
  and: 'dan',
  date: ({ weekday, day, month, year }) => `${weekday}, ${day} ${month} ${year}`,
  time: ({ hour, minute }) => `pukul ${hour}.${minute}`,
  trackingCode: 'Kode untuk melacak surat',
  promised: ({ weekday, hour, minute }) => `Selesai kira-kira ${weekday} pukul ${hour}.${minute}`,
  keepReceipt: 'Simpan kertas ini untuk mengambil surat.',
  missed: 'Jika terlewat, tunjukkan kertas ini di loket.',
  order: 'Nomor bisa dipanggil tidak berurutan.',
  complaints: (where) => `Pengaduan: ${where}`,
};

const english: TicketWords = {
  yourNumber: 'Your queue number',
  priority: 'Priority',
  ahead: (people) => {
    if (people === 0) return 'Nobody is ahead of you';
    return people === 1 ? '1 person ahead of you' : `${people} people ahead of you`;
  },
  waitFrom: (from, to) => `About ${from.hour}:${from.minute}-${to.hour}:${to.minute}`,
  waitAfter: ({ hour, minute }) => `After ${hour}:${minute}`,
  wait: ({ fromMinutes, toMinutes }) => {
    if (toMinutes === 0) return 'You will be called soon';
    if (fromMinutes === 0) return `Less than ${toMinutes} ${toMinutes === 1 ? 'minute' : 'minutes'}`;
    return `About ${range(fromMinutes, toMinutes)} ${toMinutes === 1 ? 'minute' : 'minutes'}`;
  },
  follows: (number) => `Goes on from ${number}, with its waiting time`,
  replaces: (number) => `In place of ${number}. The old slip is not valid.`,
  forDay: (date) => `For ${date}`,
  from: (time) => `from ${time}`,
  reprinted: ({ hour, minute }) => `Printed again at ${hour}:${minute}`,
  taken: (date) => `Taken ${date}`,
  bring: 'Have ready:',
  and: 'and',
  date: ({ weekday, day, month, year }) => `${weekday}, ${day} ${month} ${year}`,
  time: ({ hour, minute }) => `${hour}:${minute}`,
  trackingCode: 'Code to follow your letter',
  promised: ({ weekday, hour, minute }) => `Ready about ${weekday} ${hour}:${minute}`,
  keepReceipt: 'Keep this paper to collect the letter.',
  missed: 'If you miss your turn, show this paper at the counter.',
  order: 'Numbers may be called out of order.',
  complaints: (where) => `Complaints: ${where}`,
};

const words: Readonly<Record<Language, TicketWords>> = { id: indonesian, en: english };

/** For staff who are handed two papers with one number; in Indonesian whatever the ticket's language is. */
export function reprintMark(nth: number): string {
  return `CETAK ULANG (${nth})`;
}

export function ticketWords(language: Language): TicketWords {
  return words[language];
}

/** "KTP", "KTP dan Kartu Keluarga", "KTP, Kartu Keluarga, dan pas foto". */
export function listed(things: readonly string[], and: string): string {
  if (things.length <= 2) return things.join(` ${and} `);
  return `${things.slice(0, -1).join(', ')}, ${and} ${things.at(-1)}`;
}

/** The words of one day in one zone and language, from one midnight to the next; null where clocks are set on it. */
interface DayWords {
  readonly from: number;
  readonly words: Omit<DateWords, 'hour' | 'minute'>;
}

const minuteMs = 60_000;
const dayMs = 86_400_000;
const days = new Map<string, DayWords | null>();

/** The parts of a moment on the lounge's wall clock, in the words of the language. */
export function dateWords(moment: string | number, timeZone: string, language: Language): DateWords {
  const at = typeof moment === 'number' ? moment : Date.parse(moment);
  const key = `${language} ${timeZone}`;
  const day = days.get(key);
  if (day && at >= day.from && at < day.from + dayMs) {
    const minutes = Math.floor((at - day.from) / minuteMs);
    return { ...day.words, hour: digits(Math.floor(minutes / 60)), minute: digits(minutes % 60) };
  }
  const { hour, minute, ...words } = format(at, timeZone, language);
  const from = Math.floor(at / minuteMs) * minuteMs - (Number(hour) * 60 + Number(minute)) * minuteMs;
  const last = format(from + dayMs - minuteMs, timeZone, language);
  const first = format(from, timeZone, language);
  const isWhole =
    `${first.day} ${first.hour}.${first.minute}` === `${words.day} 00.00` &&
    last.day === words.day &&
    last.hour === '23';
  days.set(key, isWhole ? { from, words } : null);
  return { ...words, hour, minute };
}

function digits(value: number): string {
  return String(value).padStart(2, '0');
}

function format(moment: number, timeZone: string, language: Language): DateWords {
  const parts = Object.fromEntries(
    formatter(timeZone, language)
      .formatToParts(new Date(moment))
      .map(({ type, value }) => [type, value]),
  );
  const { weekday = '', day = '', month = '', year = '', hour = '', minute = '' } = parts;
  return { weekday, day, month, year, hour, minute };
}

// Making a formatter costs more than the rest of a ticket.
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(timeZone: string, language: Language): Intl.DateTimeFormat {
  const key = `${language} ${timeZone}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  formatters.set(key, made);
  return made;
}

function range(from: number, to: number): string {
  return from === to ? `${to}` : `${from}-${to}`;
}
