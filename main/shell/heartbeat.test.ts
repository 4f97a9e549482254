import { EventEmitter } from 'node:events';
import type { WebContents } from 'electron';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Heartbeat } from './heartbeat.ts';
import { programPage } from './page.ts';

const page = programPage('kiosk');
let now: number;
let silences: number;
let heartbeat: Heartbeat;
const ipc = new EventEmitter();
const mainFrame = { parent: null, origin: page.origin };

beforeEach(() => {
  now = 0;
  silences = 0;
  ipc.removeAllListeners();
  heartbeat = new Heartbeat({
    contents: { ipc, mainFrame } as unknown as WebContents,
    page,
    monotonic: () => now,
    silent: () => {
      silences += 1;
    },
  });
});
afterEach(() => heartbeat.close());

const beat = (senderFrame: object | null = mainFrame) => ipc.emit('alive', { senderFrame });
/** So many seconds pass, in which the shell looks every five. */
const pass = (seconds: number, beating: boolean) => {
  for (let second = 5; second <= seconds; second += 5) {
    now += 5_000;
    if (beating) beat();
    heartbeat.look();
  }
};

it('believes a page that beats', () => {
  pass(600, true);
  expect([heartbeat.beats, silences]).toEqual([true, 0]);
});

it('tells of a page that stopped, once, and gives the next one a minute', () => {
  beat();
  pass(10, false);
  expect(silences).toBe(0);
  pass(5, false);
  expect(silences).toBe(1);
  pass(55, false);
  expect(silences).toBe(1);
  pass(5, false);
  expect(silences).toBe(2);
});

it('gives a page a minute to load at the start', () => {
  pass(55, false);
  expect([heartbeat.beats, silences]).toEqual([true, 0]);
  pass(5, false);
  expect(silences).toBe(1);
});

it('believes no frame within the page, and no other page', () => {
  beat();
  for (let second = 0; second < 15; second += 5) {
    now += 5_000;
    beat({ parent: mainFrame, origin: page.origin });
    beat({ parent: null, origin: 'https://elsewhere.example' });
    beat(null);
    heartbeat.look();
  }
  expect(silences).toBe(1);
});

it('does not take a machine that slept for a dead page', () => {
  beat();
  now += 3_600_000;
  heartbeat.look();
  expect(silences).toBe(0);
  pass(15, false);
  expect(silences).toBe(1);
});
