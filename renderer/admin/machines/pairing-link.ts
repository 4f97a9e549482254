import type { Pairing } from '../../../contract/devices.ts';

/**
 * What the QR code holds: the page at which a machine joins, with code and key in the fragment, which never leaves the
 * browser. Null while nothing but this machine can reach the hub.
 */
export function pairingLink({ addresses, code, fingerprint }: Pairing): string | null {
  const address = addresses.find((text) => text.startsWith('https://'));
  if (address === undefined || fingerprint === null) return null;
  return `${address.replace(/\/$/, '')}/join#code=${code}&key=${fingerprint}`;
}

/** In groups of four, so that two people can compare it aloud. */
export function inGroups(fingerprint: string): string {
  return fingerprint.replace(/.{4}(?=.)/g, '$& ');
}
