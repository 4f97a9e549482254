import type { Integration } from '../../contract/integrations.ts';
import { type Actor, actorId, type Scope } from '../../contract/principal.ts';
import type { Caller } from '../ops/caller.ts';
import { DomainError } from '../ops/domain-error.ts';
import { hashOf, newToken } from '../ops/secret.ts';
import type { Audit } from '../store/audit.ts';
import type { Store } from '../store/open.ts';
import type { RequestKeys } from '../store/request-keys.ts';
import type { IntegrationStore } from './integration-store.ts';
import { Signals } from './signals.ts';

export interface IntegrationsParts {
  readonly store: Store;
  readonly integrations: IntegrationStore;
  readonly keys: RequestKeys;
  readonly audit: Audit;
  readonly ids: { next(): string };
  readonly clock: { wall(): number };
  readonly iso: (wall: number) => string;
  readonly nameOf: (personId: string) => string;
}

/** Uses are written down once in this time, not at every request. */
const usedEveryMs = 3_600_000;
/** Tells these tokens from a machine's at a glance, in a program's settings too. */
const prefix = 'anj_';

/** Programs beside the lounge that ask over REST, each with a token of its own for what it may do. */
export class Integrations {
  readonly #its: IntegrationsParts;
  /** Tells a program's streams and connections that its token may have died. */
  readonly #signals = new Signals();
  /** When a program last asked in this run, Unix ms. */
  readonly #used = new Map<string, number>();

  constructor(parts: IntegrationsParts) {
    this.#its = parts;
  }

  list(): Integration[] {
    const { integrations, iso, nameOf } = this.#its;
    return integrations.all().map(({ id, name, scopes, made_at, made_by, used_at }) => {
      const used = this.#used.get(id) ?? used_at;
      return {
        id,
        name,
        scopes: JSON.parse(scopes) as Scope[],
        madeAt: iso(made_at),
        madeBy: { id: made_by, name: nameOf(made_by) },
        lastUsedAt: used === null ? null : iso(used),
      };
    });
  }

  /**
   * The stored answer of a request key must not hold the token. So a repeated key, whose first reply was lost and its
   * token with it, gives the same program another in its place.
   * @returns the token, which nobody can read again
   * @throws DomainError NAME_TAKEN; INTEGRATION_UNKNOWN when the key is repeated after the program was turned away
   */
  add(by: Actor, asked: { name: string; scopes: readonly Scope[]; requestKey: string }): { id: string; token: string } {
    const { store, integrations, keys, ids, clock, audit } = this.#its;
    const token = prefix + newToken();
    const body = ['integrations.add', asked.name, asked.scopes];
    const { answer, acted } = store.immediate(() => {
      const first = keys.once(by, asked.requestKey, body, () => {
        if (integrations.isTaken(asked.name)) throw new DomainError('NAME_TAKEN');
        const id = ids.next();
        const scopes = [...new Set(asked.scopes)];
        integrations.insert({
          id,
          name: asked.name,
          scopes: JSON.stringify(scopes),
          hash: hashOf(token),
          at: clock.wall(),
          by: actorId(by),
        });
        audit.write(by, 'integration_added', id, scopes.join(' '));
        return { id };
      });
      if (!first.acted) this.#replace(by, first.answer.id, token);
      return first;
    });
    if (!acted) this.#forget(answer.id);
    return { id: answer.id, token };
  }

  /**
   * Another token for the same program: the old one dies with its streams and connections. A repeated key gives yet
   * another, as with `add`.
   * @throws DomainError INTEGRATION_UNKNOWN
   */
  replaceToken(by: Actor, asked: { id: string; requestKey: string }): { token: string } {
    const { store, keys } = this.#its;
    const token = prefix + newToken();
    store.immediate(() => {
      // Kept so that the key is used up for anything else.
      keys.once(by, asked.requestKey, ['integrations.replaceToken', asked.id], () => ({}));
      this.#replace(by, asked.id, token);
    });
    this.#forget(asked.id);
    return { token };
  }

  /** Its token dies, its streams end, its connections are closed. @throws DomainError INTEGRATION_UNKNOWN */
  revoke(by: Actor, asked: { id: string; requestKey: string }): Record<string, never> {
    const { integrations, keys, clock, audit } = this.#its;
    const { answer, acted } = keys.once(by, asked.requestKey, ['integrations.revoke', asked.id], () => {
      if (!integrations.revoke(asked.id, clock.wall())) throw new DomainError('INTEGRATION_UNKNOWN');
      audit.write(by, 'integration_revoked', asked.id);
      return {};
    });
    if (acted) this.#forget(asked.id);
    return answer;
  }

  /** Runs in the caller's transaction. */
  #replace(by: Actor, id: string, token: string): void {
    const { integrations, audit } = this.#its;
    if (!integrations.replaceToken(id, hashOf(token))) throw new DomainError('INTEGRATION_UNKNOWN');
    audit.write(by, 'integration_token_replaced', id);
  }

  /** After a token has died: whoever came with it hangs up. */
  #forget(id: string): void {
    this.#used.delete(id);
    this.#signals.tell(id);
  }

  /** The program to which a token was given; null when it is not, or no longer, good. */
  byToken(token: string): Caller | null {
    if (!token.startsWith(prefix)) return null;
    const { integrations, clock } = this.#its;
    const hash = hashOf(token);
    const row = integrations.byToken(hash);
    if (!row) return null;
    const now = clock.wall();
    this.#used.set(row.id, now);
    if (row.used_at === null || now - row.used_at > usedEveryMs) integrations.used(row.id, now);
    const id = `integration:${row.id}`;
    const actor: Actor = { role: 'integration', device: id, person: null };
    // Nothing about a program changes while it is connected but that its token dies: to hear of it is to hang up.
    const listen = (heard: () => void) => this.#signals.on(row.id, heard);
    return {
      id,
      device: null,
      scopes: JSON.parse(row.scopes) as Scope[],
      actor: () => (integrations.byToken(hash) ? actor : null),
      onChange: listen,
      active: () => undefined,
      connect: listen,
    };
  }
}
