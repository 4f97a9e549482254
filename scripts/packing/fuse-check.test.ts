import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FuseV1Options } from '@electron/fuses';
import { afterAll, expect, it } from 'vitest';
import { fusesOf } from '../../build/fuses.ts';
import { judgeFuses } from './fuse-check.ts';

const folder = mkdtempSync(join(tmpdir(), 'anjungan-fuses-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What `electron-fuses read` finds in a binary: how many switches there are, and each. */
function binary(wire: string): string {
  const path = join(folder, `with-${wire}`);
  const head = Buffer.concat([Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'), Buffer.from([1, wire.length])]);
  writeFileSync(path, Buffer.concat([head, Buffer.from(wire)]));
  return path;
}

const linux = { platform: 'linux', arch: 'x64' } as const;
const windows = { platform: 'win32', arch: 'x64' } as const;

it('burns in that nobody runs other programs by ours', () => {
  for (const target of [linux, windows])
    expect(fusesOf(target)).toMatchObject({
      [FuseV1Options.RunAsNode]: false,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
      [FuseV1Options.EnableNodeCliInspectArguments]: false,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
      [FuseV1Options.OnlyLoadAppFromAsar]: true,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
    });
});

it('finds nothing wrong where all is as it must be', async () => {
  expect(await judgeFuses(binary('000011001'), linux)).toEqual([]);
  expect(await judgeFuses(binary('010011001'), windows)).toEqual([]);
});

it('names each switch that was left as Electron ships it', async () => {
  expect(await judgeFuses(binary('101011001'), linux)).toEqual([
    'fuse RunAsNode is not off',
    'fuse EnableNodeOptionsEnvironmentVariable is not off',
  ]);
  expect(await judgeFuses(binary('000011001'), windows)).toEqual(['fuse EnableCookieEncryption is not on']);
});

it('goes red for each single switch that is the other way', async () => {
  const right = '000011001';
  for (let at = 0; at < right.length; at++) {
    const wire = right.slice(0, at) + (right[at] === '0' ? '1' : '0') + right.slice(at + 1);
    expect(await judgeFuses(binary(wire), linux)).toHaveLength(1);
  }
});

it('asks for a decision about a switch that a new Electron brings, and for one that is gone', async () => {
  expect(await judgeFuses(binary('0000110011'), linux)).toEqual(['fuse 9 is one that nobody decided about']);
  expect(await judgeFuses(binary('00001100r'), linux)).toEqual(['fuse WasmTrapHandlers is not on']);
});
