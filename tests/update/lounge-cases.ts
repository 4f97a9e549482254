import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Standstill } from '../../main/ops/standstill.ts';
import { Spool } from '../../main/update/spool.ts';
import { Trial } from '../../main/update/trial.ts';
import { silentLog, TestLounge } from '../doubles/lounge/in-process.ts';
import { VirtualTimers } from '../doubles/time/virtual-timers.ts';
import type { DrillCase } from './drill-case.ts';

const well = { isMigrated: true, isStoreSound: true, isPortOpen: true, hasPageHeartbeat: true };

/** A real lounge whose program is on probation, with a clock of the drill's own. */
async function onProbation(
  act: (trial: {
    readonly spool: string;
    readonly pass: (ms: number) => Promise<void>;
    /** Whether a resident gets a number just now. */
    readonly gives: () => boolean;
    readonly health: { -readonly [Name in keyof typeof well]: boolean };
  }) => Promise<string | null>,
): Promise<string | null> {
  const spool = mkdtempSync(join(tmpdir(), 'anjungan-spool-'));
  const test = new TestLounge('2026-11-24T09:00:00+07:00');
  const timers = new VirtualTimers();
  const health = { ...well };
  writeFileSync(join(spool, 'trying'), '1.1.0\n');
  const trial = new Trial({
    spool: new Spool(spool),
    version: '1.1.0',
    health: () => ({ ...health }),
    standstill: test.lounge.standstill,
    timers,
    monotonic: () => timers.now,
    log: silentLog,
  });
  const service = test.lounge.board.services()[0]?.id ?? '';
  const gives = () => {
    try {
      test.take(service);
      return true;
    } catch {
      return false;
    }
  };
  try {
    return await act({ spool, pass: (ms) => timers.advance(ms), gives, health });
  } finally {
    trial.close();
    await test.end();
    rmSync(spool, { recursive: true, force: true });
  }
}

/** What the program itself does about a version on probation. */
export const loungeCases: readonly DrillCase[] = [
  {
    name: 'probation closes the lounge, and three healthy minutes open it',
    run: () =>
      onProbation(async ({ spool, pass, gives }) => {
        if (gives()) return 'a number was given at once';
        await pass(180_000);
        if (gives() || existsSync(join(spool, 'healthy'))) return 'open too early';
        await pass(10_000);
        if (!gives()) return 'still closed';
        return readFileSync(join(spool, 'healthy'), 'utf8') === '1.1.0\n' ? null : 'the judge was told something else';
      }),
  },
  {
    name: 'an unwell version stays closed and says nothing',
    run: () =>
      onProbation(async ({ spool, pass, gives, health }) => {
        health.hasPageHeartbeat = false;
        await pass(600_000);
        return gives() || existsSync(join(spool, 'healthy')) ? 'open' : null;
      }),
  },
  {
    name: 'a judge that cannot be told keeps the lounge closed until it can',
    run: () =>
      onProbation(async ({ spool, pass, gives }) => {
        mkdirSync(join(spool, 'healthy', 'in-the-way'), { recursive: true });
        await pass(200_000);
        if (gives()) return 'open, and the judge does not know';
        rmSync(join(spool, 'healthy'), { recursive: true });
        await pass(10_000);
        return gives() ? null : 'still closed';
      }),
  },
  {
    name: 'day-time return: the version of before opens at once',
    run: () =>
      onProbation(async ({ spool }) => {
        let closed = 0;
        const standstill = new Standstill(() => {
          closed += 1;
        });
        const timers = new VirtualTimers();
        // First with the judge's word still there, then as it leaves it.
        for (const left of [true, false]) {
          if (!left) rmSync(join(spool, 'trying'));
          const trial = new Trial({
            spool: new Spool(spool),
            version: '1.0.0',
            health: () => well,
            standstill,
            timers,
            monotonic: () => timers.now,
            log: silentLog,
          });
          if (trial.isOn || standstill.stands) return 'closed';
        }
        return closed === 0 ? null : 'closed for a moment';
      }),
  },
  {
    name: 'the judge decides while the program runs: it opens',
    run: () =>
      onProbation(async ({ spool, pass, gives }) => {
        rmSync(join(spool, 'trying'));
        await pass(6_000);
        return gives() ? null : 'still closed';
      }),
  },
  {
    name: 'a word that nobody takes back closes no lounge for ever',
    run: () =>
      onProbation(async ({ pass, gives, health }) => {
        health.isPortOpen = false;
        await pass(31 * 60_000);
        return gives() ? null : 'still closed';
      }),
  },
];
