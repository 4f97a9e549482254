import { setTimeout as sleep } from 'node:timers/promises';
import type { IssuedTicket } from '../../contract/queue.ts';
import { auditQueue } from '../doubles/lounge/books.ts';
import { copyData, neverClosed, neverClosedIds, newFolder, writeCatalogue } from '../doubles/lounge/data-folder.ts';
import { lookInto } from '../doubles/lounge/own-lounge.ts';
import type { RestClient } from '../doubles/lounge/rest-client.ts';
import { seeded } from '../doubles/lounge/seeded.ts';
import { type LoungeProcess, startAndKill, startLounge } from '../doubles/lounge/start-lounge.ts';

/** What many kills of one lounge came to. */
export interface KillReport {
  readonly rounds: number;
  /** Tickets that a kiosk was told of. */
  readonly acknowledged: number;
  /** Told, and not in the database afterwards, or there as another number. */
  readonly lost: number;
  /** Numbers that two tickets of one day have. */
  readonly duplicates: number;
  /** From the start of the program to its first number, ms. */
  readonly slowestRecoveryMs: number;
  readonly medianRecoveryMs: number;
  readonly killedWhileStarting: number;
  /** Asked and not answered before a kill, and how many of them had been written. */
  readonly unanswered: number;
  readonly unansweredWritten: number;
  /** Everything else that was not as it must be. */
  readonly wrong: readonly string[];
}

export interface KillPlan {
  readonly rounds: number;
  readonly seed: number;
  /** The whole books are gone through after so many rounds, and after the last. */
  readonly auditEvery: number;
  readonly tell?: (round: number) => void;
}

interface Asked {
  readonly serviceId: string;
  readonly priority: 'elderly' | null;
  readonly requestKey: string;
}

interface Answered {
  readonly asked: Asked;
  readonly ticket: IssuedTicket;
}

/** What two residents' kiosks asked for in one round, and what they were told. */
interface Round {
  readonly answered: Answered[];
  /** Sent, and the power went before the answer came. */
  readonly open: Asked[];
}

const hourMs = 3_600_000;
const firstStart = Date.parse('2026-11-24T01:00:00+07:00');
/** As many as kept request keys are asked for again after a start. */
const repeated = 50;

/** A lounge that is killed at random moments, also while it starts, while two kiosks ask for numbers. */
export async function killRounds({ rounds, seed, auditEvery, tell = () => undefined }: KillPlan): Promise<KillReport> {
  const lounge = new KilledLounge(seed);
  for (let round = 0; round < rounds; round += 1) {
    await lounge.round(round);
    if (round % auditEvery === auditEvery - 1 || round === rounds - 1) lounge.audit(`round ${round}`);
    tell(round);
  }
  return lounge.report(rounds);
}

class KilledLounge {
  readonly #random: () => number;
  readonly #data = newFolder('kill');
  readonly #copy = newFolder('kill-copy');
  readonly #told = new Map<string, IssuedTicket>();
  readonly #recoveries: number[] = [];
  readonly #wrong: string[] = [];
  #last: Round = { answered: [], open: [] };
  /** Since the last look into the books. */
  #openSince: Asked[] = [];
  #killedWhileStarting = 0;
  #unanswered = 0;
  #unansweredWritten = 0;
  #lost = new Set<string>();
  #duplicates = 0;

  constructor(seed: number) {
    this.#random = seeded(seed);
    writeCatalogue(this.#data, neverClosed);
  }

  async round(round: number): Promise<void> {
    // An hour passes between two starts, so that the rounds cross midnights as well.
    const now = new Date(firstStart + round * hourMs).toISOString();
    if (round % 6 === 5) {
      this.#killedWhileStarting += 1;
      await startAndKill({ data: this.#data, now }, this.#random() * 700);
    }
    const lounge = await startLounge({ data: this.#data, now });
    if (round > 0 && !lounge.stderr().includes('the last run had no clean stop'))
      this.#wrong.push(`round ${round}: it does not know of the kill before`);
    const clients: [RestClient, RestClient] = [lounge.client(), lounge.client()];
    await this.#firstNumber(round, clients[0], lounge);
    await this.#repeatAnswered(round, clients[0]);
    await this.#retryOpen(round, clients[0]);

    const current: Round = { answered: [], open: [] };
    const issuing = clients.map((client) => this.#issueUntilCut(round, client, current));
    await sleep(this.#random() * 400);
    const { signal } = await lounge.kill();
    await Promise.all(issuing);
    if (signal !== 'SIGKILL') this.#wrong.push(`round ${round}: it ended with ${signal}`);
    for (const answer of current.answered) this.#tell(answer);
    this.#openSince.push(...current.open);
    this.#last = current;
  }

  /** The files as the crash left them are looked at in a copy: the next start must mend the crash by itself. */
  audit(when: string): void {
    copyData(this.#data, this.#copy);
    const found = lookInto(this.#copy, (db) => ({
      wrong: auditQueue(db),
      tickets: new Map(
        (db.prepare('SELECT id, number FROM ticket').all() as { id: string; number: string }[]).map(
          ({ id, number }) => [id, number] as const,
        ),
      ),
      duplicates: db
        .prepare('SELECT count(*) - count(DISTINCT service_day || number) FROM ticket')
        .pluck()
        .get() as number,
      keys: new Set(db.prepare('SELECT key FROM request_key').pluck().all() as string[]),
      cleanStops: db.prepare('SELECT count(*) FROM run WHERE stopped_at IS NOT NULL').pluck().get(),
    }));
    this.#wrong.push(...found.wrong.map((line) => `${when}: ${JSON.stringify(line)}`));
    if (found.cleanStops !== 0) this.#wrong.push(`${when}: a kill counts as a clean stop`);
    for (const { id, number } of this.#told.values()) if (found.tickets.get(id) !== number) this.#lost.add(id);
    this.#duplicates = Math.max(this.#duplicates, found.duplicates);
    // At most what was asked in the last round and not answered may be there besides.
    const besides = found.tickets.size - this.#told.size;
    if (besides > this.#last.open.length) this.#wrong.push(`${when}: ${besides} tickets that nobody asked for`);
    this.#unanswered += this.#openSince.length;
    this.#unansweredWritten += this.#openSince.filter(({ requestKey }) => found.keys.has(requestKey)).length;
    this.#openSince = [];
  }

  report(rounds: number): KillReport {
    const sorted = this.#recoveries.toSorted((a, b) => a - b);
    return {
      rounds,
      acknowledged: this.#told.size,
      lost: this.#lost.size,
      duplicates: this.#duplicates,
      slowestRecoveryMs: Math.round(sorted.at(-1) ?? 0),
      medianRecoveryMs: Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0),
      killedWhileStarting: this.#killedWhileStarting,
      unanswered: this.#unanswered,
      unansweredWritten: this.#unansweredWritten,
      wrong: this.#wrong,
    };
  }

  async #firstNumber(round: number, client: RestClient, lounge: LoungeProcess): Promise<void> {
    const begun = performance.now();
    const asked = this.#anything();
    const { status, body } = await client.post('/api/tickets', asked);
    this.#recoveries.push(lounge.startMs + performance.now() - begun);
    if (status === 201) this.#tell({ asked, ticket: body });
    else this.#wrong.push(`round ${round}: the first number was answered with ${status}`);
  }

  /** A kiosk that asks again with a key that was answered before the kill hears the same ticket. */
  async #repeatAnswered(round: number, client: RestClient): Promise<void> {
    for (const { asked, ticket } of this.#last.answered.slice(-repeated)) {
      const { body } = await client.post('/api/tickets', asked);
      if (body.id !== ticket.id || body.number !== ticket.number)
        this.#wrong.push(`round ${round}: ${ticket.number} became ${body.number}`);
    }
  }

  /** A kiosk that heard nothing asks again with the same key, twice: one ticket, whether or not the first was written. */
  async #retryOpen(round: number, client: RestClient): Promise<void> {
    for (const asked of this.#last.open) {
      const first = await client.post('/api/tickets', asked);
      const second = await client.post('/api/tickets', asked);
      if (first.status !== 201 || second.body.id !== first.body.id)
        this.#wrong.push(`round ${round}: a key that was asked again had ${first.body.id} and ${second.body.id}`);
      this.#tell({ asked, ticket: first.body });
    }
  }

  /** One kiosk: takes numbers one after the other until the connection is cut. */
  async #issueUntilCut(round: number, client: RestClient, into: Round): Promise<void> {
    for (;;) {
      const asked = this.#anything();
      const answer = await client.post('/api/tickets', asked).catch(() => undefined);
      if (!answer) {
        into.open.push(asked);
        return;
      }
      if (answer.status === 201) into.answered.push({ asked, ticket: answer.body });
      else this.#wrong.push(`round ${round}: a number was answered with ${answer.status} ${answer.text}`);
    }
  }

  #anything(): Asked {
    return {
      serviceId: neverClosedIds[Math.floor(this.#random() * neverClosedIds.length)] as string,
      priority: this.#random() < 0.1 ? 'elderly' : null,
      requestKey: crypto.randomUUID(),
    };
  }

  #tell({ asked, ticket }: Answered): void {
    this.#told.set(asked.requestKey, ticket);
  }
}
