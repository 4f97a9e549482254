import { createHash, randomBytes } from 'node:crypto';
import type Database from 'better-sqlite3';
import type { Integration } from '../../contract/integrations.ts';
import type { Actor, Scope } from '../../contract/principal.ts';
import type { Caller } from '../ops/caller.ts';
import { DomainError } from '../ops/domain-error.ts';
import type { Audit } from '../store/audit.ts';
import type { RequestKeys } from '../store/request-keys.ts';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly scopes: string;
  readonly made_at: number;
  readonly used_at: number | null;
}

export interface IntegrationsParts {
  readonly db: Database.Database;
  readonly keys: RequestKeys;
  readonly audit: Audit;
  readonly ids: { next(): string };
  readonly clock: { wall(): number };
  readonly iso: (wall: number) => string;
}

/** Uses are written down once in this time, not at every request. */
const usedEveryMs = 3_600_000;
/** Tells these tokens from a machine's at a glance, in a program's settings too. */
const prefix = 'anj_';

/** Programs beside the lounge that ask over REST, each with a token of its own for what it may do. */
export class Integrations {
  readonly #its: IntegrationsParts;
  readonly #all;
  readonly #find;
  readonly #byHash;
  readonly #insert;
  readonly #used;
  readonly #revoke;
  /** Connections by integration, to be closed when it is turned away; and who wants to know. */
  readonly #open = new Map<string, Set<() => void>>();

  constructor(parts: IntegrationsParts) {
    this.#its = parts;
    const { db } = parts;
    const live = 'revoked_at IS NULL';
    const columns = 'id, name, scopes, made_at, used_at';
    this.#all = db.prepare<[], Row>(`SELECT ${columns} FROM integration WHERE ${live} ORDER BY name, id`);
    this.#find = db.prepare<[string], Row>(`SELECT ${columns} FROM integration WHERE id = ? AND ${live}`);
    this.#byHash = db.prepare<[Buffer], Row>(`SELECT ${columns} FROM integration WHERE token_hash = ? AND ${live}`);
    this.#insert = db.prepare<[string, string, string, Buffer, number]>(
      'INSERT INTO integration (id, name, scopes, token_hash, made_at) VALUES (?, ?, ?, ?, ?)',
    );
    this.#used = db.prepare<[number, string]>('UPDATE integration SET used_at = ? WHERE id = ?');
    this.#revoke = db.prepare<[number, string]>(`UPDATE integration SET revoked_at = ? WHERE id = ? AND ${live}`);
  }

  list(): Integration[] {
    const { iso } = this.#its;
    return this.#all.all().map(({ id, name, scopes, made_at, used_at }) => ({
      id,
      name,
      scopes: JSON.parse(scopes) as Scope[],
      madeAt: iso(made_at),
      lastUsedAt: used_at === null ? null : iso(used_at),
    }));
  }

  /** @returns the token, which nobody can read again; a repeated request key makes another one under the same name */
  add(by: Actor, asked: { name: string; scopes: readonly Scope[]; requestKey: string }): { id: string; token: string } {
    const { keys, ids, clock, audit } = this.#its;
    // The stored answer of a request key must not hold the token, so it is left out there.
    let token = '';
    const body = ['integrations.add', asked.name, asked.scopes];
    const { answer, acted } = keys.once(by, asked.requestKey, body, () => {
      const id = ids.next();
      token = prefix + randomBytes(32).toString('base64url');
      const scopes = [...new Set(asked.scopes)];
      this.#insert.run(id, asked.name, JSON.stringify(scopes), hashOf(token), clock.wall());
      audit.write(by, 'integration_added', id, scopes.join(' '));
      return { id };
    });
    if (acted) return { id: answer.id, token };
    // The reply was lost: the first token is worthless to everybody, so it is replaced.
    this.revoke(by, { id: answer.id, requestKey: crypto.randomUUID() });
    return this.add(by, { ...asked, requestKey: crypto.randomUUID() });
  }

  /** @throws DomainError INTEGRATION_UNKNOWN */
  revoke(by: Actor, asked: { id: string; requestKey: string }): Record<string, never> {
    const { keys, clock, audit } = this.#its;
    const { answer, acted } = keys.once(by, asked.requestKey, ['integrations.revoke', asked.id], () => {
      if (this.#revoke.run(clock.wall(), asked.id).changes === 0) throw new DomainError('INTEGRATION_UNKNOWN');
      audit.write(by, 'integration_revoked', asked.id);
      return {};
    });
    if (acted) for (const hangUp of [...(this.#open.get(asked.id) ?? [])]) hangUp();
    return answer;
  }

  /** The program to which a token was given; null when it is not, or no longer, good. */
  byToken(token: string): Caller | null {
    if (!token.startsWith(prefix)) return null;
    const row = this.#byHash.get(hashOf(token));
    if (!row) return null;
    const { clock } = this.#its;
    const now = clock.wall();
    if (row.used_at === null || now - row.used_at > usedEveryMs) this.#used.run(now, row.id);
    const { id } = row;
    const actor: Actor = { role: 'integration', device: `integration:${id}`, person: null };
    const listen = (heard: () => void) => {
      const open = this.#open.get(id) ?? new Set();
      this.#open.set(id, open);
      const own = () => heard();
      open.add(own);
      return () => void open.delete(own);
    };
    return {
      device: null,
      scopes: JSON.parse(row.scopes) as Scope[],
      actor: () => (this.#find.get(id) ? actor : null),
      onChange: listen,
      active: () => undefined,
      connect: listen,
    };
  }
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
