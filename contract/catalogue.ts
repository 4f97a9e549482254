import { z } from 'zod';

/** The shape of `resources/catalogue/*.json`, of a lounge's own in the data folder, and of what the supervisor's screen edits. */

const bilingual = z.strictObject({ id: z.string().min(1).max(120), en: z.string().min(1).max(120) });
const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'must be small letters, digits and hyphens');
const minutes = z.number().positive().max(480);

/** "08:00-12:00"; 24:00 is the end of the day. */
const interval = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'must look like "08:00-12:00"')
  .refine((text) => text.slice(0, 5) < text.slice(6), 'must end after it begins');

const intervals = z
  .array(interval)
  .max(6)
  .refine((list) => list.every((text, i) => i === 0 || text.slice(0, 5) >= (list[i - 1] as string).slice(6)), {
    message: 'must be in order and must not overlap',
  });

/** Opening hours of a week. */
export const week = z.strictObject({
  mon: intervals.optional(),
  tue: intervals.optional(),
  wed: intervals.optional(),
  thu: intervals.optional(),
  fri: intervals.optional(),
  sat: intervals.optional(),
  sun: intervals.optional(),
});
export type Week = z.infer<typeof week>;

/** A holiday, or other hours for a while (Ramadan): each named plan of hours may be replaced. */
const specialDays = z
  .strictObject({
    from: z.iso.date(),
    to: z.iso.date(),
    name: bilingual,
    closed: z.boolean().default(false),
    hours: z.record(id, week).default({}),
  })
  .refine((days) => days.from <= days.to, { message: 'must not end before it begins', path: ['to'] });

export const calendarFile = z.strictObject({
  hours: z.record(id, week),
  special: z.array(specialDays).default([]),
});
export type CalendarFile = z.infer<typeof calendarFile>;

const discipline = z.discriminatedUnion('rule', [
  /** Score = rate × minutes waited, highest first; everyone else has rate 1. */
  z.strictObject({ rule: z.literal('accumulating'), priorityRate: z.number().min(1).max(20) }),
  /** Priority always first. */
  z.strictObject({ rule: z.literal('strict') }),
  /** So many others, then one priority. */
  z.strictObject({ rule: z.literal('ratio'), regularPerPriority: z.int().min(1).max(20) }),
]);
export type DisciplineSettings = z.infer<typeof discipline>;

const timeZone = z.string().refine((zone) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}, 'is not a known time zone');

/** Where the paper comes out, seen from whoever stands at the screen. */
export const slipOutlets = ['below', 'left', 'right', 'none'] as const;
export const slipOutlet = z.enum(slipOutlets);
export type SlipOutlet = z.infer<typeof slipOutlet>;

export const unitTypes = ['desa', 'kelurahan', 'lounge'] as const;
export const unitType = z.enum(unitTypes);
export type UnitType = z.infer<typeof unitType>;

/** How a kiosk looks to the next person who comes, until they choose otherwise. */
export const deviceDefaults = z.strictObject({
  highContrast: z.boolean().default(false),
  /** Percent. */
  text: z.literal([100, 125, 150]).default(100),
  /** Everything that is touched stands low enough for a wheelchair. */
  lowered: z.boolean().default(false),
});
export type DeviceDefaults = z.infer<typeof deviceDefaults>;

/** A PNG as base64. Small enough to go through one call with the rest of the file; no side longer than 1024 points. */
const logo = z.string().max(48_000).refine(isSmallPng, 'must be a PNG of at most 1024 × 1024 points, base64');

const letter = z.string().regex(/^[A-Z]{1,2}$/, 'must be one or two capital letters');

export const loungeFile = z.strictObject({
  name: bilingual,
  place: bilingual,
  desk: bilingual,
  complaints: bilingual,
  timeZone,
  /** No number is given in the last minutes before closing. */
  lastTicketMinutes: z.number().min(0).max(240).default(15),
  discipline,
  noShow: z
    .strictObject({
      /** Calls, and seconds since the last of them, before a person counts as absent. */
      calls: z.int().min(1).max(9).default(2),
      seconds: z.int().min(0).max(600).default(30),
      /** A missed number may be called back while at most so many others have been called. */
      passed: z.int().min(0).max(999).default(10),
    })
    .prefault({}),
  /** The letter of pre-printed spare numbers; no service may have it. */
  spareLetter: letter.default('X'),
  /** Running text of the displays. */
  texts: z.array(bilingual).max(12).default([]),
  voice: z
    .strictObject({
      /** 0 to 1. */
      volume: z.number().min(0).max(1).default(0.9),
      /** English after Indonesian. */
      english: z.boolean().default(false),
    })
    .prefault({}),
  unitType: unitType.default('lounge'),
  logo: logo.optional(),
  slipOutlet: slipOutlet.default('below'),
  devices: z
    .strictObject({
      default: deviceDefaults.prefault({}),
      /** Other ones for a device, by its id. */
      own: z.record(id, deviceDefaults).default({}),
    })
    .prefault({}),
});
export type LoungeFile = z.infer<typeof loungeFile>;

const service = z.strictObject({
  id,
  agencyId: id,
  letter,
  name: bilingual,
  icon: z.string().max(40),
  hue: z.string().regex(/^#[0-9a-f]{6}$/, 'must be a colour such as "#1b7f8c"'),
  bring: z.array(bilingual).max(6),
  counters: z.array(id).min(1),
  /** A plan of hours of calendar.json. */
  serving: id,
  /** When numbers are given; absent: while it serves. */
  taking: id.optional(),
  dailyQuota: z.int().positive().optional(),
  /** What one person usually takes; the promise starts from it and then learns. */
  minutesPerPerson: minutes.optional(),
  lastTicketMinutes: z.number().min(0).max(240).optional(),
});
export type ServiceSettings = z.infer<typeof service>;

const counter = z.strictObject({
  id,
  name: bilingual,
  /** Takes tickets that need a visit or room for a wheelchair. */
  accessible: z.boolean().default(false),
});
export type CounterSettings = z.infer<typeof counter>;

export const servicesFile = z.strictObject({
  agencies: z
    .array(z.strictObject({ id, name: bilingual }))
    .min(1)
    .max(100),
  counters: z.array(counter).min(1).max(100),
  services: z.array(service).min(1).max(300),
});
export type ServicesFile = z.infer<typeof servicesFile>;

/** The files of the catalogue, by name. */
export const catalogueFiles = { lounge: loungeFile, calendar: calendarFile, services: servicesFile } as const;
export type CataloguePart = keyof typeof catalogueFiles;

/** A path in a file as people read it: `services[2].counters[0]`. */
export function placeIn(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text ? `${text}.${String(key)}` : String(key)),
    '',
  );
}

/** The signature, then width and height as the first chunk says. */
function isSmallPng(base64: string): boolean {
  if (!/^(?:[\w+/]{4})*(?:[\w+/]{2}==|[\w+/]{3}=)?$/.test(base64) || !base64.startsWith('iVBORw0KGgo')) return false;
  const head = Uint8Array.from(atob(base64.slice(0, 32)), (char) => char.charCodeAt(0));
  if (head.length < 24 || String.fromCharCode(...head.slice(12, 16)) !== 'IHDR') return false;
  const size = new DataView(head.buffer);
  const sides = [size.getUint32(16), size.getUint32(20)];
  return sides.every((side) => side >= 1 && side <= 1024);
}
