import { generateKeyPairSync, type KeyObject } from 'node:crypto';

export interface TestKey {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  /** With the mark that keeps it out of every release. */
  readonly publicPem: string;
}

/** A key of a test's own; none is kept anywhere. */
export function makeTestKey(): TestKey {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  return { privateKey, publicKey, publicPem: `ANJUNGAN TEST KEY\n${pem}` };
}
