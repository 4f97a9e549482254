import type { PrinterProfile } from '../../contract/printing.ts';
import { type EncodedSlip, encodeSlip } from '../../main/printing/encode.ts';
import { Logos } from '../../main/printing/pictures/logo.ts';
import type { PrintSlip } from '../../main/printing/slip.ts';
import { sampleLogo } from './sample-logo.ts';
import { englishSlip, sampleReceipt, sampleSlip, sampleTest } from './sample-slip.ts';

/** Every paper that a printer can have, in dots. */
export const widths = [576, 546, 512, 384] as const;

/** A printer that can do everything. */
export function printerOf(dots: PrinterProfile['dots'], changes: Partial<PrinterProfile> = {}): PrinterProfile {
  return { dots, cutter: true, qr: 'native', ...changes };
}

/** The whole slip as one printer gets it. */
export function bytesOf({ body, cut }: EncodedSlip): Buffer {
  return Buffer.concat([body, cut]);
}

const longestService =
  'Penerbitan Surat Keterangan Pindah Warga Negara Indonesia Antar-Kabupaten/Kota dan Antar-Provinsi';

/** One slip of every kind. */
const kinds: Readonly<Record<string, PrintSlip>> = {
  ordinary: sampleSlip(),
  english: englishSlip(),
  priority: sampleSlip({ priority: true, peopleAhead: 0, promise: { fromMinutes: 0, toMinutes: 5, notBefore: null } }),
  break: sampleSlip({ promise: { fromMinutes: 150, toMinutes: 240, notBefore: '2026-11-24T13:00:00+07:00' } }),
  long: sampleSlip({
    service: longestService,
    number: 'AA1000',
    peopleAhead: 120,
    promise: { fromMinutes: 230, toMinutes: 290, notBefore: '2026-11-24T13:00:00+07:00' },
    bring: ['KTP-el asli', 'Kartu Keluarga asli', 'surat pengantar RT/RW', 'pas foto 3×4 berwarna dua lembar'],
  }),
  reprint: sampleSlip({ peopleAhead: 1, promise: null, reprint: { nth: 2, at: '2026-11-24T09:41:00+07:00' } }),
  follows: sampleSlip({ before: 'A001', promise: null }),
  'other-day': sampleSlip({ before: 'A019', opensAt: '2026-11-30T08:00:00+07:00', peopleAhead: null, promise: null }),
  bare: sampleSlip({ place: '', promise: null, bring: [], complaints: '' }),
  letter: sampleSlip({
    bring: sampleReceipt().bring,
    request: {
      tracking: '7K2M-9QXD',
      letter: 'Surat Keterangan Usaha (SKU)',
      promisedAt: '2026-11-24T09:59:00+07:00',
    },
  }),
  receipt: sampleReceipt(),
  'receipt-sensitive': sampleReceipt({ request: { ...sampleReceipt().request, letter: null }, language: 'en' }),
  test: sampleTest(),
  'test-english': sampleTest({ office: 'Public Service Lounge', language: 'en' }),
};

/** A slip whose bytes are kept beside this file. */
export interface GoldenSlip {
  readonly name: string;
  readonly slip: PrintSlip;
  readonly profile: PrinterProfile;
  readonly encoded: EncodedSlip;
}

/** Every kind on every paper; what depends on the printer rather than on the kind, once on every paper. */
export function goldenSlips(): GoldenSlip[] {
  const png = sampleLogo();
  const logos = new Logos({ info: refuse, warn: refuse, error: refuse });
  const golden = (kind: string, profile: PrinterProfile, mark = '', logo = false): GoldenSlip => {
    const slip = kinds[kind] as PrintSlip;
    const encoded = encodeSlip(slip, profile, logo ? logos.fitting(png, profile.dots) : undefined);
    return { name: `${kind}${mark}-${profile.dots}`, slip, profile, encoded };
  };
  return widths.flatMap((dots) => [
    ...Object.keys(kinds).map((kind) => golden(kind, printerOf(dots))),
    golden('ordinary', printerOf(dots), '-logo', true),
    golden('ordinary', printerOf(dots, { qr: 'raster' }), '-raster'),
    golden('ordinary', printerOf(dots, { cutter: false }), '-uncut'),
    golden('test', printerOf(dots, { cutter: false, qr: 'raster' }), '-uncut-raster', true),
  ]);
}

function refuse(_: object, message: string): never {
  throw new Error(message);
}
