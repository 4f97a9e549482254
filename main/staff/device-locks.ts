import type Database from 'better-sqlite3';
import { deviceLockMs, longestDeviceLockMs } from './patience.ts';

/** Machines at which too many wrong PINs were typed in a row; kept in the database, so that a restart helps nobody. */
export class DeviceLocks {
  readonly #clock: { tick(): number };
  readonly #find;
  readonly #keep;
  readonly #clear;

  constructor(db: Database.Database, clock: { tick(): number }) {
    this.#clock = clock;
    this.#find = db.prepare<[string], { wrong_pins: number; locks: number; until_tick: number }>(
      'SELECT wrong_pins, locks, until_tick FROM device_lock WHERE device_id = ?',
    );
    this.#keep = db.prepare<[string, number, number, number]>(
      `INSERT INTO device_lock (device_id, wrong_pins, locks, until_tick) VALUES (?, ?, ?, ?)
       ON CONFLICT (device_id) DO UPDATE
       SET wrong_pins = excluded.wrong_pins, locks = excluded.locks, until_tick = excluded.until_tick`,
    );
    this.#clear = db.prepare<[string]>('DELETE FROM device_lock WHERE device_id = ?');
  }

  /** How long a machine is locked from now; 0 when it is not. */
  seconds(device: string): number {
    const left = (this.#find.get(device)?.until_tick ?? 0) - this.#clock.tick();
    // The steady clock may have lost time over a restart with a dead battery.
    return Math.ceil(Math.min(Math.max(left, 0), longestDeviceLockMs) / 1000);
  }

  /** One more wrong PIN or code. @returns whether that locked the machine; runs in the caller's transaction */
  wrong(device: string): boolean {
    const found = this.#find.get(device);
    const wrong = (found?.wrong_pins ?? 0) + 1;
    const locks = found?.locks ?? 0;
    const lockMs = deviceLockMs(wrong, locks);
    if (lockMs === 0) this.#keep.run(device, wrong, locks, 0);
    else this.#keep.run(device, 0, locks + 1, this.#clock.tick() + lockMs);
    return lockMs > 0;
  }

  /** A right PIN, or a supervisor, ends the lock and forgets what was before. */
  clear(device: string): void {
    this.#clear.run(device);
  }
}
