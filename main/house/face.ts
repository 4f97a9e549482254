import { createHash } from 'node:crypto';
import type { LoungeFile } from '../../contract/catalogue.ts';
import type { LoungeSnapshot } from '../../contract/lounge.ts';

type Face = Pick<
  LoungeSnapshot,
  | 'name'
  | 'place'
  | 'desk'
  | 'complaints'
  | 'timeZone'
  | 'unitType'
  | 'logo'
  | 'slipOutlet'
  | 'spareLetter'
  | 'defaults'
>;

/** What a device shows of the lounge itself, as the catalogue has it. The picture is named by its hash only. */
export function faceOf(lounge: LoungeFile, device: string): Face {
  const { name, place, desk, complaints, timeZone, unitType, logo, slipOutlet, spareLetter, devices } = lounge;
  return {
    name,
    place,
    desk,
    complaints,
    timeZone,
    unitType,
    logo: logo === undefined ? null : createHash('sha256').update(logo).digest('base64url').slice(0, 16),
    slipOutlet,
    spareLetter,
    defaults: Object.hasOwn(devices.own, device) ? (devices.own[device] ?? devices.default) : devices.default,
  };
}
