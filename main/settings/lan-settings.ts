import type Database from 'better-sqlite3';
import type { LanInterface, LanState } from '../../contract/lan.ts';
import type { Actor } from '../../contract/principal.ts';
import { DomainError } from '../ops/domain-error.ts';
import type { Audit } from '../store/audit.ts';
import type { RequestKeys } from '../store/request-keys.ts';

/** What a supervisor chose. */
export interface LanSetting {
  readonly enabled: boolean;
  /** The network's name; null: never chosen. */
  readonly interface: string | null;
  readonly port: number;
}

/** What comes of it: the part of the state that the server knows. */
export type LanServing = Pick<LanState, 'running' | 'problem' | 'fingerprint' | 'addresses'>;

/** Whatever serves the LAN. */
export interface LanServer {
  interfaces(): LanInterface[];
  /** Serves as the setting says now, and tells when it does or cannot. Never throws. */
  apply(setting: LanSetting): Promise<void>;
  serving(): LanServing;
}

export interface LanSettingsParts {
  readonly db: Database.Database;
  readonly keys: RequestKeys;
  readonly audit: Audit;
}

export const defaultPort = 8443;

/** Before there is a server, and where there never is one. */
const nobody: LanServer = {
  interfaces: () => [],
  apply: () => Promise.resolve(),
  serving: () => ({ running: false, problem: null, fingerprint: null, addresses: [] }),
};

/** Whether the lounge is open to its network: kept, and carried out by a server that is given later. */
export class LanSettings {
  readonly #keys: RequestKeys;
  readonly #audit: Audit;
  readonly #find;
  readonly #keep;
  #server: LanServer = nobody;

  constructor({ db, keys, audit }: LanSettingsParts) {
    this.#keys = keys;
    this.#audit = audit;
    this.#find = db.prepare<[], { enabled: 0 | 1; interface: string; port: number }>(
      'SELECT enabled, interface, port FROM lan',
    );
    this.#keep = db.prepare<[0 | 1, string, number]>(
      `INSERT INTO lan (id, enabled, interface, port) VALUES (1, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE
       SET enabled = excluded.enabled, interface = excluded.interface, port = excluded.port`,
    );
  }

  /** From now on this serves the LAN; begins as the setting says. */
  async servedBy(server: LanServer): Promise<void> {
    this.#server = server;
    await server.apply(this.setting());
  }

  setting(): LanSetting {
    const kept = this.#find.get();
    return kept ? { ...kept, enabled: kept.enabled === 1 } : { enabled: false, interface: null, port: defaultPort };
  }

  interfaces(): LanInterface[] {
    return this.#server.interfaces();
  }

  state(): LanState {
    return { ...this.setting(), ...this.#server.serving() };
  }

  /** @throws DomainError INTERFACE_UNKNOWN when it is to be opened on a network that is not there */
  async set(
    by: Actor,
    asked: { enabled: boolean; interface: string; port: number; requestKey: string },
  ): Promise<LanState> {
    const { enabled, interface: name, port, requestKey } = asked;
    this.#keys.once(by, requestKey, ['lan.set', enabled, name, port], () => {
      if (enabled && !this.interfaces().some((known) => known.name === name))
        throw new DomainError('INTERFACE_UNKNOWN');
      this.#keep.run(enabled ? 1 : 0, name, port);
      this.#audit.write(by, enabled ? 'lan_opened' : 'lan_closed', null, `port ${port}`);
      return {};
    });
    // Also when the key comes again: the first reply may have been lost with the very connection that this closes.
    await this.#server.apply(this.setting());
    return this.state();
  }
}
