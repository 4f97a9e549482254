import { EventEmitter } from 'node:events';
import type { BrowserWindow, Screen } from 'electron';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { WholeScreen } from './whole-screen.ts';

const television = { x: 0, y: 0, width: 1920, height: 1080 };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function make() {
  const done: string[] = [];
  const is = { boxed: false, quitting: false, destroyed: false };
  const window = Object.assign(new EventEmitter(), {
    isDestroyed: () => is.destroyed,
    getBounds: () => ({ x: 0, y: 0, width: 1024, height: 768 }),
    setBounds: ({ width, height }: { width: number; height: number }) => done.push(`${width}x${height}`),
    setKiosk: (on: boolean) => done.push(`kiosk ${on}`),
    setAlwaysOnTop: (on: boolean, level: string) => done.push(`on top ${on} ${level}`),
    moveTop: () => done.push('to the top'),
    focus: () => done.push('focus'),
  });
  const screen = Object.assign(new EventEmitter(), { getDisplayMatching: () => ({ bounds: television }) });
  new WholeScreen({
    window: window as unknown as BrowserWindow,
    screen: screen as unknown as Screen,
    boxed: () => is.boxed,
    quitting: () => is.quitting,
  });
  expect(done.splice(0)).toEqual(['on top true screen-saver']);
  return { window, screen, done, is };
}

const whole = ['1920x1080', 'kiosk true', 'on top true screen-saver', 'to the top', 'focus'];

it.each([
  ['window', 'leave-full-screen'],
  ['window', 'blur'],
  ['screen', 'display-metrics-changed'],
  ['screen', 'display-removed'],
  ['screen', 'display-added'],
] as const)('the kiosk takes the whole screen again: %s %s', (target, name) => {
  const parts = make();
  parts[target].emit(name);
  vi.advanceTimersByTime(499);
  expect(parts.done).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(parts.done).toEqual(whole);
});

it('does so once for the many pieces of news of one display', () => {
  const { screen, done } = make();
  for (let i = 0; i < 5; i += 1) {
    screen.emit('display-metrics-changed');
    vi.advanceTimersByTime(100);
  }
  vi.advanceTimersByTime(5_000);
  expect(done).toEqual(whole);
});

it('leaves the box with the set-up code alone until it is closed', () => {
  const { window, done, is } = make();
  is.boxed = true;
  window.emit('blur');
  vi.advanceTimersByTime(60_000);
  expect(done).toEqual([]);
  is.boxed = false;
  vi.advanceTimersByTime(500);
  expect(done).toEqual(whole);
});

it('does nothing to a window that is being closed, or is', () => {
  const { window, done, is } = make();
  is.quitting = true;
  window.emit('blur');
  vi.advanceTimersByTime(500);
  is.quitting = false;
  window.emit('blur');
  window.emit('closed');
  vi.advanceTimersByTime(500);
  window.emit('blur');
  is.destroyed = true;
  vi.advanceTimersByTime(500);
  expect(done).toEqual([]);
});
