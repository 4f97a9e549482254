import { describe, expect, it } from 'vitest';
import type { Playing, Sound } from '../voice/loudspeaker.ts';
import { takingTurns } from './taking-turns.ts';

/** A loudspeaker that sounds until it is told to end. */
function page() {
  const log: string[] = [];
  const ends: (() => void)[] = [];
  const wakes: (() => void)[] = [];
  const speaker = {
    sound: 'on' as const,
    open: () => Promise.resolve(),
    watch: () => () => undefined,
    play(sounds: readonly Sound[], _how?: Playing) {
      log.push(sounds.join(' '));
      return new Promise<void>((done) => ends.push(done));
    },
  };
  const clock = {
    now: () => 0,
    wake(_at: number, call: () => void) {
      wakes.push(call);
      return () => undefined;
    },
  };
  return { ...takingTurns(speaker, clock), log, end: () => ends.shift()?.(), late: () => wakes.at(-1)?.() };
}

const soon = () => new Promise((done) => setTimeout(done));

describe('a kiosk that calls and reads with one loudspeaker', () => {
  it('calls at once while nothing is read', async () => {
    const { calling, log } = page();
    void calling.play(['call']);
    await soon();
    expect(log).toEqual(['call']);
  });

  it('lets a reading end before it calls, and the one that was asked for meanwhile', async () => {
    const { reading, calling, log, end } = page();
    void reading.play(['question']);
    void calling.play(['call']);
    void reading.play(['again']);
    end();
    await soon();
    expect(log).toEqual(['question', 'again']);
    end();
    await soon();
    expect(log).toEqual(['question', 'again', 'call']);
  });

  it('calls all the same when somebody reads and reads', async () => {
    const { reading, calling, log, late } = page();
    void reading.play(['question']);
    void calling.play(['call']);
    await soon();
    late();
    await soon();
    expect(log).toEqual(['question', 'call']);
  });

  it('does not say a call whose page has been closed meanwhile', async () => {
    const { reading, calling, log, end } = page();
    const closed = new AbortController();
    void reading.play(['question']);
    void calling.play(['call'], { signal: closed.signal });
    closed.abort();
    end();
    await soon();
    expect(log).toEqual(['question']);
  });
});
