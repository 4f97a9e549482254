import type { DisplaySnapshot } from '../../../contract/display.ts';
import type { Call } from '../../../contract/queue.ts';
import type { standInHub } from '../../pictures/display/stand-in.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** A lounge's day of calls, played to the page. */
export interface Day {
  begin(seed: number): void;
  /** Goes on for so many minutes; gives what was called and what was spoken meanwhile, and forgets both. */
  run(minutes: number): Promise<{ called: string[]; undone: string[]; muted: string[]; spoken: string[] }>;
}

interface Parts {
  clock: VirtualClock;
  hub: Pick<ReturnType<typeof standInHub>, 'say' | 'link'>;
  spoken: string[];
}

const minute = 60_000;
const begins = Date.parse('2026-11-24T07:30:00+07:00');
const counters = 9;
const repeatEvery = 10_000;
const announcedFor = 120_000;
/** Seconds between two calls: mostly some, now and then a rush. */
const pauses = [20, 35, 45, 60, 75, 90, 3, 4];

/**
 * Nine counters that call at random moments. Some calls are taken back, the link is lost now and then for half a minute,
 * the voice is muted for a quarter of an hour every two hours; the hub repeats its snapshot every ten seconds.
 */
export function layOutDay({ clock, hub, spoken }: Parts): Day {
  let random = () => 0;
  let seq = 0;
  let up = true;
  let mutedUntil = 0;
  let calls: { call: Call; at: number }[] = [];
  const numbers: (string | null)[] = Array.from({ length: counters }, () => null);
  const latest = new Map<string, Call>();
  const log = { called: [] as string[], undone: [] as string[], muted: [] as string[] };
  const iso = (at: number) => new Date(begins + at).toISOString();

  const say = () => {
    const now = clock.now();
    calls = calls.filter(({ at }) => at > now - announcedFor);
    if (!up) return;
    hub.say({
      at: iso(now),
      timeZone: 'Asia/Jakarta',
      name: { id: 'Lounge Pelayanan Publik', en: 'Public Service Lounge' },
      counters: numbers.map((number, index) => counterOf(index, number)),
      calls: [...latest.values()].sort((a, b) => b.callSeq - a.callSeq),
      announcements: calls.map(({ call }) => call),
      missed: numbers.flatMap((number) => (number === null ? [] : [number])).slice(0, seq % 5),
      texts: [
        { id: 'Siapkan KTP Anda. Pelayanan ini gratis.', en: 'Have your ID card ready. It is free.' },
        { id: 'Pengaduan di meja informasi.', en: 'Complaints at the information desk.' },
      ],
      nextBreak: { from: iso(240 * minute), to: iso(330 * minute) },
      shows: { counters: null, language: 'id' },
      sound: { volume: 0.7, mutedUntil: mutedUntil > now ? iso(mutedUntil) : null, english: false },
    });
  };

  const callNext = () => {
    const counter = Math.floor(random() * counters);
    seq += 1;
    // Every number is called once a day, so that a spoken number tells its call.
    const number = `${'ABCDEF'[seq % 6]}${String(seq).padStart(4, '0')}`;
    const { id, name } = counterOf(counter, number);
    const call: Call = { callSeq: seq, number, counterId: id, counterName: name, calledAt: iso(clock.now()) };
    calls.push({ call, at: clock.now() });
    latest.set(id, call);
    numbers[counter] = number;
    log.called.push(number);
    if (mutedUntil > clock.now()) log.muted.push(number);
    say();
    if (random() < 0.05) later(2_000 + random() * 8_000, () => takeBack(call));
    later((pauses[Math.floor(random() * pauses.length)] ?? 30) * 1_000, callNext);
  };
  const takeBack = (call: Call) => {
    calls = calls.filter((each) => each.call !== call);
    log.undone.push(call.number);
    say();
  };
  const later = (ms: number, then: () => void) => void clock.wake(clock.now() + ms, then);
  const repeat = () => {
    say();
    later(repeatEvery, repeat);
  };
  const lose = () => {
    up = false;
    hub.link(false);
    later(30_000, () => {
      up = true;
      hub.link(true);
      say();
    });
    later(25 * minute, lose);
  };
  const mute = () => {
    mutedUntil = clock.now() + 15 * minute;
    say();
    later(120 * minute, mute);
  };

  return {
    begin(seed) {
      random = seeded(seed);
      repeat();
      later(1_000, callNext);
      later(20 * minute, lose);
      later(90 * minute, mute);
    },
    async run(minutes) {
      await clock.run(clock.now() + minutes * minute);
      return {
        called: log.called.splice(0),
        undone: log.undone.splice(0),
        muted: log.muted.splice(0),
        spoken: spoken.splice(0),
      };
    },
  };
}

function counterOf(index: number, number: string | null): DisplaySnapshot['counters'][number] {
  const id = String(index + 1);
  return { id, name: { id: `Loket ${id}`, en: `Counter ${id}` }, state: 'open', pauseReason: null, number };
}

/** Mulberry32: the same day for the same seed. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
