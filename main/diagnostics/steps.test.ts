import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LanState } from '../../contract/lan.ts';
import { type PrinterCondition, printerConditions } from '../../contract/printing.ts';
import { HubClockStep, PairedClockStep } from './clock.ts';
import { DatabaseStep } from './database.ts';
import { OwnHubStep, PairedHubStep } from './hub.ts';
import { hasDefaultRoute, NetworkStep } from './network.ts';
import { type PrinterSeen, PrintersStep } from './printer.ts';
import { roomOf, StorageStep } from './storage.ts';
import { type FeedState, UpdateStep } from './update.ts';

const signal = new AbortController().signal;
const mb = 1_000_000;
const coded = (code: string) => Object.assign(new Error(code), { code });

describe('the disk', () => {
  const look = (free: number, tryWrite = () => Promise.resolve()) =>
    new StorageStep({ freeBytes: () => Promise.resolve(free), tryWrite }).look();

  it.each([
    [0, 'bad', 'storage_full'],
    [199 * mb, 'bad', 'storage_full'],
    [200 * mb, 'attention', 'storage_low'],
    [499 * mb, 'attention', 'storage_low'],
    [500 * mb, 'good', 'storage_ok'],
  ])('with %d bytes is %s', async (free, verdict, finding) => {
    expect(await look(free)).toMatchObject({ verdict, finding, figures: { megabytes: Math.floor(free / mb) } });
  });

  it('that says it has room is full when nothing can be written, or cannot be written at all', async () => {
    expect(await look(9e9, () => Promise.reject(coded('ENOSPC')))).toMatchObject({ finding: 'storage_full' });
    expect(await look(9e9, () => Promise.reject(coded('EROFS')))).toMatchObject({ finding: 'storage_unwritable' });
  });

  it('never has more room with fewer bytes', () => {
    const order = ['full', 'low', 'ok'];
    fc.assert(
      fc.property(fc.nat(1e9), fc.nat(1e9), (a, b) => {
        expect(order.indexOf(roomOf(Math.min(a, b)))).toBeLessThanOrEqual(order.indexOf(roomOf(Math.max(a, b))));
      }),
    );
  });
});

describe('the database', () => {
  it.each([
    ['ok', 'good', 'database_ok'],
    ['none', 'not_here', 'database_none'],
    ['damaged', 'bad', 'database_damaged'],
    ['locked', 'bad', 'database_locked'],
    ['unopenable', 'bad', 'database_unopenable'],
  ] as const)('that is found %s', async (state, verdict, finding) => {
    const step = new DatabaseStep(() => Promise.resolve({ state, bytes: 41 * mb, rows: {} }));
    expect(await step.look()).toMatchObject({ verdict, finding });
  });
});

describe('the clock', () => {
  it('of a hub is believed or waits for a person', () => {
    expect(new HubClockStep(() => true).look()).toMatchObject({ finding: 'clock_ok' });
    expect(new HubClockStep(() => false).look()).toMatchObject({ verdict: 'attention', finding: 'clock_unconfirmed' });
  });

  it.each([
    [0, 'clock_ok', {}],
    [-90_000, 'clock_ok', {}],
    [-30 * 60_000, 'clock_off', { minutes: 30 }],
    [86_400_000, 'clock_off', { minutes: 1_440 }],
  ])('of a paired machine that is %d ms off its hub’s', async (off, finding, figures) => {
    const hubWall = Date.parse('2026-11-24T02:14:00Z');
    const step = new PairedClockStep(
      () => Promise.resolve({ hubWall, tookMs: 3, known: true }),
      () => hubWall + off,
    );
    expect(await step.look(signal)).toMatchObject({ finding, figures });
  });
});

describe('the network', () => {
  const look = (addresses: string[], gateway: boolean | null, needed = false) =>
    new NetworkStep(
      { interfaces: () => addresses.map((address) => ({ address })), hasGateway: () => Promise.resolve(gateway) },
      needed,
    ).look();

  it('is told with its address, but never with one of the internet', async () => {
    expect(await look(['192.168.1.10'], true)).toMatchObject({
      finding: 'network_ok',
      figures: { networks: 1, address: '192.168.1.10' },
    });
    expect((await look(['36.80.1.2'], null)).figures).toEqual({ networks: 1 });
  });

  it('without a way out, or without any, stops no hub, but a paired machine is lost', async () => {
    expect(await look(['10.0.0.2'], false)).toMatchObject({ verdict: 'attention', finding: 'network_no_gateway' });
    expect(await look([], null)).toMatchObject({ verdict: 'attention', finding: 'network_none' });
    expect(await look([], null, true)).toMatchObject({ verdict: 'bad', finding: 'network_needed' });
  });

  it('has a way out when the table of Linux has a default route that is up', () => {
    const head = 'Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT\n';
    const local = 'eth0\t0001A8C0\t00000000\t0001\t0\t0\t100\t00FFFFFF\t0\t0\t0\n';
    const way = (flags: string) => `eth0\t00000000\t0101A8C0\t${flags}\t0\t0\t100\t00000000\t0\t0\t0\n`;
    expect(hasDefaultRoute(head + local)).toBe(false);
    expect(hasDefaultRoute(head + way('0003') + local)).toBe(true);
    expect(hasDefaultRoute(head + way('0002'))).toBe(false);
    fc.assert(fc.property(fc.string(), (text) => typeof hasDefaultRoute(text) === 'boolean'));
  });
});

type OwnLan = Pick<LanState, 'enabled' | 'running' | 'problem' | 'port'>;

describe('the hub', () => {
  const lan: OwnLan = { enabled: true, running: true, problem: null, port: 4781 };
  const look = (its: Partial<OwnLan>, answers = true, port: number | null = 4780) =>
    new OwnHubStep({
      port: () => port,
      answers: () => Promise.resolve(answers),
      lan: () => ({ ...lan, ...its }),
    }).look(signal);

  it('answers here, or here and on the network, or says what keeps it from that', async () => {
    expect(await look({ enabled: false })).toMatchObject({ verdict: 'good', finding: 'hub_ok' });
    expect(await look({})).toMatchObject({ verdict: 'good', finding: 'hub_open', figures: { port: 4781 } });
    expect(await look({ running: false, problem: 'port_taken' })).toMatchObject({ finding: 'hub_port_taken' });
    expect(await look({ running: false, problem: 'no_address' })).toMatchObject({ finding: 'hub_no_address' });
    expect(await look({ running: false })).toMatchObject({ verdict: 'bad', finding: 'hub_lan_failed' });
  });

  it('that serves nothing is not there, and one that does not answer itself is broken', async () => {
    expect(await look({}, true, null)).toMatchObject({ verdict: 'not_here' });
    expect(await look({}, false)).toMatchObject({ verdict: 'bad', finding: 'hub_silent' });
  });

  it('elsewhere is reached, is not, or knows this machine no more', async () => {
    const asked = (known: boolean) => new PairedHubStep(() => Promise.resolve({ hubWall: 0, tookMs: 12.4, known }));
    expect(await asked(true).look(signal)).toMatchObject({ finding: 'hub_reached', figures: { milliseconds: 12 } });
    expect(await asked(false).look(signal)).toMatchObject({ finding: 'hub_turned_away' });
    const gone = new PairedHubStep(() => Promise.reject(coded('EHOSTUNREACH')));
    expect(await gone.look(signal)).toMatchObject({ verdict: 'bad', finding: 'hub_unreachable' });
  });
});

describe('the printers', () => {
  const seen = (condition: PrinterCondition, its: Partial<PrinterSeen> = {}): PrinterSeen => ({
    condition,
    stopped: null,
    reads: null,
    toCheck: 0,
    ...its,
  });
  const look = (...printers: PrinterSeen[]) => new PrintersStep(() => printers).look();

  it('are told by the worst of them, whatever their order', () => {
    expect(look(seen('ready'), seen('ready'))).toMatchObject({ verdict: 'good', figures: { printers: 2 } });
    fc.assert(
      fc.property(fc.shuffledSubarray([...printerConditions], { minLength: 1 }), (conditions) => {
        const forth = look(...conditions.map((one) => seen(one)));
        expect(look(...conditions.toReversed().map((one) => seen(one)))).toEqual(forth);
        if (conditions.includes('unreachable')) expect(forth.finding).toBe('printer_unreachable');
      }),
    );
  });

  it('that lie are looked at: ready with slips that nobody saw, or in a state that there is not', () => {
    expect(look(seen('ready', { toCheck: 1 }))).toMatchObject({ verdict: 'bad', finding: 'printer_needs_check' });
    expect(look(seen('paper_low', { stopped: 'unknown' }))).toMatchObject({ finding: 'printer_needs_check' });
    expect(look(seen('ready', { reads: 'a' }))).toMatchObject({ finding: 'printer_needs_check' });
    expect(look(seen('on_fire' as PrinterCondition))).toMatchObject({ finding: 'printer_needs_check' });
    // What the paper says goes first: it is the reason.
    expect(look(seen('paper_out', { toCheck: 2 }))).toMatchObject({ finding: 'printer_paper_out' });
  });

  it('that are not there are no fault of the machine', () => {
    expect(look()).toMatchObject({ verdict: 'attention', finding: 'printer_none' });
    expect(look(seen('absent'), seen('ready'))).toMatchObject({ finding: 'printer_ready', figures: { printers: 1 } });
  });
});

describe('the feed of new versions', () => {
  const look = (state: FeedState | null) => new UpdateStep(() => state).look(signal);
  const hour = 3_600_000;

  it.each([
    [null, 'update_not_set_up'],
    [{ reachable: null, answeredAgoMs: null, waiting: null }, 'update_not_asked'],
    [{ reachable: false, answeredAgoMs: null, waiting: null }, 'update_unreachable'],
    [{ reachable: false, answeredAgoMs: hour, waiting: null }, 'update_unreachable'],
    [{ reachable: true, answeredAgoMs: 3 * hour, waiting: null }, 'update_current'],
    [{ reachable: true, answeredAgoMs: hour, waiting: '1.4.0' }, 'update_waiting'],
    [{ reachable: true, answeredAgoMs: 7 * 24 * hour, waiting: null }, 'update_stale'],
  ])('that says %j', async (state, finding) => {
    expect(await look(state)).toMatchObject({ finding });
  });
});
