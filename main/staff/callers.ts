import type { Actor } from '../../contract/principal.ts';
import type { Caller } from '../ops/caller.ts';
import type { Devices } from './devices.ts';
import type { Integrations } from './integrations.ts';
import type { SignIns } from './sign-ins.ts';
import type { Signals } from './signals.ts';
import type { Tokens } from './tokens.ts';

export interface CallersParts {
  readonly devices: Devices;
  readonly signIns: SignIns;
  readonly signals: Signals;
  readonly tokens: Tokens;
  readonly integrations: Integrations;
}

/** Says who asks: the machine by its token, and at a counter the person who has signed in and not locked the screen. */
export class Callers {
  readonly #its: CallersParts;

  constructor(parts: CallersParts) {
    this.#its = parts;
  }

  /** The machine, or the program, to which a token was given. @returns null when it is not, or no longer, good */
  byToken(token: string): { caller: Caller; renewed: boolean } | null {
    const program = this.#its.integrations.byToken(token);
    if (program) return { caller: program, renewed: false };
    const read = this.#its.tokens.read(token);
    const caller = read && this.of(read.device);
    return caller && { caller, renewed: read.renewed };
  }

  /** A machine of the lounge; null when there is no such one. */
  of(device: string): Caller | null {
    const row = this.#its.devices.find(device);
    if (!row) return null;
    const { id, kind } = row;
    return {
      id,
      device: { id, kind },
      actor: () => this.#actor(id),
      onChange: (changed) => this.#its.signals.on(id, changed),
      active: () => {
        if (kind === 'counter') this.#its.signIns.active(id);
      },
      connect: (hangUp) => this.#its.devices.connect(id, hangUp),
    };
  }

  /** One of the hub's own, which is always there. */
  own(device: string): Caller {
    const caller = this.of(device);
    if (!caller) throw new Error(`the device ${device} was not written down`);
    return caller;
  }

  #actor(device: string): Actor | null {
    const row = this.#its.devices.find(device);
    if (!row) return null;
    const sitting = row.kind === 'counter' ? this.#its.signIns.at(device) : null;
    if (!sitting || sitting.locked) return { role: row.kind, device, person: null };
    return { role: sitting.role, device, person: sitting.personId };
  }
}
