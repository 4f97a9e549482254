import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventually, HurriedTimers, quietly } from '../../../tests/printing/printing-lounge.ts';
import { type Dial, MendingTransport } from './mending.ts';
import { NotConnected, type Proof } from './transport.ts';

/** A printer at the other end, or what stands for it in the system. */
export interface Peer {
  readonly proof: Proof;
  readonly dial: Dial;
  /** More bytes than everything between here and there can hold. */
  readonly flood: number;
  arrive(): Promise<void>;
  /** Goes away in the middle of whatever it does. */
  leave(): Promise<void>;
  /** Takes nothing any more, or everything again. */
  read(reads: boolean): void;
  /** Everything that has ever come out of it. */
  heard(): Buffer;
  /** What it answers, where answers come back. */
  say?(text: string): void;
  end(): Promise<void>;
}

const slip = (mark: string): Buffer => Buffer.from(`<${mark}${'.'.repeat(2000)}>`);

/** What every way to a printer owes the slips. */
export function describeTransport(name: string, meet: () => Promise<Peer>): void {
  describe(name, () => {
    let peer: Peer;
    let timers: HurriedTimers;
    let news: string[];
    let transport: MendingTransport;
    let handles: number;

    beforeEach(async () => {
      peer = await meet();
      timers = new HurriedTimers();
      news = [];
      handles = openHandles();
      transport = new MendingTransport(
        peer.proof,
        peer.dial,
        {
          opened: () => news.push('opened'),
          received: (bytes) => news.push(bytes.toString()),
          lost: (reason) => news.push(`lost: ${reason}`),
        },
        timers,
      );
    });
    afterEach(async () => {
      await transport.close();
      expect(timers.running).toBe(0);
      await peer.end();
    });

    const stands = () => eventually(() => expect(transport.isOpen).toBe(true));
    const connects = async () => {
      await peer.arrive();
      transport.start();
      await stands();
    };
    /** What became of a write, at any moment. */
    const watched = (bytes: Buffer) => {
      const seen: { fate: string; over: Promise<void> } = { fate: 'pending', over: Promise.resolve() };
      seen.over = transport.write(bytes).then(
        () => void (seen.fate = 'written'),
        (error: Error) => void (seen.fate = error.name),
      );
      return seen;
    };
    const times = (mark: string) => peer.heard().toString().split(`<${mark}.`).length - 1;

    it('takes bytes, whole and in their order', async () => {
      await connects();
      await Promise.all(['A001', 'A002', 'A003'].map((mark) => transport.write(slip(mark))));
      const expected = Buffer.concat([slip('A001'), slip('A002'), slip('A003')]).toString();
      await eventually(() => expect(peer.heard().toString()).toBe(expected));
      expect(news).toEqual(['opened']);
    });

    it('refuses bytes while there is no connection', async () => {
      await expect(transport.write(slip('A001'))).rejects.toThrow(NotConnected);
      transport.start();
      await eventually(() => expect(news.join()).toContain('lost: '));
      await expect(transport.write(slip('A001'))).rejects.toThrow(NotConnected);
      await peer.arrive();
      await stands();
      await quietly(1000);
      expect(times('A001')).toBe(0);
    });

    it('calls nothing written while the peer takes nothing', async () => {
      await connects();
      peer.read(false);
      const write = watched(Buffer.alloc(peer.flood));
      await quietly(2400);
      expect(write.fate).toBe('pending');
      transport.drop('stalled');
      await write.over;
      expect(write.fate).toBe('LinkLost');
      expect(news).toEqual(['opened', 'lost: stalled']);
    });

    it('calls it written as soon as the peer takes it again', async () => {
      await connects();
      peer.read(false);
      const write = watched(Buffer.alloc(peer.flood, 'x'));
      await quietly(800);
      expect(write.fate).toBe('pending');
      peer.read(true);
      await write.over;
      expect(write.fate).toBe('written');
      await eventually(() => expect(peer.heard().length).toBe(peer.flood));
    });

    it('loses what was on its way with the peer, comes back by itself, and sends nothing twice', async () => {
      await connects();
      await transport.write(slip('A001'));
      await eventually(() => expect(times('A001')).toBe(1));
      peer.read(false);
      const write = watched(Buffer.concat([slip('A002'), Buffer.alloc(peer.flood)]));
      await quietly(400);
      await peer.leave();
      await write.over;
      expect(write.fate).toBe('LinkLost');
      await eventually(() => expect(news.join()).toContain('lost: '));
      peer.read(true);
      await peer.arrive();
      await stands();
      await transport.write(slip('A003'));
      await eventually(() => expect(times('A003')).toBe(1));
      expect(times('A001')).toBe(1);
      expect(times('A002')).toBeLessThanOrEqual(1);
    });

    it('comes back after its owner has dropped it', async () => {
      await connects();
      transport.drop('silent');
      expect(transport.isOpen).toBe(false);
      await stands();
      expect(news).toEqual(['opened', 'lost: silent', 'opened']);
      await transport.write(slip('A001'));
      await eventually(() => expect(times('A001')).toBe(1));
    });

    it('tries ever more slowly while nobody is there', async () => {
      transport.start();
      // Four seconds: after about 0, 0.25, 0.75, 1.75 and 3.75.
      await quietly(4000);
      expect(news.length).toBeGreaterThanOrEqual(3);
      expect(news.length).toBeLessThanOrEqual(6);
      expect(new Set(news).size).toBe(1);
    });

    it.each(['before it was started', 'while it looks for somebody', 'while it stands', 'in the middle of a write'])(
      'leaves nothing behind when it is closed %s',
      async (moment) => {
        if (moment === 'while it looks for somebody') transport.start();
        else if (moment !== 'before it was started') await connects();
        if (moment === 'in the middle of a write') peer.read(false);
        const write = moment === 'in the middle of a write' ? watched(Buffer.alloc(peer.flood)) : null;
        await transport.close();
        expect(timers.running).toBe(0);
        await write?.over;
        expect(write?.fate ?? 'LinkLost').toBe('LinkLost');
        const { length } = news;
        await peer.leave();
        await expect(transport.write(slip('A001'))).rejects.toThrow(NotConnected);
        await quietly(1000);
        expect(news.length).toBe(length);
        await eventually(() => expect(openHandles()).toBeLessThanOrEqual(handles));
      },
    );

    it('lets what the system has taken come out after it is closed', async () => {
      await connects();
      await transport.write(slip('A001'));
      await transport.close();
      await eventually(() => expect(times('A001')).toBe(1));
    });

    it('gives the printer’s answers, where there are any', async () => {
      await connects();
      if (peer.say === undefined) return expect(peer.proof).toBe('system');
      await transport.write(slip('A001'));
      await eventually(() => expect(times('A001')).toBe(1));
      peer.say('reply');
      await eventually(() => expect(news.join('')).toBe('openedreply'));
    });
  });
}

/** Files and sockets of this process. */
function openHandles(): number {
  return process.platform === 'linux' ? readdirSync('/proc/self/fd').length : 0;
}
