/** One ESC/POS command, or a run of text; `args` is what follows the name's bytes. */
export interface Command {
  readonly name: string;
  readonly args: Buffer;
}

/** How many bytes follow each command we accept: a number, or read from the bytes themselves (undefined: not yet known). */
type Length = number | ((rest: Buffer) => number | undefined);

/** pL pH, then that many bytes. */
const counted: Length = (rest) => (rest.length < 2 ? undefined : 2 + rest.readUInt16LE(0));

const commands: Readonly<Record<string, Length>> = {
  'ESC @': 0,
  'ESC SP': 1,
  'ESC !': 1,
  'ESC $': 2,
  'ESC -': 1,
  'ESC 2': 0,
  'ESC 3': 1,
  'ESC E': 1,
  'ESC G': 1,
  'ESC J': 1,
  'ESC M': 1,
  'ESC R': 1,
  'ESC \\': 2,
  'ESC a': 1,
  'ESC d': 1,
  'ESC t': 1,
  'ESC {': 1,
  'GS !': 1,
  'GS (': (rest) => (rest.length < 3 ? undefined : 3 + rest.readUInt16LE(1)),
  'GS B': 1,
  'GS I': 1,
  'GS L': 2,
  // Functions B (65, 66) feed first and carry the distance.
  'GS V': (rest) => (rest.length < 1 ? undefined : (rest[0] ?? 0) >= 65 ? 2 : 1),
  'GS W': 2,
  'GS a': 1,
  'GS r': 1,
  // m, then bytes across (xL xH) and dots down (yL yH), then so many bytes.
  'GS v': (rest) => (rest.length < 6 ? undefined : 6 + rest.readUInt16LE(2) * rest.readUInt16LE(4)),
  'FS (': (rest) => (rest.length < 1 ? undefined : addOne(counted(rest.subarray(1)))),
  'FS -': 1,
  'FS .': 0,
  'FS S': 2,
};

const prefixes: Readonly<Record<number, string>> = { 27: 'ESC', 28: 'FS', 29: 'GS' };

function addOne(length: number | undefined): number | undefined {
  return length === undefined ? undefined : length + 1;
}

export class UnknownCommand extends Error {
  override readonly name = 'UnknownCommand';
}

/**
 * Cuts a stream of bytes into commands, whatever pieces it arrives in.
 * It accepts only what it knows: garbage on the wire must not pass for a slip.
 */
export class CommandReader {
  readonly #onUnknown: (what: string) => void;
  #rest: Buffer = Buffer.alloc(0);

  /** @param onUnknown hears of bytes that are no command; if it returns, they are skipped, as a printer does */
  constructor(onUnknown: (what: string) => void = refuse) {
    this.#onUnknown = onUnknown;
  }

  /** Whether a command has begun and not ended. */
  get isMidCommand(): boolean {
    return this.#rest.length > 0;
  }

  /** @throws UnknownCommand */
  push(chunk: Uint8Array): Command[] {
    this.#rest = Buffer.concat([this.#rest, chunk]);
    const found: Command[] = [];
    for (let command = this.#take(); command !== undefined; command = this.#take()) found.push(command);
    return found;
  }

  clear(): void {
    this.#rest = Buffer.alloc(0);
  }

  #take(): Command | undefined {
    const first = this.#rest[0];
    if (first === undefined) return undefined;
    if (first === 0x00) return this.#cut('NUL', 1, 1);
    if (first === 0x0d) return this.#cut('CR', 1, 1);
    if (first === 0x0a) return this.#cut('LF', 1, 1);
    if (first >= 0x20 && first !== 0x7f) {
      const end = this.#rest.findIndex((byte) => byte < 0x20 || byte === 0x7f);
      return this.#cut('text', 0, end === -1 ? this.#rest.length : end);
    }
    return this.#takeEscape(first);
  }

  #takeEscape(first: number): Command | undefined {
    const prefix = prefixes[first];
    if (prefix === undefined) return this.#skip(1, `byte ${hex(first)}`);
    const second = this.#rest[1];
    if (second === undefined) return undefined;
    const name = `${prefix} ${second === 0x20 ? 'SP' : String.fromCharCode(second)}`;
    const length = commands[name];
    if (length === undefined) return this.#skip(2, `${prefix} ${hex(second)}`);
    const size = typeof length === 'number' ? length : length(this.#rest.subarray(2));
    if (size === undefined || this.#rest.length < 2 + size) return undefined;
    return this.#cut(name, 2, 2 + size);
  }

  #skip(bytes: number, what: string): Command {
    this.#onUnknown(what);
    return this.#cut('unknown', 0, bytes);
  }

  #cut(name: string, from: number, to: number): Command {
    const args = Buffer.from(this.#rest.subarray(from, to));
    this.#rest = this.#rest.subarray(to);
    return { name, args };
  }
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}

function refuse(what: string): never {
  throw new UnknownCommand(what);
}
