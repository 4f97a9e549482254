import { readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { stageOf } from '../../main/update/verdict.ts';
import type { DrillCase } from './drill-case.ts';
import { Feed, type Published } from './feed.ts';
import { LinuxOffice } from './linux-office.ts';
import { loungeCases } from './lounge-cases.ts';
import { type Circumstances, OfferedMachine } from './offered-machine.ts';
import { makeTestKey } from './test-keys.ts';

const older = makeTestKey();
const newer = makeTestKey();
const strange = makeTestKey();

type Given = { readonly published?: Partial<Published> } & Partial<Circumstances>;

/**
 * One offer to one machine.
 * @param expected outcome and reason (or version) of the round
 */
function offer(name: string, expected: string, { published, ...circumstances }: Given = {}): DrillCase {
  return {
    name,
    run: async () => {
      const feed = await Feed.open();
      feed.publish({ note: {}, signedBy: [older.privateKey], ...published });
      const machine = new OfferedMachine({ feedUrl: feed.url, trusted: [older.publicKey], ...circumstances });
      try {
        const round = await machine.round();
        const found = `${round.outcome} ${'reason' in round ? round.reason : round.version}`;
        const left = readdirSync(machine.spoolFolder).join(' ');
        if (found !== expected) return found;
        const isHandedOver = round.outcome === 'handed_over';
        if (left !== (isHandedOver ? 'parcel' : '')) return `${found}, and in the spool: ${left || 'nothing'}`;
        if (round.outcome === 'refused' && round.reason !== 'wrong_sum' && feed.asked.length > 1)
          return `${found}, and yet it asked for ${feed.asked[1]}`;
        return null;
      } finally {
        machine.remove();
        await feed.close();
      }
    },
  };
}

const oldSequence = { note: { sequence: 5 } };
const before = stageOf('village 3510', '1.1.0');
const replaced = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);

/** Offers that a machine with version 1.0.0 meets in a good night, unless the case says otherwise. */
const offers: readonly DrillCase[] = [
  offer('good', 'handed_over 1.1.0'),
  offer('tampered metadata', 'refused bad_signature', {
    published: { spoilNote: replaced('rollout=100', 'rollout=99') },
  }),
  offer('metadata cut short', 'refused bad_signature', { published: { spoilNote: (text) => text.slice(0, -20) } }),
  offer('metadata without signatures', 'refused not_signed', { published: { signedBy: [] } }),
  offer('metadata is something else', 'refused not_signed', { published: { spoilNote: () => 'version: 9.9.9\n' } }),
  offer('endless metadata', 'refused too_long', { published: { spoilNote: (text) => text.padEnd(100_000, ' ') } }),
  offer('tampered file', 'refused wrong_sum', { published: { spoilPackage: replaced('new', 'own') } }),
  offer('shortened file', 'refused wrong_sum', { published: { spoilPackage: (text) => text.slice(0, 1000) } }),
  offer('truncated on the way', 'failed ECONNRESET', { published: { cuts: 99 } }),
  offer('unknown key', 'refused unknown_key', { published: { signedBy: [strange.privateKey] } }),
  offer('rotated key, machine knows both', 'handed_over 1.1.0', {
    published: { signedBy: [newer.privateKey] },
    trusted: [newer.publicKey, older.publicKey],
  }),
  offer('rotated key, release signed by both', 'handed_over 1.1.0', {
    published: { signedBy: [newer.privateKey, older.privateKey] },
  }),
  offer('withdrawn key', 'refused unknown_key', { trusted: [newer.publicKey] }),
  offer('lower sequence', 'not_taken lower_sequence', { published: oldSequence }),
  offer('downgrade', 'not_taken downgrade', { published: { note: { version: '0.9.0' } } }),
  offer('same version', 'not_taken same_version', { published: { note: { version: '1.0.0' } } }),
  offer('blacklisted', 'not_taken blacklisted', { blacklist: ['1.1.0'] }),
  offer('outside the stage', 'not_taken outside_stage', { published: { note: { rollout: before } } }),
  offer('just inside the stage', 'handed_over 1.1.0', { published: { note: { rollout: before + 1 } } }),
  offer('expired, which only warns', 'handed_over 1.1.0', { published: { note: { expires: '2020-01-01T00:00:00Z' } } }),
  offer('wrong channel', 'not_taken wrong_channel', {
    published: { note: { channel: 'stable' }, servedAs: { channel: 'pilot', platform: 'linux', arch: 'x64' } },
  }),
  offer('wrong arch', 'not_taken wrong_arch', {
    published: { note: { arch: 'arm64' }, servedAs: { channel: 'pilot', platform: 'linux', arch: 'x64' } },
  }),
  offer('outside the quiet hours', 'waiting outside_quiet_hours', { moment: { minuteOfDay: 600 } }),
  offer('open lounge', 'waiting lounge_open', { moment: { isLoungeClosed: false } }),
  offer('no fresh backup', 'waiting no_fresh_backup', { moment: { backupAgeMs: null } }),
  offer('disk full', 'waiting disk_full', { moment: { freeBytes: 400_000_000 } }),
  offer('paused by a supervisor', 'waiting paused', { moment: { isPaused: true } }),
  offer('clock that nobody believes', 'waiting clock_doubted', { moment: { isClockBelieved: false } }),
  offer('machine without root’s program', 'waiting no_installer', { moment: { hasInstaller: false } }),
  offer('session ending', 'waiting session_ending', { moment: { isSessionEnding: true } }),
  offer('Windows', 'handed_over 1.1.0', {
    published: { note: { platform: 'win32' } },
    machine: { platform: 'win32' },
  }),
];

const feedDown: DrillCase = {
  name: 'feed down',
  run: async () => {
    const port = await freePort();
    const machine = new OfferedMachine({ feedUrl: `http://127.0.0.1:${port}`, trusted: [older.publicKey] });
    const round = await machine.round();
    machine.remove();
    return round.outcome === 'failed' && round.reason === 'ECONNREFUSED' ? null : JSON.stringify(round);
  },
};

/** Fetched by day, handed over at night by a program that was started anew, without fetching again. */
const fetchedByDay: DrillCase = {
  name: 'fetched by day, installed at night',
  run: async () => {
    const feed = await Feed.open();
    feed.publish({ note: {}, signedBy: [older.privateKey] });
    const machine = new OfferedMachine({ feedUrl: feed.url, trusted: [older.publicKey] });
    const day = await machine.round({ isLoungeClosed: false });
    const night = await machine.round();
    const packages = feed.asked.filter((name) => name.endsWith('.deb')).length;
    machine.remove();
    await feed.close();
    if (day.outcome !== 'waiting' || night.outcome !== 'handed_over') return JSON.stringify([day, night]);
    return packages === 1 ? null : `the package was fetched ${packages} times`;
  },
};

/** A release served again after a newer one was seen, though nothing of the newer one was installed. */
const servedAgain: DrillCase = {
  name: 'older release served again',
  run: async () => {
    const feed = await Feed.open();
    const machine = new OfferedMachine({ feedUrl: feed.url, trusted: [older.publicKey] });
    feed.publish({ note: { sequence: 30, rollout: 0, version: '1.2.0' }, signedBy: [older.privateKey] });
    await machine.round();
    feed.publish({ note: { sequence: 29 }, signedBy: [older.privateKey] });
    const round = await machine.round();
    machine.remove();
    await feed.close();
    return round.outcome === 'not_taken' && round.reason === 'lower_sequence' ? null : JSON.stringify(round);
  },
};

/** The whole way on Linux: fetched by electron-updater, verified and installed by root's program, then it crashes. */
const crashAfterInstall: DrillCase = {
  name: 'crash after install: old version, old data',
  run: async () => {
    const office = new LinuxOffice(older);
    const feed = await Feed.open();
    feed.publish({ note: {}, contents: '1.1.0\nbroken\n', signedBy: [older.privateKey] });
    const machine = new OfferedMachine({
      feedUrl: feed.url,
      trusted: [older.publicKey],
      spoolFolder: office.spoolFolder,
    });
    try {
      const round = await machine.round();
      office.write('1.1.0\n', 'failing-version');
      const { said } = await office.run();
      const isBack = office.version === '1.0.0' && office.data === '100 tickets\nmigrated by 1.0.0\n';
      if (round.outcome !== 'handed_over' || !isBack) return `${JSON.stringify(round)} ${office.version} ${said}`;
      return office.blacklist === '1.1.0\n' ? null : 'not blacklisted';
    } finally {
      machine.remove();
      office.remove();
      await feed.close();
    }
  },
};

/** A line that is cut twice: the rest is fetched, or all of it where the server gives no parts. */
function cutInTheMiddle(name: string, knowsRanges: boolean, mostSent: number): DrillCase {
  return {
    name,
    run: async () => {
      const feed = await Feed.open();
      const contents = 'x'.repeat(400_000);
      feed.publish({ note: {}, contents, signedBy: [older.privateKey], cuts: 2, knowsRanges });
      const machine = new OfferedMachine({ feedUrl: feed.url, trusted: [older.publicKey] });
      const round = await machine.round();
      const { sent } = feed;
      machine.remove();
      await feed.close();
      if (round.outcome !== 'handed_over') return JSON.stringify(round);
      return sent <= mostSent ? null : `${sent} bytes were sent`;
    },
  };
}

/** The program ends while it fetches; the next one goes on where it ended. */
const cutByARestart: DrillCase = {
  name: 'cut until the round failed, resumed by the next start',
  run: async () => {
    const feed = await Feed.open();
    feed.publish({ note: {}, contents: 'x'.repeat(400_000), signedBy: [older.privateKey], cuts: 5 });
    const machine = new OfferedMachine({ feedUrl: feed.url, trusted: [older.publicKey] });
    const first = await machine.round();
    const second = await machine.round();
    const { sent } = feed;
    machine.remove();
    await feed.close();
    if (first.outcome !== 'failed' || second.outcome !== 'handed_over') return JSON.stringify([first, second]);
    // Of what was on its way when the line was cut, some is sent again.
    return sent < 1_000_000 ? null : `${sent} bytes were sent`;
  },
};

/** 300 kB at 250 kB a second: the office's line stays free, and it takes its time. */
const slowly: DrillCase = {
  name: 'fetched at the speed that was set',
  run: async () => {
    const feed = await Feed.open();
    feed.publish({ note: {}, contents: 'x'.repeat(300_000), signedBy: [older.privateKey] });
    const machine = new OfferedMachine({
      feedUrl: feed.url,
      trusted: [older.publicKey],
      bytesPerSecond: 250_000,
    });
    const began = performance.now();
    const round = await machine.round();
    const took = performance.now() - began;
    machine.remove();
    await feed.close();
    if (round.outcome !== 'handed_over') return JSON.stringify(round);
    return took >= 1190 && took < 4000 ? null : `it took ${Math.round(took)} ms`;
  },
};

export const drillCases: readonly DrillCase[] = [
  ...offers,
  slowly,
  cutInTheMiddle('cut in the middle, resumed', true, 699_999),
  cutInTheMiddle('cut in the middle, started again', false, 800_000),
  cutByARestart,
  ...loungeCases,
  feedDown,
  fetchedByDay,
  servedAgain,
  ...(process.platform === 'linux' ? [crashAfterInstall] : []),
];

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}
