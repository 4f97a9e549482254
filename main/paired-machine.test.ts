import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freePort } from '../tests/doubles/lounge/lan-lounge.ts';
import { openWindowPort } from '../tests/doubles/lounge/window.ts';
import type { StartOptions } from './options.ts';
import { PairedMachine, readPairing } from './paired-machine.ts';
import { HubFile, type KnownHub } from './transport/remote/known-hub.ts';

const hub: KnownHub = {
  address: '192.168.1.10',
  port: 8443,
  names: ['hub.test'],
  fingerprint: 'x',
  token: 'y',
  device: { id: 'z', kind: 'counter', name: 'Loket 1' },
};
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'anjungan-paired-'));
});
afterEach(() => rmSync(data, { recursive: true }));

const read = (more: Partial<StartOptions> = {}) =>
  readPairing(
    { data, port: 4780, printer: undefined, paper: undefined, now: undefined, mode: undefined, ...more },
    log,
  );
const pair = () => new HubFile(join(data, 'hub.json')).write(hub);

describe('the data folder', () => {
  it('of a hub has no pairing, whatever else it holds', () => {
    expect(read()).toBeNull();
    writeFileSync(join(data, 'lounge.db'), '');
    expect(read({ printer: 'tcp://192.168.1.50:9100' })).toBeNull();
  });

  it('of a paired machine says what kind it is', () => {
    pair();
    expect(read()?.kind).toBe('counter');
  });

  it('cannot be both: neither a lounge nor its people are passed over in silence', () => {
    pair();
    writeFileSync(join(data, 'lounge.db'), '');
    expect(() => read()).toThrow(/remove one of them/);
    rmSync(join(data, 'lounge.db'));
    expect(() => read({ mode: 'hub' })).toThrow(/cannot be a hub/);
    expect(() => read({ mode: 'display' })).toThrow(/set up as a display and is paired as a counter/);
    expect(read({ mode: 'counter' })?.kind).toBe('counter');
  });

  it('of a machine that was set up for another’s hub begins no lounge before it is paired', () => {
    for (const mode of ['counter', 'display'] as const)
      expect(() => read({ mode })).toThrow(/not paired with a hub yet/);
    for (const mode of ['kiosk', 'hub'] as const) expect(read({ mode })).toBeNull();
  });

  it('with a damaged pairing starts nothing', () => {
    writeFileSync(join(data, 'hub.json'), '{"token":');
    expect(() => read()).toThrow(/damaged/);
  });
});

it('a paired machine takes its time from its hub', () => {
  pair();
  expect(() => read({ now: 0 })).toThrow(/--now is for the hub/);
});

describe('a printer at a paired kiosk', () => {
  const pairKiosk = () =>
    new HubFile(join(data, 'hub.json')).write({ ...hub, device: { ...hub.device, kind: 'kiosk' } });
  const kept = () => new HubFile(join(data, 'hub.json')).read()?.printer;

  it('is said once and remembered, with the width of its paper', () => {
    pairKiosk();
    read({ printer: 'tcp://192.168.1.50:9100' });
    expect(kept()).toEqual({ uri: 'tcp://192.168.1.50:9100', paper: 80 });
    read({ paper: 58 });
    expect(kept()).toEqual({ uri: 'tcp://192.168.1.50:9100', paper: 58 });
    read({ printer: 'tcp://192.168.1.51:9100' });
    expect(kept()).toEqual({ uri: 'tcp://192.168.1.51:9100', paper: 58 });
    read();
    expect(kept()).toEqual({ uri: 'tcp://192.168.1.51:9100', paper: 58 });
  });

  it('is no use without an address, nor at a counter or a display', () => {
    pairKiosk();
    expect(() => read({ paper: 58 })).toThrow(/--paper needs --printer/);
    for (const printer of ['cups:Loket', 'windows:POS-58'])
      expect(() => read({ printer })).toThrow(/cannot lend a printer of its system/);
    pair();
    expect(() => read({ printer: 'tcp://192.168.1.50:9100' })).toThrow(/prints no slips/);
    expect(kept()).toBeUndefined();
  });
});

it('a hub that is away closes every port that the page asks for, and the log hears of it once', async () => {
  const warnings: string[] = [];
  const machine = new PairedMachine({
    file: new HubFile(join(data, 'hub.json')),
    hub: { ...hub, address: '127.0.0.1', port: await freePort(), names: [] },
    log: { ...log, warn: (_data, message) => warnings.push(message) },
  });
  for (let asked = 0; asked < 3; asked += 1) {
    const { served, closed } = openWindowPort();
    machine.serve(served);
    await closed;
  }
  expect(warnings).toEqual(['the hub cannot be reached']);
});
