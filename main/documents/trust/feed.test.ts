import { afterEach, describe, expect, it } from 'vitest';
import { VirtualTimers } from '../../../tests/doubles/time/virtual-timers.ts';
import { TrustFeed } from './feed.ts';

const address = 'https://tepercaya.example.go.id/daftar.jws';
const minute = 60_000;
const day = 24 * 60 * minute;

/** An office whose regency answers as the test says. */
class Office {
  readonly timers = new VirtualTimers();
  readonly asked: string[] = [];
  readonly results: string[] = [];
  readonly taken: string[] = [];
  readonly told: string[] = [];
  address: string | null = address;
  holds: 'taken' | 'same' | 'wrong' = 'taken';
  readonly feed: TrustFeed;

  constructor(answer: (url: string, signal: AbortSignal) => Response | Promise<Response>, patienceMs = 1_000) {
    const tell = (_fields: object, words: string) => void this.told.push(words);
    this.feed = new TrustFeed({
      address: () => this.address,
      take: (list) => {
        this.taken.push(list);
        return Promise.resolve(this.holds);
      },
      looked: (result) => void this.results.push(result),
      fetch: async ({ href }, how) => {
        this.asked.push(href);
        expect(how.redirect).toBe('manual');
        return answer(href, how.signal as AbortSignal);
      },
      timers: this.timers,
      random: () => 0.5,
      log: { info: tell, warn: tell, error: tell },
      patienceMs,
    });
    this.feed.start();
  }
}

const redirect = (to: string) => new Response(null, { status: 302, headers: { location: to } });

let office: Office;
afterEach(() => office.feed.close());

describe("the regency's feed", () => {
  it('is asked a while after the start, and then once a day', async () => {
    office = new Office(() => new Response('a.list.here'));
    await office.timers.advance(minute);
    expect(office.asked).toEqual([]);
    await office.timers.advance(9 * minute);
    expect(office.asked).toEqual([address]);
    expect(office.taken).toEqual(['a.list.here']);
    office.holds = 'same';
    await office.timers.advance(3 * day);
    expect(office.results).toEqual(['taken', 'same', 'same', 'same']);
    expect(office.told).toEqual([]);
  });

  it('is left alone while the village names none', async () => {
    office = new Office(() => new Response('a.list.here'));
    office.address = null;
    await office.timers.advance(day);
    expect(office.asked).toEqual([]);
    office.address = address;
    await office.timers.advance(day);
    expect(office.results).toEqual(['taken']);
  });

  it('may be away for days: that is said once a day, and is no error', async () => {
    office = new Office(() => Promise.reject(new TypeError('fetch failed')));
    await office.timers.advance(3 * day);
    expect(office.results).toEqual(['unreachable', 'unreachable', 'unreachable']);
    expect(office.told.length).toBe(3);
    expect(office.taken).toEqual([]);
  });

  it('may hold what nobody signed', async () => {
    office = new Office(() => new Response('<!doctype html>'));
    office.holds = 'wrong';
    await office.timers.advance(day);
    expect(office.results).toEqual(['wrong']);
  });

  it.each([
    ['an error page', () => new Response('no', { status: 503 })],
    ['a way out of https', () => redirect('http://tepercaya.example.go.id/daftar.jws')],
    ['a file of this machine', () => redirect('file:///etc/passwd')],
    ['a way to nowhere', () => redirect('https://')],
    ['a circle', () => redirect(address)],
    ['more than 2 MB', () => new Response('x'.repeat(2_000_001))],
  ])('gets nowhere by %s', async (_name, answer) => {
    office = new Office(answer);
    await office.timers.advance(day);
    expect(office.results).toEqual(['unreachable']);
    expect(office.taken).toEqual([]);
    expect(office.asked.length).toBeLessThanOrEqual(4);
  });

  it('may have moved, by https', async () => {
    office = new Office((url) => (url === address ? redirect('/baru/daftar.jws') : new Response('a.list.here')));
    await office.timers.advance(day);
    expect(office.asked).toEqual([address, 'https://tepercaya.example.go.id/baru/daftar.jws']);
    expect(office.results).toEqual(['taken']);
  });

  it('that never answers is given up, and asked again the next day', async () => {
    office = new Office((_url, signal) => new Promise((_, reject) => signal.addEventListener('abort', reject)), 5);
    await office.timers.advance(10 * minute);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(office.results).toEqual(['unreachable']);
    await office.timers.advance(2 * day);
    expect(office.asked.length).toBe(2);
  });

  it('holds nobody up who ends the program', async () => {
    office = new Office((_url, signal) => new Promise((_, reject) => signal.addEventListener('abort', reject)));
    await office.timers.advance(10 * minute);
    await office.feed.close();
    expect(office.results).toEqual([]);
    expect(office.timers.running).toBe(0);
  });
});
