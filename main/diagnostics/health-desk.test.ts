import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HealthDesk, type HealthDeskParts } from './health-desk.ts';

const well = { isMigrated: true, isStoreSound: true, isPortOpen: true, hasPageHeartbeat: true };

function desk(its: Partial<HealthDeskParts> = {}) {
  return new HealthDesk({
    health: () => well,
    readStore: () => undefined,
    version: '1.0.0',
    uptimeSeconds: () => 61,
    standstill: () => [],
    printer: () => 'ready',
    clockConfirmed: () => true,
    backupAgeMs: () => Promise.resolve(5_400_000),
    room: () => Promise.resolve('ok'),
    tick: () => 0,
    ...its,
  });
}

describe('how the hub is', () => {
  it('says all of it where all is well', async () => {
    expect(await desk().now()).toEqual({
      healthy: true,
      missing: [],
      version: '1.0.0',
      uptimeSeconds: 61,
      standstill: [],
      printer: 'ready',
      clockConfirmed: true,
      backupAgeHours: 1.5,
      storage: 'ok',
    });
  });

  it('is well exactly when no sign is missing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          isMigrated: fc.boolean(),
          isStoreSound: fc.boolean(),
          isPortOpen: fc.boolean(),
          hasPageHeartbeat: fc.boolean(),
        }),
        async (health) => {
          const { healthy, missing } = await desk({ health: () => health }).now();
          expect(healthy).toBe(missing.length === 0);
          expect(missing).toHaveLength(Object.values(health).filter((holds) => !holds).length);
        },
      ),
    );
  });

  it('is not well when the store cannot be read, whatever it was at the start', async () => {
    const broken = desk({
      readStore: () => {
        throw new Error('disk I/O error');
      },
    });
    expect(await broken.now()).toMatchObject({ healthy: false, missing: ['store'] });
  });

  it('is still told when backups and disk cannot be asked', async () => {
    const fails = () => Promise.reject(new Error('EIO'));
    const report = await desk({ backupAgeMs: fails, room: fails }).now();
    expect(report).toMatchObject({ healthy: true, backupAgeHours: null, storage: null });
  });

  it('is looked at once a second, however many ask', async () => {
    let looks = 0;
    let tick = 0;
    const asked = desk({ tick: () => tick, readStore: () => void (looks += 1) });
    await Promise.all(Array.from({ length: 100 }, () => asked.now()));
    expect(looks).toBe(1);
    tick = 1_000;
    await asked.now();
    expect(looks).toBe(2);
  });
});
