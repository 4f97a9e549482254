import { EventEmitter } from 'node:events';
import type { WebContents } from 'electron';
import { describe, expect, it } from 'vitest';
import { cureFor, Recovery } from './recovery.ts';

const gone = { kind: 'gone', reason: 'crashed' } as const;

describe('the cure', () => {
  it.each([
    ['a page that died', gone, [], 'reload'],
    ['a third time in a minute', gone, [0, 30_000], 'reload'],
    ['a fourth time in a minute', gone, [41_000, 42_000, 43_000], 'give_up'],
    ['a fourth time in more than a minute', gone, [40_000, 42_000, 43_000], 'reload'],
    ['no memory', { kind: 'gone', reason: 'oom' }, [], 'reload'],
    ['a process that cannot start', { kind: 'gone', reason: 'launch-failed' }, [], 'give_up'],
    ['a program that was changed', { kind: 'gone', reason: 'integrity-failure' }, [], 'give_up'],
    ['a page that hangs', { kind: 'unresponsive' }, [0, 1, 2], 'kill'],
    ['a load that failed', { kind: 'load_failed', code: -6 }, [], 'reload'],
    ['a load that was refused', { kind: 'load_failed', code: -3 }, [], 'ignore'],
  ] as const)('of %s', (_name, mishap, reloads, cure) => expect(cureFor(mishap, reloads, 100_000)).toBe(cure));
});

class Contents extends EventEmitter {
  readonly done: string[] = [];
  reload(): void {
    this.done.push('reload');
  }
  forcefullyCrashRenderer(): void {
    this.done.push('kill');
    this.die('killed');
  }
  die(reason = 'crashed'): void {
    this.emit('render-process-gone', {}, { reason });
  }
}

function make({ quitting = false } = {}) {
  const contents = new Contents();
  const clock = { now: 0 };
  const logged: string[] = [];
  const say = (_data: object, message: string) => logged.push(message);
  new Recovery({
    contents: contents as unknown as WebContents,
    monotonic: () => clock.now,
    quitting: () => quitting,
    giveUp: () => contents.done.push('give up'),
    log: { info: say, warn: say, error: say },
  });
  return { contents, clock, logged };
}

describe('recovery', () => {
  it('reloads three times in a minute, then gives up', () => {
    const { contents } = make();
    for (let i = 0; i < 4; i += 1) contents.die();
    expect(contents.done).toEqual(['reload', 'reload', 'reload', 'give up']);
  });

  it('goes on for ever when it is seldom', () => {
    const { contents, clock } = make();
    for (let i = 0; i < 10; i += 1) {
      contents.die();
      clock.now += 20_001;
    }
    expect(new Set(contents.done)).toEqual(new Set(['reload']));
  });

  it('kills a page that hangs, which brings it back', () => {
    const { contents } = make();
    contents.emit('unresponsive');
    expect(contents.done).toEqual(['kill', 'reload']);
  });

  it('minds the main frame only', () => {
    const { contents } = make();
    contents.emit('did-fail-load', {}, -6, 'FILE_NOT_FOUND', 'x', false);
    expect(contents.done).toEqual([]);
    contents.emit('did-fail-load', {}, -6, 'FILE_NOT_FOUND', 'x', true);
    expect(contents.done).toEqual(['reload']);
  });

  it('leaves a window alone that is being closed', () => {
    const { contents, logged } = make({ quitting: true });
    contents.die();
    expect(contents.done).toEqual([]);
    expect(logged).toEqual([]);
  });

  it('says when the preload failed', () => {
    const { contents, logged } = make();
    contents.emit('preload-error', {}, 'index.cjs', new Error('x'));
    expect(logged).toEqual(['the preload script failed']);
  });
});
