import type { Actor } from '../../contract/principal.ts';
import { DomainError } from '../ops/domain-error.ts';
import type { AccountRow, AccountStore } from './account-store.ts';
import type { PinGate } from './pin-gate.ts';

/** People who say with their PIN that they have signed something, at a machine where somebody else may sit. */
export class Signers {
  readonly #accounts: AccountStore;
  readonly #gate: PinGate;

  constructor(accounts: AccountStore, gate: PinGate) {
    this.#accounts = accounts;
    this.#gate = gate;
  }

  people(): { id: string; name: string }[] {
    return this.#accounts
      .all()
      .filter(isSigner)
      .map(({ id, name }) => ({ id, name }));
  }

  /**
   * The signer whose PIN this is, at the machine where it was typed.
   * @throws DomainError PIN_WRONG (also for whoever is no signer), PIN_SLOW, DEVICE_LOCKED
   */
  async proven(by: Actor, personId: string, pin: string): Promise<Actor> {
    await this.#gate.check(by, personId, pin);
    const account = this.#accounts.find(personId);
    if (!account || !isSigner(account)) throw new DomainError('PIN_WRONG', { retrySeconds: 1 });
    return { role: account.role, device: by.device, person: personId };
  }
}

const isSigner = ({ active, role }: AccountRow): boolean => active === 1 && role === 'signer';
