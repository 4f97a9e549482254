import type { StatusBody } from '../../contract/fleet.ts';
import type { VillagesFile } from '../../contract/village.ts';
import type { Found } from './found.ts';
import type { KnownMachine } from './known-machines.ts';

/** What needs somebody, the most urgent first. */
export const attentions = [
  /** Another key than before reports for this place, and is not believed. */
  'key_changed',
  /** Two keys reported before either was known; none is believed. */
  'two_keys',
  /** One key at two machines: a cloned disk. */
  'copied',
  'standing_still',
  'disk_full',
  /** No slips: no paper, off, jammed or open. */
  'printer_out',
  'silent',
  'backup_old',
  'clock_ahead',
  'clock_unconfirmed',
  'old_version',
  'disk_low',
  'paper_low',
  /** Only statuses older than one seen before lie here. */
  'replayed',
  'never_heard',
] as const;
export type Attention = (typeof attentions)[number];

/** A place and its machine. */
export interface FleetRow {
  readonly place: string;
  readonly name: string;
  readonly district: string;
  readonly attention: readonly Attention[];
  /** Unix ms. */
  readonly heard: number | null;
  /** The newest that is believed. */
  readonly status: StatusBody | null;
  /** The believed key, and others that want to be. */
  readonly key: string | null;
  readonly others: readonly string[];
}

export interface Fleet {
  readonly rows: readonly FleetRow[];
  /** Statuses of villages that are not in the regency. */
  readonly strangers: readonly string[];
  readonly known: ReadonlyMap<string, KnownMachine>;
}

const hourMs = 3_600_000;
const silentMs = 72 * hourMs;
/** Nobody's clock is a day ahead of ours and right. */
const aheadMs = 26 * hourMs;
const backupHours = 48;
const printersOut = ['paper_out', 'cover_open', 'cutter_jammed', 'head_hot', 'unreachable', 'needs_check'];

const placeOf = ({ code, unit }: StatusBody): string => (unit === 'lounge' ? `${code} lounge` : code);

/**
 * One row for each village, and for each lounge that was ever heard of; what needs somebody first.
 * @param now Unix ms
 */
export function judgeFleet(
  villages: VillagesFile['villages'],
  found: readonly Found[],
  before: ReadonlyMap<string, KnownMachine>,
  now: number,
): Fleet {
  const byPlace = Map.groupBy(found, ({ body }) => placeOf(body));
  const places = new Map(villages.map(({ code, name, district }) => [code, { name, district }]));
  const placesOfKey = Map.groupBy(found, ({ body }) => body.key);
  const roams = (key: string) => new Set(placesOfKey.get(key)?.map(({ body }) => placeOf(body))).size > 1;
  const newest = newestVersion(found);
  const known = new Map(before);
  const all = new Set([...places.keys(), ...[...byPlace.keys(), ...before.keys()].filter(isIn)]);
  const rows = [...all].map((place): FleetRow => {
    const here = byPlace.get(place) ?? [];
    const keys = [...new Set(here.map(({ body }) => body.key))];
    const pinned = before.get(place);
    const key = pinned?.key ?? (keys.length === 1 ? (keys[0] as string) : null);
    const own = here.filter(({ body }) => body.key === key).toSorted((a, b) => b.body.seq - a.body.seq);
    const last = own[0];
    const heard = last ? Math.max(heardAt(last, now), pinned?.heard ?? 0) : (pinned?.heard ?? null);
    if (key !== null && last && heard !== null && last.body.seq >= (pinned?.seq ?? 0))
      known.set(place, { place, key, seq: last.body.seq, heard });
    const holds: Record<Attention, boolean> = {
      key_changed: pinned !== undefined && keys.some((one) => one !== pinned.key),
      two_keys: pinned === undefined && keys.length > 1,
      copied: hasTwins(own) || (key !== null && roams(key)),
      silent: heard !== null && now - heard > silentMs,
      replayed: last !== undefined && last.body.seq < (pinned?.seq ?? 0),
      never_heard: heard === null && keys.length === 0,
      ...troubleOf(last, now, newest),
    };
    const attention = attentions.filter((one) => holds[one]);
    const { name, district } = places.get(place.slice(0, 13)) ?? { name: '', district: '' };
    const title = place.endsWith('lounge') ? `Lounge ${name}` : name;
    const others = keys.filter((one) => one !== key);
    return { place, name: title, district, attention, heard, status: last?.body ?? null, key, others };
  });
  const rank = ({ attention: [first] }: FleetRow) => (first ? attentions.indexOf(first) : attentions.length);
  const order = (a: FleetRow, b: FleetRow) =>
    rank(a) - rank(b) || b.attention.length - a.attention.length || a.place.localeCompare(b.place);
  return { rows: rows.toSorted(order), strangers: [...byPlace.keys()].filter((place) => !isIn(place)), known };

  function isIn(place: string): boolean {
    return places.has(place.slice(0, 13));
  }
}

function troubleOf(last: Found | undefined, now: number, newest: string) {
  const body = last?.body;
  return {
    standing_still: (body?.stands.length ?? 0) > 0,
    disk_full: body?.disk === 'full',
    disk_low: body?.disk === 'low',
    printer_out: body !== undefined && printersOut.includes(body.printer),
    paper_low: body?.printer === 'paper_low',
    backup_old: body !== undefined && (body.backup === null || body.backup > backupHours),
    clock_ahead: body !== undefined && isAhead(body, now),
    clock_unconfirmed: body?.clock === false,
    old_version: body !== undefined && compareVersions(body.version, newest) < 0,
  };
}

function isAhead({ at }: StatusBody, now: number): boolean {
  return Date.parse(at) > now + aheadMs;
}

/** The machine's own time where that can be right, else when the file came. */
function heardAt({ body, came }: Found, now: number): number {
  return body.clock && !isAhead(body, now) ? Date.parse(body.at) : Math.min(came, now);
}

/** One number given twice: two machines with one key. @param own highest number first */
function hasTwins(own: readonly Found[]): boolean {
  return own.some(({ body }, i) => body.seq === own[i + 1]?.body.seq);
}

function newestVersion(found: readonly Found[]): string {
  return found.map(({ body }) => body.version).reduce((a, b) => (compareVersions(a, b) < 0 ? b : a), '0.0.0');
}

/** By number; a pre-release comes before its release. */
export function compareVersions(a: string, b: string): number {
  const [numbersA = '', preA] = a.split(/-(.*)/);
  const [numbersB = '', preB] = b.split(/-(.*)/);
  const partsB = numbersB.split('.').map(Number);
  const apart = numbersA.split('.').map((part, i) => Number(part) - (partsB[i] ?? 0));
  const first = apart.find((difference) => difference !== 0);
  if (first !== undefined) return first;
  if (preA === preB) return 0;
  if (preA === undefined) return 1;
  return preB === undefined ? -1 : preA.localeCompare(preB);
}
