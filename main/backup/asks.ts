import type { Store } from '../store/open.ts';
import type { BackupFacts } from './sealed-file.ts';

/** What passes between the main thread and the one that makes backups. */

export interface Asks {
  /** Makes a backup that is whole, checked and on the disk, or none. */
  make: { asked: MakeAsked; answer: { readonly bytes: number } };
  /** Puts a backup that is there into another folder too, under the same name. */
  copy: { asked: CopyAsked; answer: { readonly bytes: number } };
}

export interface MakeAsked {
  readonly dataFolder: string;
  /** The backup's path; nothing is there yet. */
  readonly into: string;
  readonly facts: BackupFacts;
  /** Of whoever can open it; X25519, base64url. */
  readonly publicKey: string;
  /** So many bytes must stay free on the disk for the lounge's own work. */
  readonly keepFree: number;
}

export interface CopyAsked {
  readonly from: string;
  readonly folder: string;
  readonly name: string;
}

export type Ask = { [Kind in keyof Asks]: { readonly kind: Kind } & Asks[Kind]['asked'] }[keyof Asks];

/** What a worker is started with. */
export type WorkerStart = Store['reader'];

/** What the thread refuses with; anything else is a fault. */
export const diskFull = 'BACKUP_DISK_FULL';
