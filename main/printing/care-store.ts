import type { Database, Statement } from 'better-sqlite3';
import { type Means, noMeans } from './proof.ts';

/** What is kept of a printer beside its address: its roll, its doubts, and the question that somebody has to answer. */
export interface Care {
  /** Why it prints nothing but test slips. */
  readonly stopped: 'unknown' | 'unreadable' | null;
  /** The test slip of which somebody has to say whether it can be read. */
  readonly reads: string | null;
  /** What it was heard to answer. */
  readonly means: Means;
  /** Slips of unknown fate in a row, up to now. */
  readonly doubts: number;
  /** The last slip that came out was not seen to be cut off. */
  readonly uncut: boolean;
  /** Slips since the roll was changed, and what the last roll gave. */
  readonly slips: number;
  readonly rollSlips: number | null;
}

const carefree: Care = {
  stopped: null,
  reads: null,
  means: noMeans,
  doubts: 0,
  uncut: false,
  slips: 0,
  rollSlips: null,
};

/** So many slips of unknown fate in a row stop a printer. */
const doubtsToStop = 2;

/** The memory of printers that outlives a run. Every method joins the caller's transaction, if there is one. */
export class CareStore {
  readonly #of: Statement<
    [string],
    Omit<Care, 'means' | 'uncut'> & { readonly means: string | null; readonly uncut: number }
  >;
  readonly #learn: Statement<[string, string]>;
  readonly #printed: Statement<[number, string]>;
  readonly #seen: Statement<[string]>;
  readonly #doubted: Statement<[number, string]>;
  readonly #stop: Statement<[string]>;
  readonly #goOn: Statement<[string]>;
  readonly #ask: Statement<[string | null, string]>;
  readonly #newRoll: Statement<[number, string]>;

  constructor(db: Database) {
    this.#of = db.prepare(
      'SELECT stopped, reads, means, doubts, uncut, slips, roll_slips AS rollSlips FROM printer WHERE id = ?',
    );
    this.#learn = db.prepare('UPDATE printer SET means = ? WHERE id = ?');
    this.#printed = db.prepare('UPDATE printer SET slips = slips + 1, doubts = 0, uncut = ? WHERE id = ?');
    this.#seen = db.prepare('UPDATE printer SET slips = slips + 1, doubts = 0 WHERE id = ?');
    this.#doubted = db.prepare(
      `UPDATE printer SET doubts = doubts + 1, stopped = iif(doubts + 1 >= ?, coalesce(stopped, 'unknown'), stopped)
       WHERE id = ?`,
    );
    this.#stop = db.prepare("UPDATE printer SET stopped = 'unreadable', reads = NULL WHERE id = ?");
    this.#goOn = db.prepare('UPDATE printer SET stopped = NULL, reads = NULL, doubts = 0 WHERE id = ?');
    this.#ask = db.prepare('UPDATE printer SET reads = ? WHERE id = ?');
    this.#newRoll = db.prepare(
      'UPDATE printer SET roll_slips = iif(?, slips, roll_slips), slips = 0 WHERE id = ? AND slips > 0',
    );
  }

  of(printerId: string): Care {
    const row = this.#of.get(printerId);
    if (row === undefined) return carefree;
    return {
      ...row,
      uncut: row.uncut === 1,
      means: row.means === null ? noMeans : { ...noMeans, ...(JSON.parse(row.means) as Means) },
    };
  }

  /** What it was heard to answer, for the next run. */
  learn(printerId: string, means: Means): void {
    this.#learn.run(JSON.stringify(means), printerId);
  }

  /** A slip came out. @param uncut the cut behind it was not seen */
  printed(printerId: string, uncut: boolean): void {
    this.#printed.run(uncut ? 1 : 0, printerId);
  }

  /** Somebody has seen a slip, which says nothing of the cut behind it. */
  seen(printerId: string): void {
    this.#seen.run(printerId);
  }

  /** Nobody knows what became of a slip. The second in a row stops the printer. */
  doubted(printerId: string): void {
    this.#doubted.run(doubtsToStop, printerId);
  }

  /** A test slip could not be read. */
  stop(printerId: string): void {
    this.#stop.run(printerId);
  }

  /** A test slip was read. */
  goOn(printerId: string): void {
    this.#goOn.run(printerId);
  }

  /** Somebody has to say whether this test slip can be read; null: nobody any more. */
  ask(printerId: string, jobId: string | null): void {
    this.#ask.run(jobId, printerId);
  }

  /** @param usedUp the roll before ended, so its slips are what a roll gives */
  newRoll(printerId: string, usedUp: boolean): void {
    this.#newRoll.run(usedUp ? 1 : 0, printerId);
  }
}
