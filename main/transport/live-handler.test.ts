import { StandardRPCJsonSerializer } from '@orpc/client/standard';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SnapshotSerializer } from './live-handler.ts';

const plain = new StandardRPCJsonSerializer();

it('writes down whatever is sent as oRPC does', () => {
  const value = fc.anything({ withDate: true, withMap: true, withSet: true, withBigInt: true });
  fc.assert(
    fc.property(value, fc.boolean(), (sent, frozen) => {
      const ours = new SnapshotSerializer();
      const data = frozen ? Object.freeze(sent) : sent;
      expect(ours.serialize(data)).toEqual(plain.serialize(data));
      expect(ours.serialize(data)).toEqual(plain.serialize(data));
    }),
  );
});

it('takes a frozen snapshot apart once, and one that may change every time', () => {
  const ours = new SnapshotSerializer();
  const snapshot = Object.freeze({ at: '2026-11-24', called: ['A001'] });
  expect(ours.serialize(snapshot)).toBe(ours.serialize(snapshot));
  const open = { at: '2026-11-24' };
  ours.serialize(open);
  open.at = '2026-11-25';
  expect(ours.serialize(open)[0]).toEqual({ at: '2026-11-25' });
});
