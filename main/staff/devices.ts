import type { Device, DisplaySetting } from '../../contract/devices.ts';
import type { Actor } from '../../contract/principal.ts';
import { DomainError } from '../ops/domain-error.ts';
import type { Audit } from '../store/audit.ts';
import type { RequestKeys } from '../store/request-keys.ts';
import type { DeviceLocks } from './device-locks.ts';
import type { DeviceRow, DeviceStore } from './device-store.ts';
import type { Pairing } from './pairing.ts';
import type { SignIns } from './sign-ins.ts';
import { Signals } from './signals.ts';

export interface DevicesParts {
  readonly devices: DeviceStore;
  readonly keys: RequestKeys;
  readonly locks: DeviceLocks;
  readonly pairing: Pairing;
  readonly signIns: SignIns;
  readonly audit: Audit;
  readonly signals: Signals;
  readonly clock: { wall(): number };
  readonly iso: (wall: number) => string;
  /** A display is to show something else from now on, or to call louder or softer. */
  readonly displaySet: () => void;
  /** A machine was turned away. */
  readonly turnedAway: (device: string) => void;
}

/** The lounge's machines, as a supervisor keeps them: paired, named, turned away. */
export class Devices {
  readonly #its: DevicesParts;
  /** Tells a machine's open connections to hang up. */
  readonly #connections = new Signals();
  /** When a machine last came or went, Unix ms, where that is not written down yet. */
  readonly #seen = new Map<string, number>();

  constructor(parts: DevicesParts) {
    this.#its = parts;
  }

  /** A machine that was not turned away. */
  find(id: string): DeviceRow | undefined {
    return this.#its.devices.find(id);
  }

  list(): Device[] {
    const { devices, locks, iso } = this.#its;
    return devices.all().map((row) => ({
      id: row.id,
      kind: row.kind,
      name: row.name,
      pairedAt: row.paired_at === null ? null : iso(row.paired_at),
      lastSeenAt: this.#lastSeen(row),
      connected: this.#connections.isHeard(row.id),
      lockedSeconds: locks.seconds(row.id) || null,
      display: displayOf(row),
    }));
  }

  /**
   * A connection of a machine is open until the returned function is called.
   * @param hangUp called when the machine is turned away
   */
  connect(id: string, hangUp: () => void): () => void {
    const leave = this.#connections.on(id, hangUp);
    this.#seen.set(id, this.#its.clock.wall());
    return () => {
      leave();
      this.#seen.set(id, this.#its.clock.wall());
    };
  }

  /** Writes down when machines were last here; now and then is enough. */
  keepSeen(): void {
    for (const [id, at] of this.#seen) this.#its.devices.seen(id, at);
    this.#seen.clear();
  }

  beginPairing(by: Actor, asked: { kind: DeviceRow['kind']; name: string; requestKey: string }) {
    const { keys, pairing } = this.#its;
    const body = ['devices.beginPairing', asked.kind, asked.name];
    return keys.once(by, asked.requestKey, body, () => pairing.begin(by, asked)).answer;
  }

  endPairing(by: Actor, asked: { requestKey: string }) {
    const { keys, pairing } = this.#its;
    return keys.once(by, asked.requestKey, ['devices.endPairing'], () => {
      pairing.end(by);
      return {};
    }).answer;
  }

  /** Its tokens die, whoever sits there is signed out, its connections are closed. @throws DomainError DEVICE_UNKNOWN */
  revoke(by: Actor, asked: { id: string; requestKey: string }) {
    const { keys, devices, signIns, signals, audit, clock } = this.#its;
    const { answer, acted } = keys.once(by, asked.requestKey, ['devices.revoke', asked.id], () => {
      // The hub's own was never paired: it is there as long as the hub is.
      if (this.#known(asked.id).paired_at === null) throw new DomainError('DEVICE_UNKNOWN');
      signIns.end(by, asked.id, 'device_revoked');
      devices.revoke(asked.id, clock.wall());
      audit.write(by, 'device_revoked', asked.id);
      return {};
    });
    if (acted) {
      signals.tell(asked.id);
      this.#connections.tell(asked.id);
      this.#its.turnedAway(asked.id);
    }
    return answer;
  }

  /** @throws DomainError DEVICE_UNKNOWN */
  rename(by: Actor, asked: { id: string; name: string; requestKey: string }) {
    return this.#once(by, asked, ['devices.rename', asked.id, asked.name], () => {
      this.#its.devices.rename(asked.id, asked.name);
      this.#its.audit.write(by, 'device_renamed', asked.id);
    }).answer;
  }

  /** How one display is set; null for what is none. */
  displaySetting(id: string): DisplaySetting | null {
    const row = this.find(id);
    return row ? displayOf(row) : null;
  }

  /** @throws DomainError DEVICE_UNKNOWN, NOT_A_DISPLAY */
  setDisplay(by: Actor, asked: DisplaySetting & { id: string; requestKey: string }) {
    const { id, volume, counters, language } = asked;
    const body = ['devices.setDisplay', id, volume, counters, language];
    const { answer, acted } = this.#once(by, asked, body, ({ kind }) => {
      if (kind !== 'display') throw new DomainError('NOT_A_DISPLAY');
      this.#its.devices.setDisplay(id, { volume, counters, language });
      this.#its.audit.write(by, 'display_set', id);
    });
    if (acted) this.#its.displaySet();
    return answer;
  }

  /** Ends the lock that wrong PINs brought. @throws DomainError DEVICE_UNKNOWN */
  unlock(by: Actor, asked: { id: string; requestKey: string }) {
    return this.#once(by, asked, ['devices.unlock', asked.id], () => {
      this.#its.locks.clear(asked.id);
      this.#its.audit.write(by, 'device_unlocked', asked.id);
    }).answer;
  }

  #once(by: Actor, asked: { id: string; requestKey: string }, body: unknown, act: (device: DeviceRow) => void) {
    const { keys, signals } = this.#its;
    const done = keys.once(by, asked.requestKey, body, () => {
      act(this.#known(asked.id));
      return {};
    });
    if (done.acted) signals.tell(asked.id);
    return done;
  }

  #lastSeen(row: DeviceRow): string | null {
    const at = this.#connections.isHeard(row.id) ? this.#its.clock.wall() : (this.#seen.get(row.id) ?? row.seen_at);
    return at === null ? null : this.#its.iso(at);
  }

  #known(id: string): DeviceRow {
    const row = this.#its.devices.find(id);
    if (!row) throw new DomainError('DEVICE_UNKNOWN');
    return row;
  }
}

function displayOf({ kind, volume, counters, language }: DeviceRow): DisplaySetting | null {
  if (kind !== 'display') return null;
  return { volume, counters: counters === null ? null : (JSON.parse(counters) as string[]), language };
}
