import { setTimeout as sleep } from 'node:timers/promises';
import { serviceAt } from './bench-lounge.ts';
import { told } from './child.ts';
import type { BackupDone } from './loop-hub.ts';
import type { RestClient, RestHub } from './rest-client.ts';
import type { SeededYear } from './year.ts';

/** Each clerk does something four times a second, and four numbers a second are taken: many times what people do. */
const everyMs = 250;
const steps = ['call-next', 'serve', 'done'];

interface Clerk {
  readonly counterId: string;
  readonly desk: RestClient;
  step: number;
}

/** A day's work at its worst moment, again and again: clerks, a kiosk, reports of the year, backups. */
export class LoopWork {
  readonly #hub: RestHub;
  readonly #year: SeededYear;
  readonly #clerks: Clerk[];
  readonly #kiosk: RestClient;
  readonly #reader: RestClient;
  #taken = 0;
  /** What clerks and residents did. */
  acts = 0;
  /** How long each took, ms. */
  readonly reports: number[] = [];
  readonly backups: number[] = [];
  /** Of a backup. */
  megabytes = 0;

  constructor(hub: RestHub, counterIds: readonly string[], deskTokens: readonly string[], year: SeededYear) {
    this.#hub = hub;
    this.#year = year;
    this.#clerks = counterIds.map((counterId, i) => ({ counterId, desk: hub.client(deskTokens[i]), step: 0 }));
    this.#kiosk = hub.client();
    this.#reader = hub.client(String(hub.child.ready['readerToken']));
  }

  /** Everybody begins. @returns what ends it, and waits for what was begun */
  begin(): () => Promise<void> {
    let over = false;
    const again = async (act: () => Promise<void>) => {
      while (!over) await act();
    };
    const inRhythm = (offsetMs: number, act: () => Promise<void>) => {
      let next = performance.now() + offsetMs;
      return again(async () => {
        await sleep(Math.max(0, next - performance.now()));
        next += everyMs;
        await act();
        this.acts += 1;
      });
    };
    const everybody = Promise.all([
      ...this.#clerks.map((clerk, i) => inRhythm((i * everyMs) / 5, () => this.#step(clerk))),
      inRhythm((everyMs * 4) / 5, () => this.#take()),
      again(() => this.#report()),
      again(() => this.#backUp()),
    ]);
    return async () => {
      over = true;
      await everybody;
    };
  }

  async #step(clerk: Clerk): Promise<void> {
    const path = `/api/counters/${clerk.counterId}/${steps[clerk.step++ % steps.length]}`;
    const { status, body } = await clerk.desk.post(path, {});
    if (status !== 200) throw new Error(`${path} was refused: ${status} ${JSON.stringify(body)}`);
  }

  async #take(): Promise<void> {
    const { status } = await this.#kiosk.take(serviceAt((this.#taken += 1)));
    if (status !== 201) throw new Error(`no number was given: ${status}`);
  }

  async #report(): Promise<void> {
    const { from, to, tickets } = this.#year;
    const { ms, status, body } = await this.#reader.get(`/api/statistics/range?from=${from}&to=${to}`);
    const { taken } = (body['totals'] ?? {}) as { taken?: number };
    if (status !== 200 || taken !== tickets) throw new Error(`the report has ${taken} numbers: ${status}`);
    this.reports.push(ms);
  }

  async #backUp(): Promise<void> {
    const { process: hub } = this.#hub.child;
    const made = told<BackupDone>(hub, 'backup');
    hub.send('backup');
    const { ms, bytes } = (await made).backup;
    this.backups.push(ms);
    this.megabytes = bytes / 1e6;
  }
}
