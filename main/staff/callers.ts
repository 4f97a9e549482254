import type { Actor } from '../../contract/principal.ts';
import type { Caller } from '../ops/caller.ts';
import type { Devices } from './devices.ts';
import type { Integrations } from './integrations.ts';
import type { SignIns } from './sign-ins.ts';
import type { Signals } from './signals.ts';
import type { Tokens } from './tokens.ts';

/** Says who asks: the machine by its token, and at a counter the person who has signed in and not locked the screen. */
export class Callers {
  readonly #devices: Devices;
  readonly #signIns: SignIns;
  readonly #signals: Signals;
  readonly #tokens: Tokens;
  readonly #integrations: Integrations;

  constructor(its: {
    devices: Devices;
    signIns: SignIns;
    signals: Signals;
    tokens: Tokens;
    integrations: Integrations;
  }) {
    this.#devices = its.devices;
    this.#signIns = its.signIns;
    this.#signals = its.signals;
    this.#tokens = its.tokens;
    this.#integrations = its.integrations;
  }

  /** The machine, or the program, to which a token was given. @returns null when it is not, or no longer, good */
  byToken(token: string): { caller: Caller; renewed: boolean } | null {
    const program = this.#integrations.byToken(token);
    if (program) return { caller: program, renewed: false };
    const read = this.#tokens.read(token);
    const caller = read && this.of(read.device);
    return caller && { caller, renewed: read.renewed };
  }

  /** A machine of the lounge; null when there is no such one. */
  of(device: string): Caller | null {
    const row = this.#devices.find(device);
    if (!row) return null;
    const { id, kind } = row;
    return {
      device: { id, kind },
      actor: () => this.#actor(id),
      onChange: (changed) => this.#signals.on(id, changed),
      active: () => {
        if (kind === 'counter') this.#signIns.active(id);
      },
      connect: (hangUp) => this.#devices.connect(id, hangUp),
    };
  }

  /** One of the hub's own, which is always there. */
  own(device: string): Caller {
    const caller = this.of(device);
    if (!caller) throw new Error(`the device ${device} was not written down`);
    return caller;
  }

  #actor(device: string): Actor | null {
    const row = this.#devices.find(device);
    if (!row) return null;
    const sitting = row.kind === 'counter' ? this.#signIns.at(device) : null;
    if (!sitting || sitting.locked) return { role: row.kind, device, person: null };
    return { role: sitting.role, device, person: sitting.personId };
  }
}
