import { createHash, type KeyObject } from 'node:crypto';

/** How a key is named to people and pinned by programs: SHA-256 of its public part (SPKI), base64url. */
export function fingerprintOf(publicKey: KeyObject): string {
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64url');
}
