import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readUpdateSettings } from './settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'anjungan-settings-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const least = { feedUrl: 'https://anjungan.example.go.id/feed', channel: 'stable' };
const read = (content: unknown, fromSite: object | null = null) => {
  const path = join(folder, 'update.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return readUpdateSettings(path, fromSite);
};

describe('where new versions come from', () => {
  it('is nowhere where nobody said so', () => {
    expect(readUpdateSettings(join(folder, 'none.json'), null)).toEqual({ found: 'nothing' });
  });

  it('is what the village’s file says, unless the machine has a file of its own', () => {
    const fromSite = { ...least, channel: 'pilot' };
    expect(readUpdateSettings(join(folder, 'none.json'), fromSite)).toMatchObject({ settings: { channel: 'pilot' } });
    expect(read(least, fromSite)).toMatchObject({ settings: { channel: 'stable' } });
  });

  it('needs an address and a channel alone', () => {
    expect(read(least)).toEqual({
      found: 'settings',
      settings: { ...least, quietHours: { from: 60, until: 240 }, bytesPerSecond: 256_000, enabled: true },
    });
  });

  it.each(['http://127.0.0.1:8080/', 'http://192.168.1.5/feed', 'http://10.0.0.1', 'https://contoh.go.id:8443/a/b'])(
    'may be %s',
    (feedUrl) => expect(read({ ...least, feedUrl }).found).toBe('settings'),
  );

  it.each([
    ['feedUrl', 'http://contoh.go.id/feed'],
    ['feedUrl', 'http://8.8.8.8/feed'],
    ['feedUrl', 'https://user:secret@contoh.go.id/'],
    ['feedUrl', 'https://contoh.go.id/?village=3510'],
    ['feedUrl', 'file:///srv/feed'],
    ['channel', 'Stable'],
    ['quietHours', '1-4'],
    ['quietHours', '01:00-01:00'],
    ['bytesPerSecond', 100],
    ['enabled', 'yes'],
  ])('tells what is wrong with %s: %s', (field, value) => {
    expect(read({ ...least, [field]: value })).toEqual({
      found: 'wrong',
      wrong: expect.stringMatching(new RegExp(`^${field}: `)),
    });
  });

  it('tells of a file that is no JSON, or has a field that nobody knows', () => {
    expect(read('{')).toMatchObject({ found: 'wrong' });
    expect(read({ ...least, feedURL: 'x' })).toMatchObject({
      found: 'wrong',
      wrong: expect.stringContaining('feedURL'),
    });
  });
});
