import type { Pairing as PairingShown } from '../../contract/devices.ts';
import type { Actor, DeviceKind } from '../../contract/principal.ts';
import type { Audit } from '../store/audit.ts';
import type { Store } from '../store/open.ts';
import { codeHash, newCode, sameCode } from './codes.ts';
import type { DeviceStore } from './device-store.ts';
import type { SetUpCodes } from './set-up-codes.ts';
import type { Tokens } from './tokens.ts';

/** Where a joining machine finds the hub, and by which key it knows it. */
export type Whereabouts = Pick<PairingShown, 'addresses' | 'fingerprint'>;

/** A machine that was let in; the token is given out here and never again. */
export interface Paired {
  readonly token: string;
  readonly device: { readonly id: string; readonly kind: DeviceKind; readonly name: string };
}

export interface PairingParts {
  readonly store: Store;
  readonly devices: DeviceStore;
  readonly tokens: Tokens;
  readonly setUp: SetUpCodes;
  readonly audit: Audit;
  readonly clock: { wall(): number; tick(): number };
  readonly ids: { next(): string };
  readonly iso: (wall: number) => string;
  readonly where: () => Whereabouts;
}

const tries = 5;
const goodForMs = 5 * 60_000;
/** The machine at which the first supervisor is made, until it is renamed. */
const firstCounter = 'Loket pengawas';

/**
 * Lets machines in: one code at a time, for one machine, and only its hash is kept here. The code itself is in the stored
 * answer of its request key, for a reply that was lost, and is dead long before that is forgotten.
 */
export class Pairing {
  readonly #its: PairingParts;
  #open: { hash: Buffer; kind: DeviceKind; name: string; by: Actor; until: number; wrong: number } | null = null;

  constructor(parts: PairingParts) {
    this.#its = parts;
  }

  /** A new code; one before it is dead. Runs in the caller's transaction. */
  begin(by: Actor, asked: { readonly kind: DeviceKind; readonly name: string }): PairingShown {
    const { clock, iso, where, audit } = this.#its;
    const code = newCode();
    this.#open = {
      hash: codeHash(code),
      kind: asked.kind,
      name: asked.name,
      by,
      until: clock.tick() + goodForMs,
      wrong: 0,
    };
    audit.write(by, 'pairing_begun', null, asked.kind);
    return { code, expiresAt: iso(clock.wall() + goodForMs), ...where() };
  }

  /** The code is dead. Runs in the caller's transaction; harmless when there is none. */
  end(by: Actor): void {
    if (this.#open) this.#its.audit.write(by, 'pairing_ended', null, this.#open.kind);
    this.#open = null;
  }

  /**
   * A machine shows its code. @returns null when the code is wrong, used, too old or was tried too often; never says which
   */
  exchange(typed: string): Paired | null {
    const { clock, setUp } = this.#its;
    if (this.#open && this.#open.until <= clock.tick()) this.#open = null;
    const open = this.#open;
    if (open && sameCode(typed, open.hash)) {
      this.#open = null;
      return this.#admit(open.by, open.kind, open.name, null);
    }
    if (setUp.pairs(typed)) {
      const by: Actor = { role: 'counter', device: 'hub', person: null };
      return this.#admit(by, 'counter', firstCounter, 'set_up');
    }
    if (open) {
      open.wrong += 1;
      if (open.wrong >= tries) this.#open = null;
    }
    return null;
  }

  #admit(by: Actor, kind: DeviceKind, name: string, detail: string | null): Paired {
    const { store, devices, tokens, audit, ids, clock } = this.#its;
    const id = ids.next();
    return store.immediate(() => {
      devices.insert(id, kind, name, clock.wall());
      audit.write(by, 'paired', id, detail ?? kind);
      return { token: tokens.make(id), device: { id, kind, name } };
    });
  }
}
