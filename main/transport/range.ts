/** A part of a file: its first and its last byte. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/**
 * What a `Range` header asks for of so many bytes (RFC 9110, 14).
 * @returns null for the whole, also where the header makes no sense or asks for several parts; `'none'` when it asks for
 * what there is not
 */
export function rangeOf(header: string | undefined, bytes: number): Range | 'none' | null {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/i.exec(header?.trim() ?? '') ?? [];
  if (first === '' && last === '') return null;
  if (first === '') {
    const length = Math.min(Number(last), bytes);
    return length === 0 ? 'none' : { from: bytes - length, to: bytes - 1 };
  }
  const from = Number(first);
  const to = last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1);
  if (last !== '' && Number(last) < from) return null;
  return from >= bytes ? 'none' : { from, to };
}
