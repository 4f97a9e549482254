import fc from 'fast-check';
import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import type { StatusBody } from '../../contract/fleet.ts';
import { fleetFingerprint, newFleetKey, readStatus, signStatus } from './status-text.ts';

const key = newFleetKey();

const count = fc.integer({ min: 0, max: 999_999 });
const body: fc.Arbitrary<StatusBody> = fc.record({
  v: fc.constant(1 as const),
  of: fc.constant('anjungan' as const),
  key: fc.constant(key.x),
  code: fc.constantFrom('35.10.05.2008', '35.10.01.2001'),
  unit: fc.constantFrom('desa', 'kelurahan', 'lounge'),
  seq: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
  at: fc.constant('2026-11-25T13:20:00+07:00'),
  version: fc.constantFrom('0.1.0', '12.3.4-rc.1'),
  printer: fc.constantFrom('ready', 'paper_out', 'cutter_jammed'),
  clock: fc.boolean(),
  backup: fc.option(count),
  disk: fc.constantFrom('good', 'low', 'full', 'unknown'),
  tickets: count,
  waiting: count,
  up: count,
  stands: fc.constantFrom([], ['storage_full'], ['storage_full', 'new_version']),
  update: fc.constantFrom('off', 'current', 'handed_over'),
});

describe('a status', () => {
  it('is read as it was signed', () =>
    fc.assert(
      fc.asyncProperty(body, async (status) => {
        expect(await readStatus(await signStatus(status, key))).toEqual(status);
      }),
      { numRuns: 60 },
    ));

  it('is not read when any sign of it was changed', () =>
    fc.assert(
      fc.asyncProperty(body, fc.nat(), fc.nat({ max: 62 }), async (status, place, other) => {
        const text = await signStatus(status, key);
        const at = place % text.length;
        const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-';
        const changed = `${text.slice(0, at)}${signs[other]}${text.slice(at + 1)}`;
        const read = await readStatus(changed);
        // The last sign of base64url has bits to spare: another spelling of the same status is no other status.
        if (changed !== text && read !== null) expect(read).toEqual(status);
      }),
      { numRuns: 150 },
    ));

  it('that names another machine’s key is not that machine’s', async () => {
    const [status] = fc.sample(body, 1) as [StatusBody];
    const text = await signStatus({ ...status, key: newFleetKey().x }, key);
    expect(await readStatus(text)).toBeNull();
  });

  it('without a signature, with another algorithm, too long or no text at all is none', async () => {
    const [status] = fc.sample(body, 1) as [StatusBody];
    const [, payload = ''] = (await signStatus(status, key)).split('.');
    const unsigned = Buffer.from('{"alg":"none"}').toString('base64url');
    for (const text of ['', 'ANJ1:x', `${unsigned}.${payload}.`, `.${payload}.`, 'x.'.repeat(5000), '\0.\0.\0'])
      expect(await readStatus(text)).toBeNull();
  });

  it('fits a QR code that a telephone reads from a screen, also at its longest', () =>
    fc.assert(
      fc.asyncProperty(body, async (status) => {
        const text = await signStatus(status, key);
        expect(text.length).toBeLessThanOrEqual(718);
        // Version 20 has 97 points a side.
        expect(encode(text, { ecc: 'L', border: 0 }).size).toBeLessThanOrEqual(97);
      }),
      { numRuns: 30 },
    ));

  it('is known by a fingerprint that can be read out', () => {
    expect(fleetFingerprint(key.x)).toMatch(/^([0-9a-f]{4} ){3}[0-9a-f]{4}$/);
  });
});
