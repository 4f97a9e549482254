import type { Actor } from '../../contract/principal.ts';
import type { Audit } from '../store/audit.ts';
import type { Store } from '../store/open.ts';
import type { Paired, Pairing } from './pairing.ts';
import type { SetUpCodes } from './set-up-codes.ts';
import type { Tokens } from './tokens.ts';

export interface DoorkeeperParts {
  readonly store: Store;
  readonly pairing: Pairing;
  readonly tokens: Tokens;
  readonly setUpCodes: SetUpCodes;
  readonly audit: Audit;
}

/** Whoever has this machine's user account. */
const operator: Actor = { role: 'kiosk', device: 'hub', person: null };

/** What transports ask for those whom nobody knows yet. */
export class Doorkeeper {
  readonly #its: DoorkeeperParts;

  constructor(parts: DoorkeeperParts) {
    this.#its = parts;
  }

  /** Lets a machine in by the code that a supervisor's screen, or the hub's own, shows; null when it is not good. */
  pair(code: string): Paired | null {
    return this.#its.pairing.exchange(code);
  }

  /** A token for a machine that the hub knows by other means: its own kiosk's browser. */
  tokenFor(device: string): string {
    return this.#its.tokens.make(device);
  }

  /**
   * The way back from a lost last PIN, for whoever runs the hub's machine.
   * @returns a code that makes one more supervisor, good for ten minutes
   */
  recover(): string {
    this.#its.store.immediate(() => this.#its.audit.write(operator, 'recovery_begun', null));
    return this.#its.setUpCodes.recover();
  }
}
