/**
 * Indonesian phone numbers. A mobile is 08, a digit from 1 and 7 to 10 more; Banyuwangi's landlines are 0333 and 5 to 7
 * digits. They are kept as E.164: `+6281234567890`.
 */

const mobile = /^8[1-9]\d{7,10}$/;
const landline = /^333\d{5,7}$/;

/** However it was typed: 0…, 62…, +62…, 0062…, with spaces, dots, hyphens and brackets. Null when it is no such number. */
export function readPhone(text: string): string | null {
  const bare = text.replaceAll(/[\s.()-]/g, '');
  const national = /^(?:\+62|0062|62|0)(\d+)$/.exec(bare)?.[1];
  return national !== undefined && (mobile.test(national) || landline.test(national)) ? `+62${national}` : null;
}

/** As people read it: `0812 3456 7890`, `0333 425001`. Anything but a kept number stays as it is. */
export function writePhone(kept: string): string {
  if (readPhone(kept) !== kept) return kept;
  const number = `0${kept.slice(3)}`;
  if (number.startsWith('0333')) return `0333 ${number.slice(4)}`;
  // Four and four, except where that would leave a group of one or two.
  const second = number.length < 12 ? 7 : 8;
  return `${number.slice(0, 4)} ${number.slice(4, second)} ${number.slice(second)}`;
}
