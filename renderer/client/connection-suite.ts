import { implement } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { contract } from '../../contract/index.ts';
import type { IssuedTicket, QueueSnapshot } from '../../contract/queue.ts';
import { CallError, type KioskClient, kioskClient } from '../client.ts';
import { type After, Connection } from './connection.ts';
import type { Dial, Wire } from './wire.ts';

const os = implement(contract);
const requestKey = '0191f3a0-0000-7000-8000-000000000001';
const jobId = '0191f3a0-0000-7000-8000-000000000002';
const reprintId = '0191f3a0-0000-7000-8000-000000000004';

export const issued: IssuedTicket = {
  id: '0191f3a0-0000-7000-8000-000000000003',
  number: 'A-001',
  serviceDay: '2026-11-24',
  position: 1,
  peopleAhead: 0,
  promise: null,
  printJobId: jobId,
};

const snapshot: QueueSnapshot = {
  at: '2026-11-24T09:14:00+07:00',
  serviceDay: '2026-11-24',
  agencies: [],
  services: [],
  calls: [],
};

/** What a hub does in a test. */
export class FakeHub {
  /** Streams that are being read. */
  streams = 0;
  takes = 0;
  /** What was said of slips, by key. */
  readonly answers = new Map<string, boolean>();
  #push: (() => void)[] = [];

  /** Lets every queue stream give its snapshot again. */
  push(): void {
    for (const wake of this.#push.splice(0)) wake();
  }

  readonly router = {
    queue: {
      take: os.queue.take.handler(async ({ input, errors }) => {
        this.takes += 1;
        if (input.serviceId === 'hang') await new Promise(() => undefined);
        if (input.serviceId === 'closed') {
          throw errors.SERVICE_CLOSED({ data: { reason: 'holiday', reopensAt: null, notice: null } });
        }
        if (input.serviceId === 'broken') throw new TypeError('a secret of the hub');
        return issued;
      }),
      watch: os.queue.watch.handler(({ signal }) => this.#watch(signal)),
    },
    printing: {
      watchJob: os.printing.watchJob.handler(async function* ({ input, errors }) {
        if (input.id !== jobId) throw errors.PRINT_JOB_UNKNOWN();
        yield { state: 'done', printer: 'ready', asks: false, tear: false, elsewhere: null };
      }),
      answerSlip: os.printing.answerSlip.handler(({ input, errors }) => {
        if (input.id !== jobId) throw errors.QUESTION_OVER();
        this.answers.set(input.requestKey, input.came);
        return { printJobId: input.came ? null : reprintId };
      }),
    },
  };

  async *#watch(signal: AbortSignal | undefined): AsyncGenerator<QueueSnapshot> {
    this.streams += 1;
    try {
      while (!signal?.aborted) {
        yield snapshot;
        await new Promise<void>((resolve) => {
          this.#push.push(resolve);
          signal?.addEventListener('abort', () => resolve());
        });
      }
    } finally {
      this.streams -= 1;
    }
  }
}

/** The way a test's wires reach the hub. */
export interface TestLink {
  dial: Dial;
  /** Cuts every wire, from the hub's side. */
  kill(): void;
  close(): Promise<void>;
}

/** Timers moved by hand. */
class Timers {
  #now = 0;
  readonly #waiting = new Set<{ due: number; run: () => void }>();

  readonly after: After = (ms, then) => {
    const timer = { due: this.#now + ms, run: then };
    this.#waiting.add(timer);
    return () => this.#waiting.delete(timer);
  };

  /** Milliseconds until each timer. */
  get pending(): number[] {
    return [...this.#waiting].map(({ due }) => due - this.#now);
  }

  advance(ms: number): void {
    this.#now += ms;
    for (const timer of [...this.#waiting].sort((a, b) => a.due - b.due)) {
      if (timer.due <= this.#now && this.#waiting.delete(timer)) timer.run();
    }
  }
}

/** The same promises over every kind of wire. */
export function suite(name: string, makeLink: (hub: FakeHub) => Promise<TestLink>): void {
  describe(`connection over ${name}`, () => {
    let hub: FakeHub;
    let link: TestLink;
    let timers: Timers;
    let connection: Connection;
    let client: KioskClient;
    /** What the network does: lets all through, swallows frames, refuses new wires, or never answers a dial. */
    let network: 'well' | 'frozen' | 'refuses' | 'hangs';
    let dials: number;
    let cuts: number;
    let frames: unknown[];

    beforeEach(async () => {
      hub = new FakeHub();
      link = await makeLink(hub);
      timers = new Timers();
      network = 'well';
      dials = 0;
      cuts = 0;
      frames = [];
      const dial: Dial = async (signal) => {
        dials += 1;
        if (network === 'refuses') throw new Error('refused');
        if (network === 'hangs') await new Promise(() => undefined);
        return watched(await link.dial(signal));
      };
      connection = new Connection(dial, timers.after, () => 1);
      client = kioskClient(connection);
    });

    afterEach(async () => {
      connection.close();
      await settle();
      expect(timers.pending, 'timers left running').toEqual([]);
      await vi.waitFor(() => expect(hub.streams, 'streams left open').toBe(0));
      await link.close();
    });

    const watched = (wire: Wire): Wire => ({
      open: ({ frame, closed }) =>
        wire.open({
          frame: (text) => {
            frames.push(text);
            if (network !== 'frozen') frame(text);
          },
          closed: () => {
            cuts += 1;
            closed();
          },
        }),
      send: (text) => {
        frames.push(text);
        if (network !== 'frozen') wire.send(text);
      },
      close: () => wire.close(),
    });

    const take = (serviceId = 'ktp') => client.queue.take({ serviceId, priority: null, requestKey });

    const codeOf = async (call: Promise<unknown>): Promise<string> => {
      const error = await call.then(
        () => null,
        (caught: unknown) => caught,
      );
      expect(error).toBeInstanceOf(CallError);
      return (error as CallError).code;
    };

    /** Follows the queue; `seen` has `up`, `down` and `value` in their order. */
    const follow = () => {
      const seen: string[] = [];
      const stop = client.queue.watch()({
        link: (up) => seen.push(up ? 'up' : 'down'),
        value: () => seen.push('value'),
      });
      return { seen, stop };
    };

    it('carries calls and a stream, all frames being strings', async () => {
      const { seen } = follow();
      await expect(take()).resolves.toEqual(issued);
      await vi.waitFor(() => expect(seen).toEqual(['up', 'value']));
      hub.push();
      await vi.waitFor(() => expect(seen).toEqual(['up', 'value', 'value']));
      expect(dials).toBe(1);
      expect(frames.every((frame) => typeof frame === 'string')).toBe(true);
    });

    it('gives an error of the contract with its data', async () => {
      await expect(take('closed')).rejects.toMatchObject({
        name: 'CallError',
        code: 'SERVICE_CLOSED',
        data: { reason: 'holiday', reopensAt: null, notice: null },
      });
    });

    it('carries what somebody says of a slip, and brings back the job of the new paper', async () => {
      const answer = (id: string, came: boolean) => client.printing.answerSlip({ id, came, requestKey });
      await expect(answer(jobId, true)).resolves.toEqual({ printJobId: null });
      await expect(answer(jobId, false)).resolves.toEqual({ printJobId: reprintId });
      expect(hub.answers).toEqual(new Map([[requestKey, false]]));
      expect(await codeOf(answer(reprintId, true))).toBe('QUESTION_OVER');
    });

    it('gives nothing of an unexpected error', async () => {
      const error = await take('broken').catch((caught: unknown) => caught);
      expect(error).toMatchObject({ name: 'CallError', code: 'INTERNAL_SERVER_ERROR' });
      expect(JSON.stringify(frames)).not.toContain('secret');
    });

    it('dials again for a call when the link died before', async () => {
      await take();
      link.kill();
      await vi.waitFor(() => expect(cuts).toBe(1));
      const call = take();
      await settle();
      timers.advance(500);
      await expect(call).resolves.toEqual(issued);
      expect(dials).toBe(2);
    });

    it('fails a call at once when the link dies under it', async () => {
      const call = codeOf(take('hang'));
      await vi.waitFor(() => expect(hub.takes).toBe(1));
      link.kill();
      await expect(call).resolves.toBe('UNREACHABLE');
    });

    it('fails an unanswered call after 5 s', async () => {
      const call = codeOf(take('hang'));
      await vi.waitFor(() => expect(hub.takes).toBe(1));
      timers.advance(4_999);
      expect(timers.pending).toEqual([1]);
      timers.advance(1);
      await expect(call).resolves.toBe('UNREACHABLE');
    });

    it('keeps a link that brought something else while a call hung', async () => {
      const { seen } = follow();
      await vi.waitFor(() => expect(seen).toEqual(['up', 'value']));
      const call = codeOf(take('hang'));
      await vi.waitFor(() => expect(hub.takes).toBe(1));
      hub.push();
      await vi.waitFor(() => expect(seen).toEqual(['up', 'value', 'value']));
      timers.advance(5_000);
      await expect(call).resolves.toBe('UNREACHABLE');
      await expect(take()).resolves.toEqual(issued);
      expect(dials).toBe(1);
      expect(seen).toEqual(['up', 'value', 'value']);
    });

    it('makes a new link when a call went into silence', async () => {
      await take();
      network = 'frozen';
      const call = codeOf(take());
      await settle();
      timers.advance(5_000);
      await expect(call).resolves.toBe('UNREACHABLE');
      network = 'well';
      const next = take();
      await settle();
      timers.advance(500);
      await expect(next).resolves.toEqual(issued);
      expect(dials).toBe(2);
    });

    it.each(['refuses', 'hangs'] as const)('fails a call after 5 s when the network %s', async (how) => {
      network = how;
      const call = codeOf(take());
      for (let elapsed = 0; elapsed < 5_000; elapsed += 250) {
        await settle();
        timers.advance(250);
      }
      await expect(call).resolves.toBe('UNREACHABLE');
    });

    it('tries for ever, with pauses that double up to 5 s', async () => {
      network = 'refuses';
      const { seen } = follow();
      const pauses: number[] = [];
      for (let i = 0; i < 8; i += 1) {
        await settle();
        await vi.waitFor(() => expect(timers.pending).toHaveLength(1));
        const [pause = 0] = timers.pending;
        pauses.push(pause);
        timers.advance(pause);
      }
      expect(pauses).toEqual([500, 1_000, 2_000, 4_000, 5_000, 5_000, 5_000, 5_000]);
      network = 'well';
      timers.advance(5_000);
      await vi.waitFor(() => expect(seen).toEqual(['down', 'up', 'value']));
    });

    it('resumes a stream whose link was cut', async () => {
      const { seen } = follow();
      await vi.waitFor(() => expect(seen).toEqual(['up', 'value']));
      link.kill();
      await vi.waitFor(() => expect(seen).toEqual(['up', 'value', 'down']));
      await vi.waitFor(() => expect(hub.streams).toBe(0));
      await settle();
      timers.advance(500);
      await vi.waitFor(() => expect(seen).toEqual(['up', 'value', 'down', 'up', 'value']));
    });

    it('counts a stream as down after 25 s of silence, and resumes it on a new link', async () => {
      const { seen } = follow();
      await vi.waitFor(() => expect(seen).toEqual(['up', 'value']));
      network = 'frozen';
      timers.advance(24_999);
      await settle();
      expect(seen).toEqual(['up', 'value']);
      timers.advance(1);
      await vi.waitFor(() => expect(seen).toEqual(['up', 'value', 'down']));
      network = 'well';
      await settle();
      timers.advance(500);
      await vi.waitFor(() => expect(seen).toEqual(['up', 'value', 'down', 'up', 'value']));
      expect(dials).toBe(2);
    });

    it('is not alarmed while snapshots are repeated', async () => {
      const { seen } = follow();
      for (let i = 1; i <= 6; i += 1) {
        await vi.waitFor(() => expect(seen).toHaveLength(1 + i));
        timers.advance(10_000);
        hub.push();
      }
      expect(seen).not.toContain('down');
    });

    it('counts a stream as down when it is not opened in 5 s', async () => {
      await take();
      network = 'frozen';
      const { seen } = follow();
      await settle();
      timers.advance(5_000);
      await vi.waitFor(() => expect(seen).toEqual(['down']));
    });

    it('ends the stream in the hub and every timer when it is stopped', async () => {
      const { seen, stop } = follow();
      await vi.waitFor(() => expect(seen).toEqual(['up', 'value']));
      expect(hub.streams).toBe(1);
      stop();
      await vi.waitFor(() => expect(hub.streams).toBe(0));
      expect(timers.pending).toEqual([]);
      expect(seen).toEqual(['up', 'value']);
    });

    it('can be stopped at any moment', async () => {
      follow().stop();
      const whileOpening = follow();
      await Promise.resolve();
      whileOpening.stop();
      let values = 0;
      const stop = client.queue.watch()({
        link: () => undefined,
        value: () => {
          values += 1;
          stop();
        },
      });
      await vi.waitFor(() => expect(values).toBe(1));
      const quick = client.queue.watch()({ link: () => quick(), value: () => (values += 1) });
      await settle();
      await vi.waitFor(() => expect(hub.streams).toBe(0));
      expect(timers.pending).toEqual([]);
      expect(values).toBe(1);
    });

    it('ends and reopens the stream of a listener that fails', async () => {
      const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
      const stop = client.queue.watch()({
        link: () => undefined,
        value: () => {
          throw new TypeError('a fault of the screen');
        },
      });
      await vi.waitFor(() => expect(error).toHaveBeenCalledTimes(1));
      await vi.waitFor(() => expect(hub.streams).toBe(0));
      timers.advance(500);
      await vi.waitFor(() => expect(error).toHaveBeenCalledTimes(2));
      stop();
      error.mockRestore();
    });

    it('opens a stream again that the hub ended, and does not call that a lost link', async () => {
      const seen: string[] = [];
      const stop = client.printing.watchJob(jobId)({
        link: (up) => seen.push(up ? 'up' : 'down'),
        value: ({ state }) => seen.push(state),
      });
      await vi.waitFor(() => expect(seen).toEqual(['up', 'done']));
      await settle();
      expect(timers.pending).toEqual([5_000]);
      timers.advance(5_000);
      await vi.waitFor(() => expect(seen).toEqual(['up', 'done', 'done']));
      stop();
    });

    it('asks again, ever more slowly, for a stream that is refused', async () => {
      const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
      const seen: string[] = [];
      const stop = client.printing.watchJob(requestKey)({
        link: (up) => seen.push(up ? 'up' : 'down'),
        value: () => seen.push('value'),
      });
      for (const pause of [500, 1_000, 2_000]) {
        await vi.waitFor(() => expect(timers.pending).toEqual([pause]));
        timers.advance(pause);
      }
      await vi.waitFor(() => expect(error).toHaveBeenCalledTimes(4));
      expect(seen).toEqual(['down']);
      stop();
      error.mockRestore();
    });

    it('fails what is under way when it is closed', async () => {
      const call = codeOf(take('hang'));
      await vi.waitFor(() => expect(hub.takes).toBe(1));
      connection.close();
      await expect(call).resolves.toBe('UNREACHABLE');
      await expect(codeOf(take())).resolves.toBe('UNREACHABLE');
    });
  });
}

/** Lets promises and queued messages go through. */
async function settle(): Promise<void> {
  for (let i = 0; i < 5; i += 1) await new Promise((resolve) => setTimeout(resolve, 1));
}
