/** What is signed about one package. Every field is checked before anything is done with it. */
export interface ReleaseNote {
  readonly product: 'anjungan';
  readonly channel: string;
  readonly platform: UpdatePlatform;
  readonly arch: string;
  /** Three numbers, as in 1.4.0. */
  readonly version: string;
  /** Bytes of the package. */
  readonly size: number;
  /** Of the package, base64. */
  readonly sha512: string;
  /** Grows with every signing; a machine never goes below the highest it has seen. */
  readonly sequence: number;
  /** ISO, UTC. */
  readonly issuedAt: string;
  /** ISO, UTC. Only warned about: clocks of these machines lie. */
  readonly expires: string;
  /** Percent of the machines of the channel that take it. */
  readonly rollout: number;
}

export type UpdatePlatform = 'linux' | 'win32';

/** The signed text is not one of ours, though the signature is: made by another program, or by a newer format. */
export class UnreadableNote extends Error {}

const wholeNumber = /^(0|[1-9]\d{0,14})$/;
const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;
/** In the order in which they are written. Plain enough that a shell script reads them without a parser. */
const fields: readonly (readonly [keyof ReleaseNote, RegExp])[] = [
  ['product', /^anjungan$/],
  ['channel', /^[a-z]{1,20}$/],
  ['platform', /^(linux|win32)$/],
  ['arch', /^(x64|arm64)$/],
  ['version', /^(0|[1-9]\d{0,5})(\.(0|[1-9]\d{0,5})){2}$/],
  ['size', wholeNumber],
  ['sha512', /^[A-Za-z0-9+/]{86}==$/],
  ['sequence', wholeNumber],
  ['issuedAt', moment],
  ['expires', moment],
  ['rollout', /^(\d{1,2}|100)$/],
];

/**
 * The body that is signed: a line for each field, in a fixed order, with an end of line after the last.
 * @throws UnreadableNote where a field cannot be written
 */
export function writeNote(note: ReleaseNote): string {
  const text = fields.map(([name]) => `${name}=${note[name]}\n`).join('');
  readNote(text);
  return text;
}

/** @throws UnreadableNote for anything but what `writeNote` makes */
export function readNote(text: string): ReleaseNote {
  const lines = text.split('\n');
  if (lines.length !== fields.length + 1 || lines.at(-1) !== '') throw new UnreadableNote('another number of lines');
  const values = new Map<string, string>();
  for (const [index, [name, shape]] of fields.entries()) {
    const line = lines[index] ?? '';
    const value = line.slice(name.length + 1);
    if (!line.startsWith(`${name}=`) || !shape.test(value)) throw new UnreadableNote(`no proper ${name}`);
    values.set(name, value);
  }
  const of = (name: keyof ReleaseNote) => values.get(name) ?? '';
  return {
    product: 'anjungan',
    channel: of('channel'),
    platform: of('platform') as UpdatePlatform,
    arch: of('arch'),
    version: of('version'),
    size: Number(of('size')),
    sha512: of('sha512'),
    sequence: Number(of('sequence')),
    issuedAt: of('issuedAt'),
    expires: of('expires'),
    rollout: Number(of('rollout')),
  };
}

/** Where the note of one kind of machine lies in the feed. */
export function noteFile(kind: Pick<ReleaseNote, 'channel' | 'platform' | 'arch'>): string {
  return `anjungan-${kind.channel}-${kind.platform}-${kind.arch}.update`;
}

/** The package's name follows from what is signed, so no server chooses a path on the machine. */
export function packageFile(kind: Pick<ReleaseNote, 'version' | 'platform' | 'arch'>): string {
  return `anjungan-${kind.version}-${kind.platform}-${kind.arch}.${kind.platform === 'linux' ? 'deb' : 'exe'}`;
}

/** @returns less than 0 where `a` is older than `b`; both as in a note */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)];
  for (let place = 0; place < 3; place += 1) {
    const difference = (left[place] ?? 0) - (right[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
