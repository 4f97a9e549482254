import type { Outcomes, Summary } from '../../contract/statistics.ts';
import type { Cell, Table } from '../ops/csv.ts';
import { type Fact, serviceTaken, waitOf } from './facts.ts';
import { Grouping, known, type WorkFigures } from './groups.ts';
import type { LoungeTime } from './lounge-time.ts';
import { Tally } from './tally.ts';
import type { ExportWords } from './words.ts';

/** What ids are called, in the language of the export. */
export interface Labels {
  readonly services: Readonly<Record<string, { readonly letter: string; readonly name: string }>>;
  readonly counters: Readonly<Record<string, string>>;
  readonly people: Readonly<Record<string, string>>;
}

/** A line a ticket: numbers, times and places, and nothing about a person but whether they had priority. */
export function ticketTable(facts: Iterable<Fact>, labels: Labels, words: ExportWords, time: LoungeTime): Table {
  const head = [
    words.date,
    words.number,
    words.service,
    words.endedAt,
    words.origin,
    words.priority,
    words.takenAt,
    words.calledAt,
    words.waitMinutes,
    words.counter,
    words.serviceMinutes,
    words.files,
    words.state,
    words.promiseFrom,
    words.promiseTo,
  ];
  const clock = (wall: number | null) => (wall === null ? null : time.clock(wall));
  const rows = Array.from(facts, (fact): Cell[] => [
    fact.day,
    fact.number,
    serviceName(labels, serviceTaken(fact)),
    serviceName(labels, fact.service_id),
    words.origins[fact.origin],
    fact.has_priority === 1 ? words.yes : words.no,
    // A number from an earlier day was not taken at a time of this one.
    fact.origin === 'carried' ? null : clock(fact.taken_at),
    clock(fact.called_at),
    minutes(waitOf(fact)),
    fact.counter_id === null ? null : (labels.counters[fact.counter_id] ?? fact.counter_id),
    minutes(fact.served_ms),
    fact.files,
    words.states[fact.state],
    fact.promise_from,
    fact.promise_to,
  ]);
  return { name: words.tickets, head, rows };
}

/** Days, services by day, counters and people; the last two over all days. */
export function dayTables(facts: Iterable<Fact>, labels: Labels, words: ExportWords) {
  const days = new Map<string, { totals: Tally; grouping: Grouping }>();
  const whole = new Grouping();
  for (const fact of facts) {
    const { totals, grouping } = known(days, fact.day, () => ({ totals: new Tally(), grouping: new Grouping() }));
    totals.add(fact);
    grouping.add(fact);
    whole.add(fact);
  }
  const workHead = [words.outcomes.served, words.outcomes.noShow, words.serviceMedian, words.serviceP90];
  const { counters, people } = whole.groups;
  const byDay: Table = {
    name: words.days,
    head: [words.date, ...summaryHead(words)],
    rows: [...days].map(([day, { totals }]) => [day, ...summaryCells(totals.summary)]),
  };
  const byService: Table = {
    name: words.services,
    head: [words.date, words.letter, words.service, ...summaryHead(words), words.movedIn, words.movedOut],
    rows: [...days].flatMap(([day, { grouping }]) =>
      grouping.groups.services.map(({ serviceId, movedIn, movedOut, ...summary }) => [
        day,
        labels.services[serviceId]?.letter ?? null,
        serviceName(labels, serviceId),
        ...summaryCells(summary),
        movedIn,
        movedOut,
      ]),
    ),
  };
  const byCounter: Table = {
    name: words.counters,
    head: [words.counter, ...workHead],
    rows: counters.map(({ counterId, ...work }) => [labels.counters[counterId] ?? counterId, ...workCells(work)]),
  };
  const byPerson: Table = {
    name: words.people,
    head: [words.person, ...workHead],
    rows: people.map(({ personId, ...work }) => [labels.people[personId] ?? personId, ...workCells(work)]),
  };
  return { byDay, byService, byCounter, byPerson };
}

const outcomes = [
  'taken',
  'served',
  'noShow',
  'cancelled',
  'waiting',
  'parked',
  'atCounter',
] as const satisfies readonly (keyof Outcomes)[];

function summaryHead(words: ExportWords): string[] {
  return [
    ...outcomes.map((outcome) => words.outcomes[outcome]),
    words.waitMedian,
    words.waitP90,
    words.serviceMedian,
    words.serviceP90,
    words.promised,
    words.kept,
    words.promiseError,
  ];
}

function summaryCells(summary: Summary): Cell[] {
  const { wait, service, promises } = summary;
  return [
    ...outcomes.map((outcome) => summary[outcome]),
    ...[wait.median, wait.p90, service.median, service.p90].map(ofSeconds),
    promises.of,
    promises.kept,
    ofSeconds(promises.errorSeconds),
  ];
}

function workCells({ served, noShow, service }: WorkFigures): Cell[] {
  return [served, noShow, ofSeconds(service.median), ofSeconds(service.p90)];
}

function serviceName(labels: Labels, id: string): string {
  return labels.services[id]?.name ?? id;
}

/** Minutes to a tenth. */
function minutes(ms: number | null): number | null {
  return ms === null ? null : Math.round(ms / 6_000) / 10;
}

function ofSeconds(seconds: number | null): number | null {
  return seconds === null ? null : minutes(seconds * 1000);
}
