import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MortalTimers, VirtualTimers } from '../../../tests/doubles/time/virtual-timers.ts';
import type { Given, JobNow, LetterOutlet } from './letter-outlet.ts';
import { LetterPrintStore } from './letter-print-store.ts';
import { PrintLanes } from './print-lanes.ts';
import { after, type Happening, newPrint } from './print-rules.ts';

const schema = readFileSync(new URL('../../store/migrations/0150-letter-print.sql', import.meta.url), 'utf8');
const begin = Date.parse('2026-11-24T09:00:00+07:00');

/** What a printer that obeys nobody does with what it is given. */
type Manner = 'prints' | 'waits' | 'refuses' | 'takes and says nothing' | 'loses' | 'never answers' | 'gives up';

/** A system's queue that counts what it has taken: each of it may be on paper. */
class WilfulOutlet implements LetterOutlet {
  manner: Manner = 'prints';
  readonly taken: string[] = [];
  #jobs: JobNow['is'][] = [];

  async queues() {
    return [];
  }

  async print(_queue: string, what: { pdf: Uint8Array }): Promise<Given> {
    const id = Buffer.from(what.pdf).toString();
    if (this.manner === 'refuses') return { refused: 'stopped' };
    if (this.manner === 'loses') return { lost: 'timeout' };
    this.taken.push(id);
    if (this.manner === 'never answers') return new Promise(() => undefined);
    if (this.manner === 'takes and says nothing') return { lost: 'interrupted' };
    this.#jobs.push(this.manner === 'prints' ? 'out' : 'waiting');
    return { taken: String(this.#jobs.length) };
  }

  async jobs(_queue: string, jobs: readonly string[]) {
    if (this.manner === 'loses') return null;
    if (this.manner !== 'waits')
      this.#jobs = this.#jobs.map((is) => (is !== 'waiting' ? is : this.manner === 'gives up' ? 'given_up' : 'out'));
    return new Map(
      jobs.map((job): [string, JobNow] => {
        const is = this.#jobs[Number(job) - 1] ?? 'forgotten';
        return [job, is === 'waiting' ? { is, reason: 'no_paper' } : { is }];
      }),
    );
  }

  async cancel(_queue: string, job: string) {
    if (this.#jobs[Number(job) - 1] === 'waiting') this.#jobs[Number(job) - 1] = 'cancelled';
  }

  close(): void {}
}

/** An office with one printer, whose program can be killed at any moment. */
class Office {
  readonly timers = new VirtualTimers();
  readonly outlet = new WilfulOutlet();
  readonly #db = new Database(':memory:');
  readonly prints: LetterPrintStore;
  #program: MortalTimers;
  #lanes: PrintLanes;
  #asked = 0;

  constructor() {
    this.#db.exec(schema);
    this.prints = new LetterPrintStore(this.#db);
    this.#program = new MortalTimers(this.timers);
    this.#lanes = this.#open();
  }

  get now() {
    return begin + this.timers.now;
  }

  ask(): string {
    this.#asked += 1;
    const id = String(this.#asked).padStart(4, '0');
    const who = { requestId: 'r', queue: 'Kantor', copies: 1, actor: 'staff-1', device: 'counter-1' };
    this.prints.insert({ ...newPrint, ...who, id, letterId: id, at: this.now, since: this.now });
    this.#lanes.wake('Kantor');
    return id;
  }

  decide(id: string, kind: 'again' | 'cancel' | 'came_out'): boolean {
    const print = this.prints.find(id);
    const next = print && after(print, { kind } satisfies Happening, this.now);
    if (!next) return false;
    this.prints.stand(id, 'Kantor', next, this.now);
    this.#lanes.wake('Kantor');
    return true;
  }

  /** The power goes out and comes back. What the old program was about never goes on. */
  async lose(): Promise<void> {
    this.#program.kill();
    void this.#lanes.close();
    await this.timers.advance(0);
    this.#program = new MortalTimers(this.timers);
    this.#lanes = this.#open();
    this.#lanes.start();
  }

  stateOf(id: string) {
    return this.prints.find(id)?.state;
  }

  #open() {
    return new PrintLanes({
      prints: this.prints,
      outlet: this.outlet,
      timers: this.#program,
      clock: { wall: () => this.now },
      letter: (id) => ({ pdf: Buffer.from(id), paper: 'A4' }),
      changed: () => undefined,
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    });
  }
}

describe('the line in front of a printer', () => {
  it('prints a letter and says that it is out', async () => {
    const office = new Office();
    const id = office.ask();
    await office.timers.advance(5_000);
    expect(office.stateOf(id)).toBe('done');
    expect(office.timers.running).toBe(0);
  });

  it('leaves what was being given over uncertain when the power went out, and does not print it again', async () => {
    const office = new Office();
    office.outlet.manner = 'never answers';
    const id = office.ask();
    await office.timers.advance(1_000);
    expect(office.stateOf(id)).toBe('sending');
    office.outlet.manner = 'prints';
    await office.lose();
    await office.timers.advance(600_000);
    expect(office.prints.find(id)).toMatchObject({ state: 'unknown', reason: 'interrupted' });
    expect(office.outlet.taken).toEqual([id]);
    expect(office.decide(id, 'again')).toBe(true);
    await office.timers.advance(5_000);
    expect(office.stateOf(id)).toBe('done');
  });

  it('follows after a restart what the system had taken before', async () => {
    const office = new Office();
    office.outlet.manner = 'waits';
    const id = office.ask();
    await office.timers.advance(5_000);
    expect(office.prints.find(id)).toMatchObject({ state: 'sent', reason: 'no_paper' });
    await office.lose();
    office.outlet.manner = 'prints';
    await office.timers.advance(20_000);
    expect(office.stateOf(id)).toBe('done');
    expect(office.outlet.taken).toEqual([id]);
  });

  it('takes a letter back from the system', async () => {
    const office = new Office();
    office.outlet.manner = 'waits';
    const id = office.ask();
    await office.timers.advance(5_000);
    office.decide(id, 'cancel');
    await office.timers.advance(20_000);
    expect(office.prints.find(id)).toMatchObject({ state: 'cancelled' });
  });

  it('waits for a person when the system has refused four times', async () => {
    const office = new Office();
    office.outlet.manner = 'refuses';
    const id = office.ask();
    await office.timers.advance(200_000);
    expect(office.prints.find(id)).toMatchObject({ state: 'failed', failures: 4, retryAt: null });
    expect(office.timers.running).toBe(0);
  });

  it('ends the doubts of yesterday, and forgets prints after 30 days', async () => {
    const office = new Office();
    office.outlet.manner = 'takes and says nothing';
    const id = office.ask();
    await office.timers.advance(5_000);
    const hour = 3_600_000;
    office.prints.purge(office.now + 17 * hour);
    expect(office.stateOf(id)).toBe('unknown');
    office.prints.purge(office.now + 19 * hour);
    expect(office.prints.find(id)).toMatchObject({ state: 'cancelled', reason: 'old' });
    office.prints.purge(office.now + 31 * 24 * hour);
    expect(office.stateOf(id)).toBeUndefined();
  });

  it('never prints one asking twice without a person, whatever the printer, the power and people do', async () => {
    const manners: Manner[] = [
      'prints',
      'waits',
      'refuses',
      'takes and says nothing',
      'loses',
      'never answers',
      'gives up',
    ];
    const move = fc.oneof(
      fc.record({ do: fc.constant('manner' as const), manner: fc.constantFrom(...manners) }),
      fc.record({ do: fc.constant('ask' as const) }),
      fc.record({ do: fc.constant('lose' as const) }),
      fc.record({ do: fc.constant('pass' as const), ms: fc.constantFrom(0, 500, 2_000, 12_000, 130_000) }),
      fc.record({
        do: fc.constant('decide' as const),
        nth: fc.nat(5),
        kind: fc.constantFrom('again' as const, 'cancel' as const, 'came_out' as const),
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(move, { maxLength: 25, size: 'max' }), async (moves) => {
        const office = new Office();
        const allowed = new Map<string, number>();
        for (const one of moves) {
          if (one.do === 'manner') office.outlet.manner = one.manner;
          else if (one.do === 'pass') await office.timers.advance(one.ms);
          else if (one.do === 'ask') allowed.set(office.ask(), 1);
          else if (one.do === 'lose') await office.lose();
          else if (one.do === 'decide') {
            const id = [...allowed.keys()][one.nth];
            if (id !== undefined && office.decide(id, one.kind) && one.kind === 'again')
              allowed.set(id, (allowed.get(id) ?? 0) + 1);
          }
        }
        await office.timers.advance(400_000);
        for (const [id, most] of allowed)
          expect(office.outlet.taken.filter((one) => one === id).length).toBeLessThanOrEqual(most);
      }),
      { numRuns: 150 },
    );
  });
});
