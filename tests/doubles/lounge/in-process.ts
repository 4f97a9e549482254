import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Actor, scopes } from '../../../contract/principal.ts';
import { type Lounge, openLounge } from '../../../main/lounge.ts';
import type { Caller } from '../../../main/ops/caller.ts';
import type { TimeSource } from '../../../main/ops/clock.ts';
import type { Log } from '../../../main/ops/log.ts';
import { programFiles } from '../../../main/program-files.ts';
import { FileKey } from '../../../main/store/key.ts';

/** A clock that a test moves. */
export class TestTime implements TimeSource {
  #wall: number;
  #monotonic = 1_000;

  constructor(iso: string) {
    this.#wall = Date.parse(iso);
  }

  wall(): number {
    return this.#wall;
  }

  monotonic(): number {
    return this.#monotonic;
  }

  /** Time goes by on both clocks. */
  pass(minutes: number): void {
    this.#wall += minutes * 60_000;
    this.#monotonic += minutes * 60_000;
  }

  /** Somebody, or NTP, moves the wall clock. */
  step(minutes: number): void {
    this.#wall += minutes * 60_000;
  }
}

export const silentLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

export const kioskActor: Actor = { role: 'kiosk', device: 'kiosk-1', person: null };
export const clerkActor: Actor = { role: 'operator', device: 'counter-1', person: 'staff-1' };
export const supervisorActor: Actor = { role: 'supervisor', device: 'counter-1', person: 'staff-2' };

/** A connection of somebody who stays the same all the time, with or without an account. */
export function callerOf(actor: Actor): Caller {
  const kind = actor.role === 'kiosk' || actor.role === 'display' ? actor.role : 'counter';
  return {
    id: actor.device,
    device: { id: actor.device, kind },
    // A program that was given everything; what each scope opens has tests of its own.
    scopes: actor.role === 'integration' ? scopes : [],
    actor: () => actor,
    onChange: () => () => undefined,
    active: () => undefined,
    connect: () => () => undefined,
  };
}

/** A whole lounge in this process on a folder of its own, at a time of the test's choosing. */
export class TestLounge {
  readonly folder = mkdtempSync(join(tmpdir(), 'anjungan-test-'));
  readonly #files = programFiles(import.meta.dirname);
  readonly #printer: string | undefined;
  readonly #log: Log;
  lounge: Lounge;
  time: TestTime;
  /** What the disk of this lounge has left, whatever the machine's own has. */
  freeBytes = 10_000_000_000;

  /**
   * @param catalogue files that replace the shipped ones, by name without `.json`
   * @param printer `tcp://HOST:PORT` of the hub's own
   */
  constructor(iso: string, catalogue: Readonly<Record<string, unknown>> = {}, printer?: string, log: Log = silentLog) {
    this.#log = log;
    this.#printer = printer;
    this.time = new TestTime(iso);
    mkdirSync(join(this.folder, 'catalogue'));
    for (const [name, content] of Object.entries(catalogue))
      writeFileSync(join(this.folder, 'catalogue', `${name}.json`), JSON.stringify(content));
    this.lounge = this.#open();
  }

  /** A fresh request key. */
  static key(): string {
    return crypto.randomUUID();
  }

  take(serviceId: string, priority: 'elderly' | null = null, requestKey = TestLounge.key()) {
    return this.lounge.queue.take(kioskActor, { serviceId, priority, requestKey });
  }

  /** The program ends and starts again on the same data, perhaps with another clock, or after something was done to them. */
  async restart(iso?: string, meanwhile = (): void => undefined): Promise<void> {
    await this.lounge.close();
    meanwhile();
    if (iso !== undefined) this.time = new TestTime(iso);
    this.lounge = this.#open();
  }

  /** The power goes out: what is on the disk now is all that is left. */
  async losePower(iso: string): Promise<void> {
    const saved = `${this.folder}-saved`;
    cpSync(this.folder, saved, { recursive: true });
    await this.lounge.close();
    rmSync(this.folder, { recursive: true });
    cpSync(saved, this.folder, { recursive: true });
    rmSync(saved, { recursive: true });
    this.time = new TestTime(iso);
    this.lounge = this.#open();
  }

  async end(): Promise<void> {
    await this.lounge.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  #open(): Lounge {
    return openLounge({
      files: this.#files,
      dataFolder: this.folder,
      key: new FileKey(this.folder),
      time: this.time,
      printer: this.#printer,
      log: this.#log,
      freeBytes: () => this.freeBytes,
    });
  }
}
