import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Assets, securityHeaders } from './assets.ts';

it('every file is sent with the whole policy', () => {
  expect(securityHeaders).toEqual({
    'content-security-policy': [
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'",
      "media-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    ].join('; '),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  });
});

describe('the files of the renderer', () => {
  let folder: string;
  let assets: Assets;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'anjungan-assets-'));
    for (const name of ['renderer/kiosk', 'renderer-old', 'sounds']) mkdirSync(join(folder, name), { recursive: true });
    for (const name of [
      'renderer/kiosk/index.html',
      'renderer/a b.js',
      'renderer/key.pem',
      'renderer-old/x.js',
      'x.js',
    ])
      writeFileSync(join(folder, name), name);
    assets = new Assets(join(folder, 'renderer'), join(folder, 'sounds'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const find = async (path: string) => (await assets.find(path))?.body.toString() ?? null;

  it('are found by their names, also escaped, and a page by its short one', async () => {
    expect(await find('/a%20b.js')).toBe('renderer/a b.js');
    expect(await find('/kiosk')).toBe('renderer/kiosk/index.html');
  });

  it.each([
    '/../x.js',
    '/..%2fx.js',
    '/../renderer-old/x.js',
    '/..%2frenderer-old%2fx.js',
    '/..%5cx.js',
    '/%00x.js',
    '/%',
    '/key.pem',
  ])('are no others: %s', async (path) => expect(await find(path)).toBeNull());
});
