import { alphabet, codeLength, plainCode } from '../staff/code.ts';

/** What the address of this page held; null: nothing. */
export type Invitation = { readonly code: string } | 'unreadable' | null;

const code = new RegExp(`^[${alphabet}]{4}-?[${alphabet}]{4}$`);
/** SHA-256 in base64url. */
const key = /^[\w-]{43}$/;

/**
 * Reads the QR code of the supervisor's screen, `#code=7Q4K-M2XV&key=…`. The key is looked at for its form only, so that
 * half a link is not taken for a whole one: a page cannot see by whose key it was sent. Its browser has seen to that, by
 * the authority that was installed from the machine with this key; programs pin the key themselves.
 * @param fragment as `location.hash` gives it
 */
export function readInvitation(fragment: string): Invitation {
  if (fragment.length <= 1) return null;
  const said = new URLSearchParams(fragment.slice(1));
  const [codes, keys] = [said.getAll('code'), said.getAll('key')];
  const whole = said.size === 2 && code.test(codes[0] ?? '') && key.test(keys[0] ?? '');
  const plain = plainCode(codes[0] ?? '');
  return whole && plain.length === codeLength ? { code: plain } : 'unreadable';
}
