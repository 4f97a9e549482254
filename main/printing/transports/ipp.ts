/** As much of the Internet Printing Protocol (RFC 8010, 8011) as a queue of the system needs. */
export const operations = { printJob: 0x0002, cancelJob: 0x0008, jobAttributes: 0x0009, printerAttributes: 0x000b };
const tags = { operation: 0x01, end: 0x03, integer: 0x21, boolean: 0x22, enum: 0x23 } as const;
const syntaxes = { charset: 0x47, language: 0x48, uri: 0x45, name: 0x42, keyword: 0x44, type: 0x49, integer: 0x21 };
const version = 0x0101;

/** One operation attribute: how it is written, its name and its value. */
export type IppAttribute = readonly [keyof typeof syntaxes, name: string, value: string | number];

export interface IppAnswer {
  /** From 0x0400 on it is a refusal. */
  readonly status: number;
  /** First values of the numbers and truths by name; the rest is nothing we ask for. */
  readonly values: ReadonlyMap<string, number>;
}

/** An answer that is none. */
export class BadIpp extends Error {
  override readonly name = 'BadIpp';
}

export function ippRequest(operation: number, attributes: readonly IppAttribute[]): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt16BE(version, 0);
  head.writeUInt16BE(operation, 2);
  head.writeUInt32BE(1, 4);
  const start: IppAttribute[] = [
    ['charset', 'attributes-charset', 'utf-8'],
    ['language', 'attributes-natural-language', 'en'],
  ];
  return Buffer.concat([
    head,
    Buffer.of(tags.operation),
    ...[...start, ...attributes].map(encoded),
    Buffer.of(tags.end),
  ]);
}

function encoded([syntax, name, value]: IppAttribute): Buffer {
  const bytes = typeof value === 'string' ? Buffer.from(value) : Buffer.alloc(4);
  if (typeof value === 'number') bytes.writeInt32BE(value);
  return Buffer.concat([Buffer.of(syntaxes[syntax]), withLength(Buffer.from(name)), withLength(bytes)]);
}

function withLength(bytes: Buffer): Buffer {
  return Buffer.concat([Buffer.of(bytes.length >> 8, bytes.length & 0xff), bytes]);
}

/** @throws BadIpp for bytes that are no answer, or the half of one */
export function readIpp(bytes: Buffer): IppAnswer {
  const values = new Map<string, number>();
  try {
    const status = bytes.readUInt16BE(2);
    let at = 8;
    for (let tag = bytes.readUInt8(at); tag !== tags.end; tag = bytes.readUInt8(at)) {
      at += 1;
      if (tag < 0x10) continue;
      const name = bytes.subarray(at + 2, at + 2 + bytes.readUInt16BE(at)).toString();
      at += 2 + bytes.readUInt16BE(at);
      const length = bytes.readUInt16BE(at);
      at += 2 + length;
      // A value without a name is one more of the attribute before.
      if (name === '' || values.has(name)) continue;
      if ((tag === tags.integer || tag === tags.enum) && length === 4) values.set(name, bytes.readInt32BE(at - 4));
      else if (tag === tags.boolean && length === 1) values.set(name, bytes.readUInt8(at - 1));
    }
    return { status, values };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new BadIpp('not an answer of a print server');
  }
}
