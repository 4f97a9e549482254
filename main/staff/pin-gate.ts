import type { Actor } from '../../contract/principal.ts';
import { DomainError } from '../ops/domain-error.ts';
import { Turns } from '../ops/turns.ts';
import type { Audit } from '../store/audit.ts';
import type { Store } from '../store/open.ts';
import type { AccountStore } from './account-store.ts';
import type { DeviceLocks } from './device-locks.ts';
import { accountWaitMs } from './patience.ts';
import type { PinHashes } from './pin-hashes.ts';
import type { Signals } from './signals.ts';

export interface PinGateParts {
  readonly store: Store;
  readonly accounts: AccountStore;
  readonly locks: DeviceLocks;
  readonly hashes: PinHashes;
  readonly audit: Audit;
  readonly signals: Signals;
  readonly clock: { tick(): number };
}

/** More tries than this never wait in an honest lounge. */
const mostWaiting = 20;

/**
 * Where a PIN is asked. A wrong one slows the account down, never locks it: else anybody could lock out anybody. The
 * machine at which many are tried is what gets locked.
 */
export class PinGate {
  readonly #its: PinGateParts;
  // A try is looked at when the one before has been counted: ten at once are no way past the waiting time.
  readonly #tries = new Turns(mostWaiting);

  constructor(parts: PinGateParts) {
    this.#its = parts;
  }

  /** Returns when the PIN is this person's. @throws DomainError DEVICE_LOCKED, PIN_SLOW, PIN_WRONG */
  async check(by: Actor, personId: string, pin: string): Promise<void> {
    if (this.#tries.full) throw new DomainError('PIN_SLOW', { retrySeconds: 1 });
    await this.#tries.take(() => this.#try(by, personId, pin));
  }

  /** As `check`, for a code that is not a person's. @throws DomainError DEVICE_LOCKED, or what `wrong` makes */
  checkCode(by: Actor, isRight: () => boolean, wrong: () => DomainError): void {
    this.#refuseLocked(by.device);
    if (isRight()) return;
    this.#countWrong(by, null);
    throw wrong();
  }

  async #try(by: Actor, personId: string, pin: string): Promise<void> {
    const { accounts, locks, hashes, clock, store } = this.#its;
    this.#refuseLocked(by.device);
    const account = accounts.find(personId);
    if (account) {
      const waitMs = Math.min(
        accountWaitMs(account.wrong_pins),
        account.wrong_tick + accountWaitMs(account.wrong_pins) - clock.tick(),
      );
      if (waitMs > 0) throw new DomainError('PIN_SLOW', { retrySeconds: Math.ceil(waitMs / 1000) });
    }
    const right = await hashes.verify(account?.active ? account.pin_hash : null, pin);
    if (right) {
      store.immediate(() => {
        accounts.setWrong(personId, 0, 0);
        locks.clear(by.device);
      });
      return;
    }
    const waits = this.#countWrong(by, account ? personId : null);
    this.#refuseLocked(by.device);
    throw new DomainError('PIN_WRONG', { retrySeconds: waits });
  }

  #refuseLocked(device: string): void {
    const seconds = this.#its.locks.seconds(device);
    if (seconds > 0) throw new DomainError('DEVICE_LOCKED', { seconds });
  }

  /** @returns how long this person's next try has to wait, s */
  #countWrong(by: Actor, personId: string | null): number {
    const { store, accounts, locks, audit, signals, clock } = this.#its;
    const { locked, wrong } = store.immediate(() => {
      const wrongBefore = personId === null ? 0 : (accounts.find(personId)?.wrong_pins ?? 0);
      if (personId !== null) accounts.setWrong(personId, wrongBefore + 1, clock.tick());
      audit.write(by, personId === null ? 'code_wrong' : 'pin_wrong', personId);
      const lockedNow = locks.wrong(by.device);
      if (lockedNow) audit.write(by, 'device_locked', by.device);
      return { locked: lockedNow, wrong: wrongBefore + 1 };
    });
    if (locked) signals.tell(by.device);
    return Math.ceil(accountWaitMs(wrong) / 1000);
  }
}
