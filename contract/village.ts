import { z } from 'zod';

/** `resources/catalogue/village.json`: the office that issues letters. Which kind it is says `unitType` of lounge.json. */

const text = (most: number) => z.string().trim().min(1).max(most);
const word = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, 'must be small letters, digits and underscores');

/**
 * How an official signs: with own power, or by mandate: `a.n.` for the one above, `u.b.` below whom somebody signs for
 * another, `Plt.` in a vacancy, `Plh.` while the holder is away.
 */
export const mandates = ['own', 'a.n.', 'u.b.', 'Plt.', 'Plh.'] as const;

export const official = z.strictObject({
  id: word,
  name: text(80),
  /** "Kepala Desa", "Lurah", "Sekretaris Desa", "Kasi Pelayanan". */
  position: text(60),
  /** 18 digits; a Lurah has one, a Kepala Desa usually none. */
  nip: z
    .string()
    .regex(/^\d{18}$/, 'must be 18 digits')
    .nullable()
    .default(null),
  /** "Penata Tk. I": printed below the name of a civil servant. */
  rank: text(40).nullable().default(null),
  signsAs: z.enum(mandates),
});
export type Official = z.output<typeof official>;

const villageCode = /^\d{2}\.\d{2}\.\d{2}\.\d{4}$/;

/** Which series a letter's number is from: one for the whole office, one a register, or one a kind of letter. */
export const seriesKinds = ['common', 'register', 'letter'] as const;

/** Places of a number's pattern; `{seq}` may say its least width, `{seq:3}`. */
export const numberPattern = z
  .string()
  .max(80)
  .refine((pattern) => /\{seq(:\d)?\}/.test(pattern), 'must hold {seq}')
  .refine((pattern) => pattern.includes('{year}'), 'must hold {year}')
  // Else two serials could write one number: "4" and 11, "41" and 1.
  .refine((pattern) => !/[\d}]\{seq|\{seq(:\d)?\}[\d{]/.test(pattern), 'must part {seq} from digits and other places')
  .refine(
    (pattern) => pattern.replaceAll(/\{(class|seq(:\d)?|unit|year|month|roman)\}/g, '').search(/[{}]/) === -1,
    'may hold {class}, {seq}, {seq:3}, {unit}, {month}, {roman} and {year}',
  );

/**
 * `resources/catalogue/villages.json`: the villages of the regency (Kepmendagri 300.2.2-2430/2025). Many have the name of
 * another one: the district always stands beside it.
 */
export const villagesFile = z.strictObject({
  source: text(200),
  regency: text(60),
  province: text(60),
  villages: z
    .array(
      z.strictObject({
        code: z.string().regex(villageCode),
        name: text(60),
        kind: z.enum(['desa', 'kelurahan']),
        district: text(60),
        postcode: z
          .string()
          .regex(/^\d{5}$/)
          .nullable(),
      }),
    )
    .max(2000),
});
export type VillagesFile = z.output<typeof villagesFile>;

export const villageFile = z.strictObject({
  /** Code of the Ministry, of `villages.json`. */
  code: z.string().regex(villageCode, 'must look like "35.10.05.2008"'),
  name: text(60),
  district: text(60),
  regency: text(60),
  province: text(60),
  address: text(160),
  postcode: z.string().regex(/^\d{5}$/, 'must be five digits'),
  contact: text(120).nullable().default(null),
  /** Number of the regency's newest district: a NIK of another one was first given elsewhere, and warns. */
  lastDistrict: z.int().min(1).max(99).default(99),
  /** In letter numbers: "429.511.08". */
  unitCode: z.string().regex(/^\d{3}(\.\d{2,3}){0,3}$/, 'must look like "429.511.08"'),
  officials: z.array(official).min(1).max(20),
  /** The camat, for "Mengetahui". */
  camat: z
    .strictObject({
      name: text(80).nullable().default(null),
      nip: z
        .string()
        .regex(/^\d{18}$/, 'must be 18 digits')
        .nullable()
        .default(null),
    })
    .prefault({}),
  /** RT/RW letters of introduction are asked for. */
  rtRwLetter: z.boolean().default(true),
  /** Staff help to send papers to Dispendukcapil. */
  assistsCivilRegistry: z.boolean().default(true),
  /** The queue service that people with a letter stand in. */
  queueService: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/),
  numbering: z
    .strictObject({
      series: z.enum(seriesKinds).default('register'),
      pattern: numberPattern.default('{class}/{seq:3}/{unit}/{year}'),
    })
    .prefault({}),
  paper: z.enum(['A4', 'F4']).default('F4'),
  /** That a letter is signed is said by the signer with an own PIN; a clerk's word does not do. */
  signerPin: z.boolean().default(false),
  /** How long personal data is kept (UU 27/2022), and letters before they may be proposed for destruction (UU 43/2009). */
  retention: z
    .strictObject({
      /** Days after which the personal data of a rejected, cancelled or expired request goes. */
      unfinishedDays: z.int().min(1).max(365).default(30),
      /** Days without a step after which an open request without a number expires. */
      openDays: z.int().min(7).max(730).default(90),
      /** Years for which an issued letter stays in the archive. */
      letterYears: z.int().min(1).max(50).default(5),
    })
    .prefault({}),
  /** Whose letters can be checked here beside the own ones: a list that the regency signs. */
  trust: z
    .strictObject({
      /** The regency's Ed25519 key, 32 bytes in base64url. */
      key: z
        .string()
        .regex(/^[\w-]{43}$/, 'must be 43 characters of base64url')
        .nullable()
        .default(null),
      /** Where newer lists are looked for. */
      feed: z
        .url({ protocol: /^https$/ })
        .max(300)
        .nullable()
        .default(null),
    })
    .prefault({}),
});
export type VillageFile = z.output<typeof villageFile>;
