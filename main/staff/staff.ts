import type { Actor } from '../../contract/principal.ts';
import type { StaffSession } from '../../contract/staff.ts';
import { DomainError } from '../ops/domain-error.ts';
import { Live } from '../ops/live.ts';
import type { Audit } from '../store/audit.ts';
import type { RequestKeys } from '../store/request-keys.ts';
import type { AccountStore } from './account-store.ts';
import { type Accounts, refuseWeak } from './accounts.ts';
import type { DeviceLocks } from './device-locks.ts';
import type { Devices } from './devices.ts';
import type { PinGate } from './pin-gate.ts';
import type { PinHashes } from './pin-hashes.ts';
import type { SetUpCodes } from './set-up-codes.ts';
import type { SignIns, Work } from './sign-ins.ts';
import type { Signals } from './signals.ts';

export interface StaffParts {
  readonly accounts: AccountStore;
  readonly people: Accounts;
  readonly devices: Devices;
  readonly signIns: SignIns;
  readonly locks: DeviceLocks;
  readonly gate: PinGate;
  readonly hashes: PinHashes;
  readonly setUpCodes: SetUpCodes;
  readonly keys: RequestKeys;
  readonly audit: Audit;
  readonly signals: Signals;
  readonly clock: { wall(): number };
  readonly iso: (wall: number) => string;
  readonly atWork: (personId: string) => Work | null;
  readonly keepMaintenancePin: (pinHash: string) => void;
}

const repeatMs = 8_000;

/** People at machines: they sign in, lock and unlock, and sign out; and the first of them is made. */
export class Staff {
  readonly #its: StaffParts;
  readonly #live = new Map<string, Live<StaffSession>>();

  constructor(parts: StaffParts) {
    this.#its = parts;
  }

  /** Who sits at a machine, live. */
  live(device: string): Live<StaffSession> {
    let live = this.#live.get(device);
    if (!live) {
      const made = new Live(() => this.snapshot(device), repeatMs);
      this.#its.signals.on(device, () => made.changed());
      this.#live.set(device, made);
      live = made;
    }
    return live;
  }

  snapshot(device: string): StaffSession {
    const { devices, signIns, locks, accounts, atWork, clock, iso } = this.#its;
    const row = devices.find(device);
    if (!row) throw new Error('no snapshot of a machine that was turned away');
    const sitting = signIns.at(device);
    const work = sitting && atWork(sitting.personId);
    return {
      at: iso(clock.wall()),
      device: { id: row.id, name: row.name, kind: row.kind },
      person: sitting && { id: sitting.personId, name: sitting.name, role: sitting.role },
      locked: sitting?.locked ?? false,
      locksInSeconds: signIns.locksInSeconds(device),
      deviceLockedSeconds: locks.seconds(device) || null,
      setUpNeeded: accounts.supervisors() === 0,
      counter: work && { id: work.counterId, number: work.number, servingSeconds: work.servingSeconds },
    };
  }

  /** The code that the hub's own screen shows; null when there is none. */
  setUpCode(): string | null {
    return this.#its.setUpCodes.current;
  }

  /** Somebody's work at a counter has changed: what their screen shows, and when it locks. */
  workChanged(personId: string): void {
    const device = this.#its.signIns.deviceOf(personId);
    if (device === null) return;
    this.#its.signIns.look();
    this.#its.signals.tell(device);
  }

  /**
   * The first supervisor and the maintenance PIN, with the code of the hub's screen; or the way back from a lost PIN,
   * which leaves the maintenance PIN as it is unless a new one is given.
   * @throws DomainError CODE_WRONG, PIN_WEAK, DEVICE_LOCKED, MAINTENANCE_PIN_MISSING
   */
  async setUp(
    by: Actor,
    asked: { code: string; name: string; pin: string; maintenancePin?: string | undefined; requestKey: string },
  ): Promise<{ personId: string }> {
    const { accounts, gate, setUpCodes, hashes, keys, people, audit, signals } = this.#its;
    const { pin, maintenancePin } = asked;
    const body = ['staff.setUp', asked.name];
    const before = keys.answered<{ personId: string }>(by, asked.requestKey, body);
    if (before) return before;
    refuseWeak(pin);
    if (maintenancePin !== undefined) refuseWeak(maintenancePin);
    else if (accounts.supervisors() === 0) throw new DomainError('MAINTENANCE_PIN_MISSING');
    const wrong = () => new DomainError('CODE_WRONG');
    gate.checkCode(by, () => setUpCodes.matches(asked.code), wrong);
    const [pinHash, maintenanceHash] = await Promise.all([
      hashes.hash(pin),
      maintenancePin === undefined ? null : hashes.hash(maintenancePin),
    ]);
    const { answer } = keys.once(by, asked.requestKey, body, () => {
      // Somebody else may have been faster while the PINs were hashed.
      if (!setUpCodes.matches(asked.code)) throw wrong();
      const made = people.makeSupervisor(by, asked.name, pinHash);
      if (maintenanceHash !== null) {
        audit.write(by, 'maintenance_pin_set', null);
        this.#its.keepMaintenancePin(maintenanceHash);
      }
      return made;
    });
    setUpCodes.used();
    signals.tellAll();
    return answer;
  }

  /**
   * Somebody sits down at a counter. Whoever was there is signed out, and so is this person elsewhere.
   * @throws DomainError DEVICE_LOCKED, PIN_SLOW, PIN_WRONG (also for somebody there is not)
   */
  async signIn(by: Actor, asked: { personId: string; pin: string; requestKey: string }): Promise<{ personId: string }> {
    const { gate, keys, signIns, accounts, clock } = this.#its;
    await gate.check(by, asked.personId, asked.pin);
    // The key is the machine's: after the sign-in its caller is the person, and a lost reply is asked for again.
    const device = ofDevice(by);
    let told: string[] = [];
    const { answer } = keys.once(device, asked.requestKey, ['staff.signIn', asked.personId], () => {
      // They may have left while the PIN was looked at.
      if (accounts.find(asked.personId)?.active !== 1) throw new DomainError('PIN_WRONG', { retrySeconds: 1 });
      told = signIns.begin(device, asked.personId);
      accounts.signedIn(asked.personId, clock.wall());
      return { personId: asked.personId };
    });
    this.#tell(told);
    return answer;
  }

  /** The same person again. @throws DomainError NOT_SIGNED_IN, DEVICE_LOCKED, PIN_SLOW, PIN_WRONG */
  async unlock(by: Actor, asked: { pin: string; requestKey: string }): Promise<{ personId: string }> {
    const { gate, keys, signIns } = this.#its;
    const personId = signIns.at(by.device)?.personId;
    if (personId === undefined) throw new DomainError('NOT_SIGNED_IN');
    await gate.check(by, personId, asked.pin);
    const device = ofDevice(by);
    const { answer, acted } = keys.once(device, asked.requestKey, ['staff.unlock'], () => {
      if (signIns.at(by.device)?.personId !== personId) throw new DomainError('NOT_SIGNED_IN');
      signIns.unlock(device, personId);
      return { personId };
    });
    if (acted) this.#tell([by.device]);
    return answer;
  }

  /** Harmless when nobody is signed in. */
  signOut(by: Actor, asked: { requestKey: string }) {
    return this.#atDevice(by, asked, 'staff.signOut', () => this.#its.signIns.end(by, by.device));
  }

  /** Harmless when the screen is locked already. */
  lock(by: Actor, asked: { requestKey: string }) {
    return this.#atDevice(by, asked, 'staff.lock', () => this.#its.signIns.lock(by, by.device));
  }

  /** Somebody is there. */
  stay(by: Actor) {
    this.#its.signIns.active(by.device);
    this.live(by.device).changed();
    return {};
  }

  /** @throws DomainError PIN_WEAK, DEVICE_LOCKED, PIN_SLOW, PIN_WRONG */
  async changePin(by: Actor, asked: { pin: string; newPin: string; requestKey: string }) {
    const { gate, hashes, keys, accounts, audit } = this.#its;
    const personId = by.person;
    if (personId === null) throw new DomainError('FORBIDDEN');
    const before = keys.answered<Record<string, never>>(by, asked.requestKey, ['staff.changePin']);
    if (before) return before;
    refuseWeak(asked.newPin);
    await gate.check(by, personId, asked.pin);
    const pinHash = await hashes.hash(asked.newPin);
    return keys.once(by, asked.requestKey, ['staff.changePin'], () => {
      accounts.setPin(personId, pinHash);
      audit.write(by, 'pin_changed', personId);
      return {};
    }).answer;
  }

  #atDevice(by: Actor, asked: { requestKey: string }, body: string, act: () => unknown) {
    const { answer, acted } = this.#its.keys.once(ofDevice(by), asked.requestKey, [body], () => {
      act();
      return {};
    });
    if (acted) this.#tell([by.device]);
    return answer;
  }

  #tell(devices: string[]): void {
    if (devices.length > 0) this.#its.signIns.look();
    for (const device of devices) this.#its.signals.tell(device);
  }
}

function ofDevice(by: Actor): Actor {
  return { role: 'counter', device: by.device, person: null };
}
