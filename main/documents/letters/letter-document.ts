import { z } from 'zod';

/**
 * A letter as it is printed: every word of it is final. It is what an issued letter keeps (its snapshot); the same document
 * always gives the same PDF, and says the same as its preview.
 */
export const letterDocument = z.strictObject({
  paper: z.enum(['A4', 'F4']),
  letterhead: z.strictObject({
    /** "PEMERINTAH KABUPATEN BANYUWANGI", "KECAMATAN MUNCAR", "KANTOR KEPALA DESA TAMBAKREJO"; the last one is the largest. */
    lines: z.array(z.string()).min(2).max(4),
    /** Address, postcode, contact. */
    address: z.string(),
    /** The office's emblem, a PNG in base64. */
    logo: z.string().nullable(),
  }),
  /** "Model N1", in the corner. */
  model: z.string().nullable(),
  title: z.string(),
  /** Below the title: "Nomor: 500.2.2.4/017/429.511.08/2026"; null in a preview. */
  number: z.string().nullable(),
  to: z.array(z.string()),
  body: z.array(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('text'), text: z.string(), align: z.enum(['justify', 'center']) }),
      z.strictObject({ kind: z.literal('rows'), rows: z.array(z.tuple([z.string(), z.string()])) }),
      z.strictObject({ kind: z.literal('table'), head: z.array(z.string()), rows: z.array(z.array(z.string())) }),
    ]),
  ),
  signature: z.strictObject({
    /** "Tambakrejo, 24 November 2026". */
    placeAndDate: z.string(),
    /** "a.n. KEPALA DESA TAMBAKREJO", "Sekretaris Desa". */
    lines: z.array(z.string()).min(1).max(4),
    name: z.string(),
    rank: z.string().nullable(),
    nip: z.string().nullable(),
    /** "Mengetahui," and the next level: its title, name, NIP. */
    knownBy: z
      .strictObject({ lines: z.array(z.string()), name: z.string().nullable(), nip: z.string().nullable() })
      .nullable(),
    cosigners: z.array(z.strictObject({ role: z.string(), name: z.string(), dutyStamp: z.boolean() })),
  }),
  /** "Kewenangan dilimpahkan dari Bupati … berdasarkan …", and the like: small, below the body. */
  notes: z.array(z.string()),
  /** What the QR holds; null in a preview. */
  token: z.string().nullable(),
  /** Across the page: "PRATINJAU". */
  watermark: z.string().nullable(),
});
export type LetterDocument = z.output<typeof letterDocument>;
