import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** People who stand nowhere but in these tests, and a search that finds any of them however it is written. */

export interface Seeded {
  readonly name: string;
  readonly nik: string;
  readonly address: string;
  /** E.164. */
  readonly phone: string;
}

/** What every name, NIK, address and phone of a seeded person holds. */
const marks = { name: 'wongsodimejo', nik: '351016050890', address: 'xylofonkrajan', phone: '85298877' } as const;

const syllables = ['ba', 'ci', 'du', 'fe', 'go', 'ha', 'ji', 'ku', 'le', 'mo'] as const;

/** @param nth from 0 to 9,998; nobody is there twice */
export function seededPerson(nth: number): Seeded {
  const digits = String(nth + 1).padStart(4, '0');
  const word = [...digits].map((digit) => syllables[Number(digit)]).join('');
  return {
    name: `Wongsodimejo ${word[0]?.toUpperCase()}${word.slice(1)}`,
    nik: `${marks.nik}${digits}`,
    address: `Jalan Xylofonkrajan ${word} Nomor ${nth + 1}`,
    phone: `+62${marks.phone}${digits}`,
  };
}

const grouped = (sign: string) => [marks.nik.replace(/(.{4})(?=.)/g, `$1${sign}`), `35${sign}10${sign}16${sign}050890`];
const plain = [
  ...Object.values(marks),
  ...[' ', '.', '-', '%20', '+'].flatMap(grouped),
  `852-9887-7`,
  `852 9887 7`,
  `852%209887%207`,
];
const wide = (text: string) => text.replaceAll(/./g, '$&\0');
/** A text inside base64 looks one of three ways; the signs at its ends hang on what stands beside it. */
const inBase64 = (text: string) =>
  [0, 1, 2].map((before) => {
    const whole = Buffer.from('\0'.repeat(before) + text)
      .toString('base64')
      .replaceAll('=', '');
    return whole.slice(before === 0 ? 0 : before + 1, -2);
  });
const lowered = plain.flatMap((text) => [text, wide(text)]);
const exact = Object.values(marks)
  .flatMap((mark) => [mark, mark.toUpperCase(), `${mark[0]?.toUpperCase()}${mark.slice(1)}`])
  .flatMap(inBase64);

/** Which of the marks stand in it: plain, as UTF-16LE, in base64, in a URL, a NIK or phone in groups. */
export function seedsIn(content: string | Buffer): string[] {
  const text = typeof content === 'string' ? content : content.toString('latin1');
  const low = text.toLowerCase();
  return [
    ...lowered.filter((seed) => low.includes(seed)),
    ...[...exact, ...exact.map(wide)].filter((seed) => text.includes(seed)),
  ];
}

/** Every file below a folder that names one of them, by its content or its own name. @returns what was read, too */
export function seedsBelow(folder: string): { names: string[]; bytes: number; hits: string[] } {
  const found = { names: [] as string[], bytes: 0, hits: [] as string[] };
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const content = readFileSync(path);
    found.names.push(entry.name);
    found.bytes += content.length;
    for (const seed of [...seedsIn(entry.name), ...seedsIn(content)]) found.hits.push(`${path}: ${seed}`);
  }
  return found;
}
