import { describe, expect, it } from 'vitest';
import { hashMarks, isSameMachine, type MachineSystem, type Marks, readMarks } from './machine-marks.ts';

const marks: Marks = { board: ['uuid-1'], network: ['00:1b:21:aa:00:01'], system: ['install-1'] };
const kept = hashMarks(marks);
const same = (now: Partial<Marks>, before = kept) => isSameMachine(before, { ...marks, ...now });

describe('a machine is the same', () => {
  it('as itself, with another network card, or with a system installed anew', () => {
    expect(same({})).toBe(true);
    expect(same({ network: ['00:1b:21:aa:00:02'] })).toBe(true);
    expect(same({ system: ['install-2'] })).toBe(true);
  });

  it('where nothing can be compared', () => {
    expect(same({ board: [], network: [], system: [] })).toBe(true);
  });

  it('by its cards alone, where the board’s numbers are root’s', () => {
    const cards = hashMarks({ ...marks, board: [] });
    expect(same({ board: [] }, cards)).toBe(true);
    expect(same({ board: [], network: ['00:1b:21:aa:00:02'] }, cards)).toBe(false);
  });
});

describe('another machine', () => {
  it('is known although its cloned disk took the system’s number along', () => {
    expect(same({ board: ['uuid-2'], network: ['00:1b:21:aa:00:02'] })).toBe(false);
  });

  it('is known by the system’s number where the hardware says nothing', () => {
    const silent = { board: [], network: [] };
    expect(same({ ...silent, system: ['install-2'] }, hashMarks({ ...marks, ...silent }))).toBe(false);
  });
});

it('nobody reads a machine’s numbers from what is kept', () => {
  const text = JSON.stringify(kept);
  for (const mark of Object.values(marks).flat()) expect(text).not.toContain(mark);
  expect(hashMarks(marks).board).not.toEqual(kept.board);
});

const files: Readonly<Record<string, string>> = {
  '/sys/class/dmi/id/product_uuid': '4c4c4544-0042-3510-8052-b4c04f4e4b32\n',
  '/sys/class/dmi/id/board_serial': 'Default string\n',
  '/proc/device-tree/serial-number': '03000200-0400-0500-0006-000700080009\0',
  '/sys/class/net/enp1s0/address': '00:1B:21:AA:00:01\n',
  '/sys/class/net/docker0/address': '02:42:ac:11:00:02\n',
  '/sys/class/net/wlan0/address': '9e:11:22:33:44:55\n',
  '/etc/machine-id': 'abc\n',
};
const linux: MachineSystem = {
  platform: 'linux',
  read: (path) => files[path] ?? null,
  names: (path) =>
    path === '/sys/class/net' ? ['enp1s0', 'docker0', 'wlan0'] : /enp1s0|wlan0/.test(path) ? ['uevent'] : [],
  ask: () => null,
  macs: () => [],
};

it('on Linux, makers’ fillings, made-up addresses and cards of software are no marks', () => {
  expect(readMarks(linux)).toEqual({
    board: ['4c4c4544-0042-3510-8052-b4c04f4e4b32'],
    network: ['00:1b:21:aa:00:01'],
    system: ['abc'],
  });
});

it('on Windows, the registry, the firmware and the cards are asked', () => {
  const windows: MachineSystem = {
    platform: 'win32',
    read: () => null,
    names: () => [],
    ask: (program) =>
      program === 'reg' ? '\r\n    MachineGuid    REG_SZ    1b2c-3d\r\n' : '4C4C4544-0042-3510-8052-B4C04F4E4B32\r\n',
    macs: () => ['e8:6a:64:00:11:22', '00:00:00:00:00:00'],
  };
  expect(readMarks(windows)).toEqual({
    board: ['4c4c4544-0042-3510-8052-b4c04f4e4b32'],
    network: ['e8:6a:64:00:11:22'],
    system: ['1b2c-3d'],
  });
});
