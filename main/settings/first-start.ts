import type Database from 'better-sqlite3';
import { type Actor, actorId } from '../../contract/principal.ts';
import type { Audit } from '../store/audit.ts';
import type { RequestKeys } from '../store/request-keys.ts';

export interface FirstStartParts {
  readonly db: Database.Database;
  readonly keys: RequestKeys;
  readonly audit: Audit;
  readonly clock: { wall(): number };
}

/** Whether a supervisor has been through the first-start pages. The pages themselves save like any other. */
export class FirstStart {
  readonly #its: FirstStartParts;
  readonly #done;
  readonly #finish;

  constructor(parts: FirstStartParts) {
    this.#its = parts;
    this.#done = parts.db.prepare<[], number>('SELECT 1 FROM first_start').pluck();
    this.#finish = parts.db.prepare<[number, string]>(
      'INSERT INTO first_start (id, done_at, actor) VALUES (1, ?, ?) ON CONFLICT DO NOTHING',
    );
  }

  state(): { done: boolean } {
    return { done: this.#done.get() !== undefined };
  }

  finish(by: Actor, { requestKey }: { requestKey: string }): Record<string, never> {
    const { keys, audit, clock } = this.#its;
    keys.once(by, requestKey, ['settings.finishFirstStart'], () => {
      if (this.#finish.run(clock.wall(), actorId(by)).changes === 1) audit.write(by, 'first_start_finished', null);
      return {};
    });
    return {};
  }
}
