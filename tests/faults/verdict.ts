import type { PrintJobState } from '../../contract/printing.ts';
import type { FaultLounge } from './fault-lounge.ts';
import { type TestedSlip } from './slips.ts';

const ends = ['done', 'unknown', 'cancelled'] as const satisfies readonly PrintJobState[];
type End = (typeof ends)[number];

/** What a run found. */
export interface Verdict {
  cases: number;
  slips: number;
  /** Said to be done and no whole paper came out, or in no state that ends anything. */
  lost: number;
  /** More than one paper with the same number, and nothing on them says so. */
  unmarkedDoubles: number;
  /** Another end than the one that was specified, or other words for staff. */
  wrongStates: number;
  /** How many slips ended how. */
  readonly ends: Record<End, number>;
  /** Each of these in words. */
  readonly findings: string[];
}

export function noVerdict(): Verdict {
  return {
    cases: 0,
    slips: 0,
    lost: 0,
    unmarkedDoubles: 0,
    wrongStates: 0,
    ends: { done: 0, unknown: 0, cancelled: 0 },
    findings: [],
  };
}

export function add(sum: Verdict, one: Verdict): void {
  sum.cases += one.cases;
  sum.slips += one.slips;
  sum.lost += one.lost;
  sum.unmarkedDoubles += one.unmarkedDoubles;
  sum.wrongStates += one.wrongStates;
  for (const end of ends) sum.ends[end] += one.ends[end];
  sum.findings.push(...one.findings);
}

export function isClean({ lost, unmarkedDoubles, wrongStates }: Verdict): boolean {
  return lost + unmarkedDoubles + wrongStates === 0;
}

/** Whether nothing more becomes of a slip by itself. */
export function isEnd(state: PrintJobState | undefined): state is End {
  return ends.some((end) => end === state);
}

/** What holds for every slip whatever happened to it, once everything is mended and quiet. */
export function judge(lounge: FaultLounge, slip: TestedSlip, where: string, verdict: Verdict): void {
  const state = lounge.state(slip);
  const { whole, unmarked } = lounge.papers(slip);
  verdict.slips += 1;
  if (isEnd(state)) verdict.ends[state] += 1;
  const found = (what: string): void => {
    const came = `${unmarked} papers, ${whole} whole`;
    verdict.findings.push(`${where}: ${slip.name} is ${state}, ${came}, staff hear ${lounge.condition}: ${what}`);
  };
  if (!isEnd(state) || (state === 'done' && whole === 0)) {
    verdict.lost += 1;
    found('lost');
  }
  if (unmarked > 1) {
    verdict.unmarkedDoubles += 1;
    found('an unmarked double');
  }
  if (state === 'cancelled' && unmarked > 0) {
    verdict.wrongStates += 1;
    found('came out after it was given up');
  }
}

export function wrong(verdict: Verdict, what: string): void {
  verdict.wrongStates += 1;
  verdict.findings.push(what);
}

/** For a person. */
export function table(rows: Readonly<Record<string, Verdict>>): string {
  const head = ['', 'cases', 'slips', ...ends, 'lost', 'unmarked doubles', 'wrong states'];
  const body = Object.entries(rows).map(([name, { cases, slips, lost, unmarkedDoubles, wrongStates, ends: its }]) => [
    name,
    ...[cases, slips, ...ends.map((end) => its[end]), lost, unmarkedDoubles, wrongStates].map(String),
  ]);
  const widths = head.map((_, column) => Math.max(...[head, ...body].map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ');
  return [head, ...body].map(line).join('\n');
}
