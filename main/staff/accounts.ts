import type { Actor, StaffRole } from '../../contract/principal.ts';
import type { Account } from '../../contract/staff.ts';
import { DomainError } from '../ops/domain-error.ts';
import type { Audit } from '../store/audit.ts';
import type { RequestKeys } from '../store/request-keys.ts';
import type { AccountRow, AccountStore } from './account-store.ts';
import type { PinHashes } from './pin-hashes.ts';
import { isWeakPin } from './pins.ts';
import type { SignIns } from './sign-ins.ts';
import type { Signals } from './signals.ts';

export interface AccountsParts {
  readonly accounts: AccountStore;
  readonly keys: RequestKeys;
  readonly hashes: PinHashes;
  readonly signIns: SignIns;
  readonly audit: Audit;
  readonly signals: Signals;
  readonly ids: { next(): string };
  readonly iso: (wall: number) => string;
}

/** @throws DomainError PIN_WEAK */
export function refuseWeak(pin: string): void {
  if (isWeakPin(pin)) throw new DomainError('PIN_WEAK');
}

/**
 * Who works here and as what: a supervisor's business. PINs are left out of the bodies that request keys remember: a
 * hash of six digits is no secret.
 */
export class Accounts {
  readonly #its: AccountsParts;

  constructor(parts: AccountsParts) {
    this.#its = parts;
  }

  list(): Account[] {
    return this.#its.accounts.all().map((row) => this.#shown(row));
  }

  /** The name of somebody who works or worked here; the id itself for anybody else. */
  nameOf(personId: string): string {
    return this.#its.accounts.find(personId)?.name ?? personId;
  }

  /** Names to choose from when signing in. */
  people(): { id: string; name: string }[] {
    const active = this.#its.accounts.all().filter((row) => row.active === 1);
    return active.map(({ id, name }) => ({ id, name }));
  }

  /** @throws DomainError PIN_WEAK, NAME_TAKEN */
  async add(by: Actor, asked: { name: string; role: StaffRole; pin: string; requestKey: string }) {
    refuseWeak(asked.pin);
    const pinHash = await this.#its.hashes.hash(asked.pin);
    const body = ['staff.add', asked.name, asked.role];
    return this.#its.keys.once(by, asked.requestKey, body, () => {
      this.#refuseTaken(asked.name, null);
      return this.#insert(by, asked, pinHash);
    }).answer;
  }

  /** The first supervisor; or one after a recovery, who may have an account already. Runs in the caller's transaction. */
  makeSupervisor(by: Actor, name: string, pinHash: string): { personId: string } {
    const { accounts, audit, signIns } = this.#its;
    const personId = accounts.activeByName(name);
    if (personId === undefined) return this.#insert(by, { name, role: 'supervisor' }, pinHash);
    const device = signIns.deviceOf(personId);
    if (device !== null) signIns.end(by, device, 'recovered');
    accounts.change(personId, { name, role: 'supervisor', active: true });
    accounts.setPin(personId, pinHash);
    audit.write(by, 'recovered', personId);
    return { personId };
  }

  #insert(by: Actor, its: { name: string; role: StaffRole }, pinHash: string): { personId: string } {
    const personId = this.#its.ids.next();
    this.#its.accounts.insert(personId, its.name, its.role, pinHash);
    this.#its.audit.write(by, 'person_added', personId, its.role);
    return { personId };
  }

  /**
   * Another name or role, or no longer here: then whatever this person has open ends.
   * @throws DomainError PERSON_UNKNOWN, NAME_TAKEN, LAST_SUPERVISOR
   */
  change(
    by: Actor,
    asked: { personId: string; name: string; role: StaffRole; active: boolean; requestKey: string },
  ): Account {
    const { keys, signals, signIns } = this.#its;
    const device = signIns.deviceOf(asked.personId);
    const body = ['staff.change', asked.personId, asked.name, asked.role, asked.active];
    const { answer, acted } = keys.once(by, asked.requestKey, body, () => this.#change(by, asked));
    if (acted && device !== null) signals.tell(device);
    return answer;
  }

  #change(by: Actor, asked: { personId: string; name: string; role: StaffRole; active: boolean }): Account {
    const { accounts, audit, signIns } = this.#its;
    const before = this.#known(asked.personId);
    const supervised = before.active === 1 && before.role === 'supervisor';
    if (supervised && !(asked.active && asked.role === 'supervisor') && accounts.supervisors() === 1)
      throw new DomainError('LAST_SUPERVISOR');
    if (asked.active) this.#refuseTaken(asked.name, asked.personId);
    accounts.change(asked.personId, asked);
    if (before.name !== asked.name) audit.write(by, 'person_renamed', asked.personId);
    if (before.role !== asked.role) audit.write(by, 'role_changed', asked.personId, asked.role);
    if ((before.active === 1) !== asked.active)
      audit.write(by, asked.active ? 'activated' : 'deactivated', asked.personId);
    const device = asked.active ? null : signIns.deviceOf(asked.personId);
    if (device !== null) signIns.end(by, device, 'deactivated');
    return this.#shown(this.#known(asked.personId));
  }

  /** A new PIN for somebody who has lost theirs; where they are signed in, they are no more. @throws DomainError PERSON_UNKNOWN, PIN_WEAK */
  async resetPin(by: Actor, asked: { personId: string; pin: string; requestKey: string }) {
    const { keys, hashes, accounts, audit, signIns, signals } = this.#its;
    refuseWeak(asked.pin);
    const pinHash = await hashes.hash(asked.pin);
    let device: string | null = null;
    const { answer, acted } = keys.once(by, asked.requestKey, ['staff.resetPin', asked.personId], () => {
      this.#known(asked.personId);
      accounts.setPin(asked.personId, pinHash);
      audit.write(by, 'pin_reset', asked.personId);
      device = asked.personId === by.person ? null : signIns.deviceOf(asked.personId);
      if (device !== null) signIns.end(by, device, 'pin_reset');
      return {};
    });
    if (acted && device !== null) signals.tell(device);
    return answer;
  }

  #refuseTaken(name: string, by: string | null): void {
    const holder = this.#its.accounts.activeByName(name);
    if (holder !== undefined && holder !== by) throw new DomainError('NAME_TAKEN');
  }

  #known(id: string): AccountRow {
    const row = this.#its.accounts.find(id);
    if (!row) throw new DomainError('PERSON_UNKNOWN');
    return row;
  }

  #shown(row: AccountRow): Account {
    return {
      id: row.id,
      name: row.name,
      role: row.role,
      active: row.active === 1,
      lastSignedInAt: row.signed_in_at === null ? null : this.#its.iso(row.signed_in_at),
    };
  }
}
