/**
 * A counter's hub as somebody would write it by hand: node:http, JSON.parse, a token, and the same SQL in one
 * transaction. `node tests/bench/floor-counter.ts DATA WAITING` prints one line with its port and token.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CallStore, type LineRow } from '../../main/queue/call-store.ts';
import { standingOf } from '../../main/queue/lifecycle.ts';
import { TicketStore } from '../../main/queue/ticket-store.ts';
import { FileKey } from '../../main/store/key.ts';
import { openStore } from '../../main/store/open.ts';
import { files, serviceAt } from './bench-lounge.ts';
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

const token = randomBytes(24).toString('base64url');
const digest = (text: string) => createHash('sha256').update(text).digest();
const expected = digest(token);
const acts: Readonly<Record<string, () => unknown>> = {
  [`/api/counters/${counterId}/call-next`]: callNext,
  [`/api/counters/${counterId}/done`]: done,
  '/api/tickets': () => ({}),
};

const server = createServer((request, response) => {
  const given = request.headers.authorization?.replace(/^Bearer /, '') ?? '';
  if (!timingSafeEqual(digest(given), expected)) return send(response, 401, { code: 'UNAUTHORIZED' });
  const act = acts[request.url ?? ''];
  if (request.method !== 'POST' || !act) return send(response, 404, { code: 'NOT_FOUND' });
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const { requestKey } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>;
    if (typeof requestKey !== 'string') return send(response, 400, { code: 'BAD_REQUEST' });
    send(response, 200, once(String(request.url), requestKey, act));
  });
});

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  console.log(JSON.stringify({ ready: true, url: `http://127.0.0.1:${port}`, token }));
});

const stop = () => {
  server.closeAllConnections();
  server.close(() => {
    store.close();
    process.exit(0);
  });
};
process.on('SIGTERM', stop);
process.on('disconnect', stop);
