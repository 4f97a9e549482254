import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from 'electron';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Graphics, isGraphicsLoop } from './graphics.ts';

describe('a loop of the graphics process', () => {
  it.each([
    ['never ended', [], false],
    ['ended once', [0], false],
    ['ended three times in a minute', [0, 30_000, 59_999], true],
    ['ended three times in more than a minute', [0, 30_000, 60_000], false],
  ])('that %s', (_name, ends, loops) => expect(isGraphicsLoop(ends)).toBe(loops));
});

describe('the graphics driver', () => {
  let folder: string;
  const said = { info: () => undefined, warn: () => undefined, error: () => undefined };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'anjungan-graphics-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** One run of the program. */
  function run(version: string, dataFolder = folder) {
    const done: string[] = [];
    const app = Object.assign(new EventEmitter(), {
      getVersion: () => version,
      disableHardwareAcceleration: () => done.push('without the driver'),
    });
    new Graphics({
      app: app as unknown as App,
      dataFolder,
      monotonic: () => 0,
      giveUp: () => done.push('ended'),
      log: said,
    });
    const end = (type: string, reason = 'crashed') => app.emit('child-process-gone', {}, { type, reason });
    return { done, end };
  }

  it('is left out from the next start on, when it died three times in a minute', () => {
    const { done, end } = run('1.0.0');
    end('GPU');
    end('GPU');
    expect(done).toEqual([]);
    end('GPU');
    expect(done).toEqual(['ended']);
    expect(run('1.0.0').done).toEqual(['without the driver']);
  });

  it('is tried again by another version of the program', () => {
    const { end } = run('1.0.0');
    for (let i = 0; i < 3; i += 1) end('GPU');
    expect(run('1.0.1').done).toEqual([]);
  });

  it('is not blamed for another process, nor for an orderly end', () => {
    const { done, end } = run('1.0.0');
    for (let i = 0; i < 3; i += 1) {
      end('Utility');
      end('GPU', 'clean-exit');
    }
    expect(done).toEqual([]);
    expect(run('1.0.0').done).toEqual([]);
  });

  it('ends the program though nothing can be noted', () => {
    const { done, end } = run('1.0.0', join(folder, 'no such folder'));
    for (let i = 0; i < 3; i += 1) end('GPU');
    expect(done).toEqual(['ended']);
  });
});
