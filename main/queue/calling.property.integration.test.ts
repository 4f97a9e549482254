import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TestDesk } from '../../tests/doubles/lounge/desk.ts';
import { TestLounge } from '../../tests/doubles/lounge/in-process.ts';
import { DomainError } from '../ops/domain-error.ts';

const nine = '2026-11-24T09:00:00+07:00';
const name = (text: string) => ({ id: text, en: text });
const allDay = ['00:00-24:00'];
const week = { mon: allDay, tue: allDay, wed: allDay, thu: allDay, fri: allDay, sat: allDay, sun: allDay };
const services = ['a', 'b', 'c'];
const counterIds = ['1', '2', '3'];

/** Three counters that share three services crosswise, open day and night. */
const catalogue = {
  calendar: { hours: { always: week } },
  services: {
    agencies: [{ id: 'desa', name: name('Desa') }],
    counters: counterIds.map((id) => ({ id, name: name(`Loket ${id}`), accessible: id === '1' })),
    services: services.map((id, i) => ({
      id,
      agencyId: 'desa',
      letter: id.toUpperCase(),
      name: name(id),
      icon: 'store',
      hue: '#1b7f8c',
      bring: [],
      counters: ['1', counterIds[i]].filter((counter, at, all) => all.indexOf(counter) === at),
      serving: 'always',
      lastTicketMinutes: 0,
    })),
  },
};

const desk = fc.constantFrom(0, 1, 2);
const service = fc.constantFrom(...services);
const ticket = fc.nat(30);
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ act: fc.constant('take' as const), service, priority: fc.boolean() }) },
  {
    weight: 4,
    arbitrary: fc.record({ act: fc.constantFrom('callNext' as const, 'doneAndNext' as const, 'done' as const), desk }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constantFrom('recall' as const, 'serve' as const, 'noShow' as const, 'park' as const, 'undo' as const),
      desk,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constantFrom('callBack' as const, 'returnToLine' as const, 'call' as const, 'cancel' as const),
      desk,
      ticket,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ act: fc.constantFrom('transfer' as const, 'nextMatter' as const), desk, service }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('need' as const), desk, ticket }) },
  {
    weight: 1,
    arbitrary: fc.record({
      act: fc.constantFrom('pause' as const, 'resume' as const, 'close' as const, 'open' as const),
      desk,
    }),
  },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('wait' as const), seconds: fc.constantFrom(1, 20, 45, 300) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('crash' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const final = new Set(['done', 'cancelled']);

async function live(steps: readonly Step[]): Promise<TestLounge> {
  const test = new TestLounge(nine, catalogue);
  const desks = counterIds.map((id) => new TestDesk(test, id));
  for (const each of desks) each.open();
  for (const one of steps) {
    try {
      await happen(test, desks, one);
    } catch (error) {
      // A rule may say no; nothing else may go wrong.
      if (!(error instanceof DomainError)) throw error;
    }
    check(test);
  }
  return test;
}

async function happen(test: TestLounge, desks: readonly TestDesk[], one: Step): Promise<void> {
  const at = 'desk' in one ? (desks[one.desk] as TestDesk) : null;
  const ids = () => test.lounge.db.prepare('SELECT id FROM ticket ORDER BY id').pluck().all() as string[];
  const chosen = () => ('ticket' in one ? (ids()[one.ticket % Math.max(1, ids().length)] ?? crypto.randomUUID()) : '');
  switch (one.act) {
    case 'take':
      test.take(one.service, one.priority ? 'elderly' : null);
      break;
    case 'wait':
      test.time.pass(one.seconds / 60);
      break;
    case 'crash':
      await test.restart();
      break;
    case 'transfer':
    case 'nextMatter':
      at?.[one.act](one.service);
      break;
    case 'need':
      at?.setNeed(chosen(), 'wheelchair');
      break;
    case 'call':
    case 'callBack':
    case 'returnToLine':
    case 'cancel':
      at?.[one.act](chosen());
      break;
    case 'pause':
    case 'open':
      at?.[one.act]();
      break;
    default:
      at?.[one.act]();
  }
}

/** What must hold after every act. */
function check(test: TestLounge): void {
  const { db } = test.lounge;
  const twice = db
    .prepare(
      "SELECT counter_id FROM ticket WHERE state IN ('called', 'serving') GROUP BY counter_id HAVING count(*) > 1",
    )
    .all();
  expect(twice).toEqual([]);
  // A ticket is what its last event says.
  const other = db
    .prepare(
      `SELECT t.number, t.state, e.state FROM ticket t JOIN ticket_event e ON e.id =
         (SELECT max(id) FROM ticket_event WHERE ticket_id = t.id) WHERE e.state <> t.state OR e.service_id <> t.service_id`,
    )
    .all();
  expect(other).toEqual([]);
  const nowhere = db
    .prepare("SELECT number FROM ticket WHERE state IN ('called', 'serving') AND counter_id IS NULL")
    .all();
  expect(nowhere).toEqual([]);
}

describe('whatever is done at counters, in whatever order', () => {
  it('no ticket is lost or at two counters, and all who wait are called in the end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), async (steps) => {
        const test = await live(steps);
        try {
          // The counters go on until nobody waits: nobody may be left who can be called.
          const desks = counterIds.map((id) => new TestDesk(test, id));
          for (const each of desks) each.open(true);
          for (const each of desks) if (each.sees.current) each.done();
          let called = 0;
          for (let worked = true; worked; ) {
            worked = false;
            for (const each of desks) {
              if (!each.callNext().current) continue;
              each.done();
              called += 1;
              worked = true;
            }
            expect(called).toBeLessThan(200);
          }
          const states = test.lounge.db.prepare('SELECT state FROM ticket').pluck().all() as string[];
          expect(states.filter((state) => !final.has(state) && state !== 'no_show' && state !== 'parked')).toEqual([]);
        } finally {
          await test.end();
        }
      }),
      { numRuns: Number(process.env['ANJUNGAN_CALLING_RUNS'] ?? 25) },
    );
  });

  it('each call is whom the discipline puts first, and no class starves', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ service, priority: fc.boolean(), gap: fc.nat(120) }), { minLength: 5, maxLength: 40 }),
        async (arrivals) => {
          const test = new TestLounge(nine, catalogue);
          try {
            const one = new TestDesk(test, '1');
            one.open();
            for (const { service: id, priority, gap } of arrivals) {
              test.take(id, priority ? 'elderly' : null);
              test.time.pass(gap / 60);
            }
            const waiting = new Map(
              (
                test.lounge.db.prepare('SELECT id, number, priority, taken_tick AS tick FROM ticket').all() as {
                  id: string;
                  number: string;
                  priority: string | null;
                  tick: number;
                }[]
              ).map((row) => [row.number, row]),
            );
            while (waiting.size > 0) {
              test.time.pass(2);
              const now = test.lounge.clock.tick();
              const score = ({ priority, tick }: { priority: string | null; tick: number }) =>
                (priority === null ? 1 : 3) * (now - tick);
              const highest = Math.max(...[...waiting.values()].map(score));
              const { current } = one.callNext();
              const called = waiting.get(current?.number ?? '');
              expect(called && score(called)).toBe(highest);
              waiting.delete(current?.number ?? '');
              one.done();
            }
          } finally {
            await test.end();
          }
        },
      ),
      { numRuns: 10 },
    );
  });
});
