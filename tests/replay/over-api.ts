import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHub } from '../../main/hub.ts';
import { programFiles } from '../../main/program-files.ts';
import { FileKey } from '../../main/store/key.ts';
import type { QueueDays, RealTicket } from '../../scripts/replay/queue-days.ts';
import { inOrder, midnightOf, SettableTime, serviceId, writeCatalogue } from '../../scripts/replay/replay.ts';
import { Score, type ScoreSheet } from '../../scripts/replay/score.ts';
import { firstSupervisor, hire, joinAs, key } from '../doubles/lounge/front-desk.ts';
import { silentLog } from '../doubles/lounge/in-process.ts';
import { connectLive } from '../doubles/lounge/served-lounge.ts';

type Live = Awaited<ReturnType<typeof connectLive>>;

interface Clerk {
  readonly counterId: string;
  readonly personId: string;
  readonly pin: string;
  readonly live: Live;
  busy: boolean;
}

const counterIds = ['1', '2', '3', '4'];
const minute = 60_000;
/** A clerk who does nothing for five minutes is locked out; this one touches the mouse before. */
const stayMs = 4 * minute;

/** How the days ended, in numbers. */
export interface ReplayedOverApi {
  readonly sheet: ScoreSheet;
  /** Tickets by the state they ended in. */
  readonly states: Readonly<Record<string, number>>;
}

/**
 * Replays real days as `scripts/replay` does, but through the product's own socket: a kiosk takes, and clerks at four
 * counters who have signed in call at the recorded minutes and finish whoever stands there before.
 */
export async function replayOverApi({ services, days }: QueueDays): Promise<ReplayedOverApi> {
  const data = mkdtempSync(join(tmpdir(), 'anjungan-replay-api-'));
  writeCatalogue(join(data, 'catalogue'), services, counterIds);
  const time = new SettableTime(midnightOf([...days.keys()][0] as string));
  const hub = await openHub({
    options: { data, port: 0, printer: undefined, paper: undefined, now: undefined },
    files: { ...programFiles(import.meta.dirname), releasedAt: 0 },
    key: new FileKey(data),
    log: silentLog,
    time,
  });
  try {
    const kiosk = await connectLive(hub.port, { authorization: `Bearer ${hub.tokens.rest}` });
    const clerks = await employ(hub.lounge, hub.port);
    const score = new Score();
    for (const [date, tickets] of days) await replayDay(kiosk, clerks, time, midnightOf(date), tickets, score);
    const states = hub.lounge.db.prepare('SELECT state, count(*) FROM ticket GROUP BY state').raw().all();
    for (const { live } of clerks) live.close();
    kiosk.close();
    return { sheet: score.sheet, states: Object.fromEntries(states as [string, number][]) };
  } finally {
    await hub.close();
    rmSync(data, { recursive: true, force: true });
  }
}

async function employ(lounge: Parameters<typeof firstSupervisor>[0], port: number): Promise<Clerk[]> {
  const supervisor = await firstSupervisor(lounge);
  const clerks: Clerk[] = [];
  for (const [i, counterId] of counterIds.entries()) {
    const desk = await joinAs(lounge, supervisor, 'counter', `Loket ${counterId}`);
    const pin = `${834_019 + i * 7_321}`;
    const personId = await hire(supervisor, `Petugas ${counterId}`, 'operator', pin);
    const live = await connectLive(port, { authorization: `Bearer ${desk.token}` });
    clerks.push({ counterId, personId, pin, live, busy: false });
  }
  return clerks;
}

async function replayDay(
  kiosk: Live,
  clerks: readonly Clerk[],
  time: SettableTime,
  midnight: number,
  tickets: readonly RealTicket[],
  score: Score,
): Promise<void> {
  const ids = new Map<RealTicket, string>();
  const happenings = inOrder(tickets);
  let now = midnight + Math.round((happenings[0]?.at ?? 0) * minute);
  time.set(now);
  for (const { live, personId, pin, counterId } of clerks) {
    await live.client.staff.signIn({ personId, pin, requestKey: key() });
    await live.client.counters.open({ counterId, requestKey: key() });
  }
  let turn = 0;
  let stayed = now;
  for (const { at, act, ticket } of happenings) {
    const next = midnight + Math.round(at * minute);
    for (; next - stayed > stayMs; stayed += stayMs) {
      time.set(Math.max(now, stayed + stayMs));
      await Promise.all(clerks.map(({ live }) => live.client.staff.stay()));
    }
    now = next;
    time.set(now);
    if (act === 'take') {
      const wish = { serviceId: serviceId(ticket.service), priority: null, requestKey: key() };
      const { id, number, serviceDay, promise } = await kiosk.client.queue.take(wish);
      score.add(ticket.callMinute - ticket.arriveMinute, { number: `${serviceDay} ${number}`, promise });
      ids.set(ticket, id);
      continue;
    }
    const clerk = clerks[turn++ % clerks.length] as Clerk;
    await finish(clerk);
    await clerk.live.client.counters.callTicket({
      counterId: clerk.counterId,
      ticketId: ids.get(ticket) as string,
      reason: 'other',
      requestKey: key(),
    });
    clerk.busy = true;
  }
  for (const clerk of clerks) {
    await finish(clerk);
    await clerk.live.client.counters.close({ counterId: clerk.counterId, requestKey: key() });
    await clerk.live.client.staff.signOut({ requestKey: key() });
  }
}

async function finish(clerk: Clerk): Promise<void> {
  if (clerk.busy) await clerk.live.client.counters.done({ counterId: clerk.counterId, requestKey: key() });
  clerk.busy = false;
}
