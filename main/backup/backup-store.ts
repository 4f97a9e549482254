import { randomBytes } from 'node:crypto';
import type Database from 'better-sqlite3';

/** Whoever can open the backups. */
export interface Recipient {
  readonly kind: 'office' | 'regency';
  /** X25519, base64url. */
  readonly publicKey: string;
  /** Unix ms. */
  readonly since: number;
}

interface Row {
  readonly lounge: string;
  readonly recipient_kind: Recipient['kind'] | null;
  readonly recipient_key: string | null;
  readonly recipient_since: number | null;
  readonly second_path: string | null;
}

/** What a supervisor chose about backups. */
export interface BackupChoices {
  readonly lounge: string;
  readonly recipient: Recipient | null;
  readonly secondPath: string | null;
}

export class BackupStore {
  readonly #find: Database.Statement<[], Row>;
  readonly #begin: Database.Statement<[string]>;
  readonly #recipient: Database.Statement<[string, string, number]>;
  readonly #second: Database.Statement<[string | null]>;

  constructor(db: Database.Database) {
    this.#find = db.prepare('SELECT lounge, recipient_kind, recipient_key, recipient_since, second_path FROM backup');
    this.#begin = db.prepare('INSERT INTO backup (only, lounge) VALUES (1, ?) ON CONFLICT (only) DO NOTHING');
    this.#recipient = db.prepare('UPDATE backup SET recipient_kind = ?, recipient_key = ?, recipient_since = ?');
    this.#second = db.prepare('UPDATE backup SET second_path = ?');
  }

  /** @returns null before anything was chosen */
  choices(): BackupChoices | null {
    const row = this.#find.get();
    if (!row) return null;
    const { lounge, recipient_kind: kind, recipient_key: publicKey, recipient_since: since } = row;
    const recipient = kind === null || publicKey === null || since === null ? null : { kind, publicKey, since };
    return { lounge, recipient, secondPath: row.second_path };
  }

  setRecipient({ kind, publicKey, since }: Recipient): void {
    this.#begin.run(newLounge());
    this.#recipient.run(kind, publicKey, since);
  }

  setSecondPath(path: string | null): void {
    this.#begin.run(newLounge());
    this.#second.run(path);
  }
}

function newLounge(): string {
  return randomBytes(4).toString('hex');
}
