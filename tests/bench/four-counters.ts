import { FileKey } from '../../main/store/key.ts';
import { openStore } from '../../main/store/open.ts';
import { staffCounters } from './bench-counters.ts';
import { files, makeDataFolder } from './bench-lounge.ts';
import { bar, type Figure, figure, median } from './measure.ts';
import { RestHub } from './rest-client.ts';

const tickets = 5_000;
const counterIds = ['1', '2', '3', '4'];

/** Four clerks who call as fast as they get an answer until nobody waits; then the records are looked at. */
export async function fourCounters(): Promise<Figure> {
  const data = makeDataFolder();
  const tokens = await staffCounters(data, counterIds, tickets);
  const hub = await RestHub.start('main/headless.ts', '--port', '0', '--data', data);
  const called: string[] = [];
  const times: number[] = [];
  await Promise.all(
    counterIds.map(async (counterId, i) => {
      const desk = hub.client(tokens[i]);
      let path = 'call-next';
      for (;;) {
        const { ms, status, body } = await desk.post(`/api/counters/${counterId}/${path}`, {});
        if (status !== 200) throw new Error(`counter ${counterId} was refused with ${status}`);
        const current = body['current'] as { number: string } | null;
        if (!current) return;
        called.push(current.number);
        times.push(ms);
        path = 'done-and-next';
      }
    }),
  );
  await hub.stop();
  const { lost, outOfOrder } = lookAt(data);
  return figure(
    'four-counters',
    { what: '5,000 people called by four counters at once', floorIs: 'none: what is counted are faults' },
    times,
    times,
    {
      bars: [
        bar('double calls', called.length - new Set(called).size, 0),
        bar('lost', lost, 0),
        bar('out of order', outOfOrder, 0),
      ],
      also: { 'median ms': median(times), 'people called': called.length },
    },
  );
}

interface Called {
  readonly id: string;
  readonly service_id: string;
  readonly counter_id: string;
  readonly taken_tick: number;
}

/** Who was never finished, and who was called while somebody of the same counter's services had waited longer. */
function lookAt(data: string): { lost: number; outOfOrder: number } {
  const store = openStore(data, new FileKey(data), files.migrations);
  const lost = store.db.prepare("SELECT count(*) FROM ticket WHERE state <> 'done'").pluck().get() as number;
  const calls = store.db
    .prepare<[], Called>(
      `SELECT t.id, t.service_id, t.taken_tick, e.counter_id FROM ticket_event e JOIN ticket t ON t.id = e.ticket_id
       WHERE e.kind = 'called' ORDER BY e.id`,
    )
    .all();
  store.close();
  const served = new Map<string, Set<string>>();
  for (const { counter_id, service_id } of calls)
    served.set(counter_id, (served.get(counter_id) ?? new Set()).add(service_id));
  // Ids are in order of taking; everybody had come before the first call.
  const waiting = new Map<string, Called[]>();
  for (const call of calls.toSorted((one, other) => (one.id < other.id ? -1 : 1)))
    waiting.set(call.service_id, [...(waiting.get(call.service_id) ?? []), call]);
  const passed = new Map<string, number>();
  let outOfOrder = 0;
  for (const call of calls) {
    const heads = [...(served.get(call.counter_id) ?? [])].flatMap(
      (service) => waiting.get(service)?.[passed.get(service) ?? 0] ?? [],
    );
    const first = heads.toSorted((one, other) => one.taken_tick - other.taken_tick || (one.id < other.id ? -1 : 1))[0];
    if (first?.id !== call.id) outOfOrder += 1;
    passed.set(call.service_id, (passed.get(call.service_id) ?? 0) + 1);
  }
  return { lost, outOfOrder };
}
