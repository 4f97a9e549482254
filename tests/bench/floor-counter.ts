/**
 * A counter's hub as somebody would write it by hand: node:http, JSON.parse, a token, and the same SQL in one
 * transaction. `node tests/bench/floor-counter.ts DATA WAITING` prints one line with its port and token.
 */
import { createHash } from 'node:crypto';
import { CallStore, type LineRow } from '../../main/queue/call-store.ts';
import { standingOf } from '../../main/queue/lifecycle.ts';
import { TicketStore } from '../../main/queue/ticket-store.ts';
import { FileKey } from '../../main/store/key.ts';
import { openStore } from '../../main/store/open.ts';
import { files, serviceAt } from './bench-lounge.ts';
import { serveByHand } from './floor-http.ts';
import { FloorStore } from './floor-store.ts';

const folder = process.argv[2] as string;
const day = '2026-11-24';
const counterId = '3';
const services = ['surat-desa', 'bantuan-sosial'];

// Numbers are given by the floor's own store; it is closed before the calls begin, as one process holds the folder.
const taking = new FloorStore(folder);
for (let turn = 0; turn < Number(process.argv[3]); turn += 1) taking.issue(serviceAt(turn), crypto.randomUUID());
taking.close();

const store = openStore(folder, new FileKey(folder), files.migrations);
const { db } = store;
const callings = new CallStore(db);
const tickets = new TicketStore(db);
const counter = db.prepare('SELECT * FROM counter WHERE id = ?');
db.prepare("INSERT INTO counter (id, state, holder, since_at) VALUES (?, 'open', 'clerk', 0)").run(counterId);
const findKey = db.prepare<[string, string], { answer: string }>(
  'SELECT body_hash, answer FROM request_key WHERE key = ? AND principal = ?',
);
const keepKey = db.prepare('INSERT INTO request_key (key, principal, body_hash, answer, at) VALUES (?, ?, ?, ?, ?)');
const again = db.prepare("UPDATE ticket SET state = 'waiting', taken_tick = ?, call_seq = NULL WHERE id = ?");

function once(path: string, key: string, act: () => unknown): unknown {
  const hash = createHash('sha256').update(path).digest();
  return store.immediate(() => {
    const kept = findKey.get(key, 'clerk');
    if (kept) return JSON.parse(kept.answer) as unknown;
    const answer = act();
    keepKey.run(key, 'clerk', hash, JSON.stringify(answer), Date.now());
    return answer;
  });
}

function callNext(): unknown {
  const now = Date.now();
  counter.get(counterId);
  callings.atCounter(counterId);
  const first = (withPriority: boolean): LineRow | undefined =>
    services
      .flatMap((service) => callings.heads(day, service, withPriority, false, 1))
      .sort((one, other) => one.takenTick - other.takenTick)[0];
  const next = first(true) ?? first(false);
  const ticket = next && callings.find(next.id);
  if (!ticket) return { current: null };
  tickets.line(day, ticket.service_id);
  const call_seq = tickets.addEvent({
    ticketId: ticket.id,
    kind: 'called',
    state: 'called',
    serviceId: ticket.service_id,
    at: now,
    tick: now,
    actor: 'clerk',
    counterId,
    rule: 'arrival',
  });
  callings.move(ticket.id, 'waiting', {
    ...standingOf(ticket),
    state: 'called',
    called_at: now,
    called_tick: now,
    waited_ms: now - ticket.taken_tick,
    calls: 1,
    announced_tick: now,
    counter_id: counterId,
    person_id: 'clerk',
    call_seq,
  });
  callings.atCounter(counterId);
  return { current: { ticketId: ticket.id, number: ticket.number } };
}

/** Untimed: whoever was called goes to the end of the line again. */
function done(): unknown {
  const ticket = callings.atCounter(counterId);
  if (ticket) again.run(Date.now(), ticket.id);
  return { current: null };
}

const acts: Readonly<Record<string, () => unknown>> = {
  [`/api/counters/${counterId}/call-next`]: callNext,
  [`/api/counters/${counterId}/done`]: done,
  '/api/tickets': () => ({}),
};

serveByHand({
  answer: (path, { requestKey }) => {
    const act = acts[path];
    if (!act) return { status: 404, body: { code: 'NOT_FOUND' } };
    if (typeof requestKey !== 'string') return { status: 400, body: { code: 'BAD_REQUEST' } };
    return { status: 200, body: once(path, requestKey, act) };
  },
  close: () => store.close(),
});
