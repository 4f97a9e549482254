import { z } from 'zod';
import { placeIn, unitType, week } from './catalogue.ts';
import { readPrinterUri } from './printer-uri.ts';
import type { VillagesFile } from './village.ts';

/**
 * `site.json`: what makes a machine that of one village, so that nobody has to go through the set-up pages. Made for all
 * villages from one table by `npm run sites`.
 */

const text = (most: number) => z.string().trim().min(1).max(most);
const digits18 = z.string().regex(/^\d{18}$/, 'must be 18 digits');
const https = z.url({ protocol: /^https$/ }).max(300);
const publicKey = z.string().regex(/^[\w-]{43}$/, 'must be 43 characters of base64url');

const head = z.strictObject({
  name: text(80),
  /** "Kepala Desa", "Lurah", "Pj. Kepala Desa". */
  position: text(60),
  nip: digits18.nullable().default(null),
  rank: text(40).nullable().default(null),
});

export const siteFile = z
  .strictObject({
    v: z.literal(1),
    /** A higher one is taken over again, where nobody has changed anything meanwhile. */
    revision: z.int().min(1),
    /** The Ministry's code of the village; of a lounge, of the village that it stands in. */
    code: z.string().regex(/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/, 'must look like "35.10.05.2008"'),
    office: unitType,
    /** Of a lounge; an office is called after its village. */
    name: text(100).optional(),
    address: text(160).optional(),
    contact: text(120).optional(),
    head: head.optional(),
    unitCode: z
      .string()
      .regex(/^\d{3}(\.\d{2,3}){0,3}$/, 'must look like "429.511.08"')
      .optional(),
    printer: z
      .strictObject({
        uri: z
          .string()
          .max(260)
          .refine((uri) => readPrinterUri(uri) !== null, 'must look like "usb:" or "tcp://192.168.1.50:9100"'),
        paper: z.union([z.literal(80), z.literal(58)]),
      })
      .optional(),
    hours: week.optional(),
    /** Where newer versions of the program are looked for, and when they may be installed. */
    update: z
      .strictObject({
        feedUrl: https,
        channel: z.string().regex(/^[a-z]{1,20}$/, 'must be small letters'),
        quietHours: z
          .string()
          .regex(/^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/, 'must look like "01:00-04:00"')
          .optional(),
      })
      .optional(),
    /** Where the daily status is sent. */
    report: https.optional(),
    /** Whose letters are known: the regency's key, and where its list is. */
    trust: z.strictObject({ key: publicKey, feed: https.optional() }).optional(),
    /** The public part of the regency's key for backups. */
    backupKey: publicKey.optional(),
  })
  .superRefine((site, context) => {
    const missing = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message });
    if (site.office === 'lounge') return;
    for (const part of ['head', 'unitCode', 'address'] as const)
      if (site[part] === undefined) missing([part], `is needed for a ${site.office}`);
    if (site.office === 'kelurahan' && site.head?.nip === null)
      missing(['head', 'nip'], 'is needed: a Lurah is a civil servant');
  });
export type SiteFile = z.output<typeof siteFile>;

/** What is wrong in a site.json: where, and why. */
export interface WrongSite {
  readonly at: string;
  readonly what: string;
}

export type ReadSite =
  | { readonly ok: true; readonly site: SiteFile; readonly village: VillagesFile['villages'][number] }
  | { readonly ok: false; readonly wrong: WrongSite };

/** Whether this is a site of the regency. */
export function readSite(content: unknown, { villages, regency }: VillagesFile): ReadSite {
  const parsed = siteFile.safeParse(content);
  const wrong = (at: string, what: string): ReadSite => ({ ok: false, wrong: { at, what } });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return wrong(placeIn(issue?.path ?? []), issue?.message ?? 'is wrong');
  }
  const site = parsed.data;
  const village = villages.find(({ code }) => code === site.code);
  if (!village) return wrong('code', `${site.code} is no village of ${regency}`);
  if (site.office !== 'lounge' && site.office !== village.kind)
    return wrong('office', `${village.name} (${village.district}) is a ${village.kind}, not a ${site.office}`);
  return { ok: true, site, village };
}
