import { z } from 'zod';
import { unitType } from './catalogue.ts';

/** The shape of `resources/catalogue/letters/*.json` and of a village's own copies in the data folder: one file a letter. */

const text = (most: number) => z.string().trim().min(1).max(most);
const both = (most: number) => z.strictObject({ id: text(most), en: text(most) });
/** Names inside a file: `business_name`. */
const word = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, 'must be small letters, digits and underscores');
/** `business.name`: a field of a section. */
const place = z.string().regex(/^[a-z][a-z0-9_]{0,39}\.[a-z][a-z0-9_]{0,39}$/, 'must look like "section.field"');

export const letterCategories = [
  'umum',
  'kependudukan',
  'usaha',
  'sosial',
  'hukum',
  'pertanahan',
  'ketenagakerjaan',
] as const;
export type LetterCategory = (typeof letterCategories)[number];

/**
 * What a field holds, and so with which control it is asked. Every value is kept as a string: a date as `1990-08-05`, a
 * time as `13:45`, rupiah and numbers as plain digits (a number may have one decimal point), a choice as its option's id,
 * a phone as E.164, everything else as it was typed, tidied.
 */
export const fieldTypes = [
  'text',
  'name',
  'paragraph',
  'number',
  'rupiah',
  'date',
  'time',
  'year',
  'nik',
  'kk',
  'phone',
  'choice',
] as const;
export type FieldType = (typeof fieldTypes)[number];

/** Holds while the named field has one of these values (a choice's option ids). */
const condition = z.strictObject({ field: place, is: z.array(z.string().min(1).max(60)).min(1).max(20) });
export type Condition = z.infer<typeof condition>;

const option = z.strictObject({
  id: word,
  label: both(60),
  /** As the letter says it; else the Indonesian label. */ print: text(120).optional(),
});

export const letterField = z.strictObject({
  id: word,
  type: z.enum(fieldTypes),
  /** The question on a screen of its own, at most ten words: "Apa nama usahanya?" */
  ask: both(90),
  /** Beside the answer, in lists and on the letter: "Nama usaha". */
  label: both(60),
  /** One line under the question: where to read it, an example. */
  help: both(140).optional(),
  required: z.boolean().default(true),
  /** `desk`: not asked at the kiosk; a clerk fills it in. */
  asked: z.enum(['kiosk', 'desk']).default('kiosk'),
  options: z.array(option).min(2).max(24).optional(),
  /** A choice that is often right, offered before the keyboard: the same as another field ("sama dengan alamat rumah"). */
  sameAs: z.strictObject({ field: place, label: both(60) }).optional(),
  unit: both(20).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  /** Characters of a text; 60 for text and name, 200 for a paragraph when absent. */
  longest: z.int().min(1).max(500).optional(),
  /** A date or year may lie after today. */
  future: z.boolean().default(false),
  when: condition.optional(),
});
export type LetterField = z.output<typeof letterField>;

export const letterSection = z.strictObject({
  id: word,
  title: both(60),
  /** A set of fields from `people.json` that comes before the section's own. */
  people: word.optional(),
  fields: z.array(letterField).max(40).default([]),
  /** The applicant may be one of several people; a section that repeats is filled in as `heirs`, `heirs_2`, `heirs_3`. */
  most: z.int().min(1).max(12).default(1),
  when: condition.optional(),
});
export type LetterSection = z.output<typeof letterSection>;

/** `resources/catalogue/people.json`: what is asked of people, by the name of the set. */
export const peopleFile = z.strictObject({ sets: z.record(word, z.array(letterField).min(1).max(24)) });
export type PeopleFile = z.output<typeof peopleFile>;

export const requirementKinds = ['show', 'copy', 'check'] as const;
export const letterRequirement = z.strictObject({
  id: word,
  name: both(120),
  /** Show the original, bring a copy, or something that the clerk looks up in the office's own system. */
  kind: z.enum(requirementKinds),
  /** The RT/RW's letter of introduction: asked only where the village says so. */
  rtRw: z.boolean().default(false),
  /** Identitas Kependudukan Digital on a phone is as good as the card. */
  ikd: z.boolean().default(false),
  /** Only in some cases ("bila bukan warga"); never holds a request back. */
  optional: z.boolean().default(false),
  when: condition.optional(),
});
export type LetterRequirement = z.output<typeof letterRequirement>;

/**
 * A block of a letter's body. Texts hold places in braces: `{applicant.name}`, `{business.since}`; also `{head.title}`,
 * `{head.name}`, `{office.name}` ("Desa Tambakrejo"), `{office.village}` ("Tambakrejo", after a title), `{office.district}`, `{office.regency}`, `{office.province}`, `{date}`,
 * `{validUntil}`, `{for}` and, inside a person's section, every field of it. An empty place takes its sentence's
 * spaces with it; a value is written as people write it (5 Agustus 1990, Rp1.500.000, the option's words).
 */
export const letterBlock = z.union([
  z.strictObject({
    text: text(1200),
    align: z.enum(['justify', 'center']).default('justify'),
    when: condition.optional(),
  }),
  /** Labels and values in two columns. A row whose value is empty is left out. */
  z.strictObject({
    rows: z
      .array(z.tuple([text(60), text(300)]))
      .min(1)
      .max(40),
    when: condition.optional(),
  }),
  /** All fields of a section, in its order, as rows. */
  z.strictObject({ section: word, without: z.array(word).default([]), when: condition.optional() }),
  /** A section that repeats, as a table: heading and field of each column. */
  z.strictObject({
    table: word,
    columns: z
      .array(z.tuple([text(40), word]))
      .min(1)
      .max(7),
    when: condition.optional(),
  }),
]);
export type LetterBlock = z.output<typeof letterBlock>;

export const letterPaper = z.strictObject({
  id: word,
  title: text(120),
  /** "Model N1" in the corner. */
  model: text(40).optional(),
  when: condition.optional(),
  /** Whom it is sent to: lines above the body ("Kepada Yth. Kapolsek Muncar"). */
  to: z.array(text(120)).max(4).default([]),
  body: z.array(letterBlock).min(1).max(40),
  /** People who sign beside the official, left of the stamp: the applicant with a duty stamp, witnesses. */
  cosigners: z
    .array(
      z.strictObject({
        role: text(60),
        name: text(120),
        dutyStamp: z.boolean().default(false),
        when: condition.optional(),
      }),
    )
    .max(4)
    .default([]),
});
export type LetterPaper = z.output<typeof letterPaper>;

const standard = z.strictObject({
  procedure: z.array(both(160)).min(1).max(8),
  /** Minutes of work; null where the office promises a day with the person itself. */
  minutes: z.int().min(1).max(43_200).nullable(),
  /** Rupiah. */
  fee: z.int().min(0).max(10_000_000),
  product: both(120),
  legalBasis: z.array(text(200)).max(8),
  version: text(20),
  date: z.iso.date(),
});

/** Power that a higher authority has handed down; shown to the resident and printed. */
const delegation = z.strictObject({
  authority: both(160),
  from: text(80),
  to: text(80),
  legalBasis: text(200),
  validFrom: z.iso.date(),
});

const common = {
  id: z.string().regex(/^[a-z][a-z0-9_]{1,39}$/, 'must be small letters, digits and underscores'),
  name: both(90),
  category: z.enum(letterCategories),
  purpose: both(160),
  /** Other words people search with. */
  words: z.array(text(30)).max(20).default([]),
  /** Place among those shown first; absent: not among them. */
  everyday: z.int().min(1).max(20).optional(),
  units: z
    .array(unitType.exclude(['lounge']))
    .min(1)
    .default(['desa', 'kelurahan']),
  /** Not offered at all while false. */
  active: z.boolean().default(true),
  /** Its kind is not shown where others can see it. */
  sensitive: z.boolean().default(false),
  requirements: z.array(letterRequirement).max(14),
  standard,
};

export const signingLevels = ['head', 'camat', 'applicant'] as const;

const letter = z.strictObject({
  ...common,
  kind: z.literal('letter'),
  /** `desk`: only a clerk fills it in; the kiosk gives the number of a counter. */
  offered: z.enum(['kiosk', 'desk']),
  /** Why it is only at the desk, said to the resident ("Semua ahli waris harus hadir."). */
  deskReason: both(140).optional(),
  sections: z.array(letterSection).min(1).max(14),
  signing: z.strictObject({
    level: z.enum(signingLevels),
    /** The official of the next level who signs below "Mengetahui". */
    knownBy: z.enum(['head', 'camat']).nullable().default(null),
    /** Whether that is a step of every request, or only when the resident's purpose asks for it. */
    knownByAlways: z.boolean().default(true),
    /** May be signed by mandate (a.n./u.b.) by another official. */
    mandate: z.boolean().default(true),
  }),
  delegation: delegation.optional(),
  numbering: z.strictObject({
    /** Class of Permendagri 83/2022. */
    classCode: z
      .string()
      .regex(/^[0-9A-Z]+(\.[0-9A-Z]+)*$/, 'must look like "400.12.2.1"')
      .max(30),
    register: word.default('surat_keterangan'),
  }),
  /** Null: without end. */
  validityDays: z.int().min(1).max(3650).nullable(),
  papers: z.array(letterPaper).min(1).max(6),
});

const redirect = z.strictObject({
  ...common,
  kind: z.literal('redirect'),
  redirect: z.strictObject({
    /** Who makes the document. */
    to: both(90),
    /** Where, for whom goes alone. */
    address: both(200),
    /** Said before the address, where the office helps to send the papers. */
    assisted: both(160),
  }),
});

export const letterFile = z.discriminatedUnion('kind', [letter, redirect]);
export type LetterFile = z.output<typeof letterFile>;
export type LetterDefinition = Extract<LetterFile, { kind: 'letter' }>;
