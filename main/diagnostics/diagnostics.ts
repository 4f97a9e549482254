import type { DiagnosticReport, StepFinding } from '../../contract/diagnostics.ts';
import { runMachineSteps } from './run.ts';
import type { MachineStep } from './step.ts';

export interface DiagnosticsParts {
  readonly steps: readonly MachineStep[];
  readonly version: string;
  readonly platform: string;
  readonly uptimeSeconds: () => number;
  /** As the newest look at the database has counted them. */
  readonly counts: () => Readonly<Record<string, number>>;
  /** Now, in the lounge's zone. */
  readonly now: () => string;
}

/** One way through the steps, which several may follow. */
class Run {
  readonly at: string;
  readonly told: StepFinding[] = [];
  #isOver = false;
  #news = Promise.withResolvers<void>();

  constructor(at: string) {
    this.at = at;
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  tell(finding: StepFinding): void {
    this.told.push(finding);
    this.#wake();
  }

  end(): void {
    this.#isOver = true;
    this.#wake();
  }

  /** Until more was told, or it is over. */
  get news(): Promise<void> {
    return this.#news.promise;
  }

  #wake(): void {
    this.#news.resolve();
    this.#news = Promise.withResolvers();
  }
}

/** What the hub's machine finds out about itself when a person asks; one run at a time, however many ask. */
export class Diagnostics {
  readonly #its: DiagnosticsParts;
  readonly #closed = new AbortController();
  #run: Run | null = null;

  constructor(parts: DiagnosticsParts) {
    this.#its = parts;
  }

  /** Each finding in its order; joins the run that is under way, from its beginning. */
  async *watch(signal?: AbortSignal): AsyncGenerator<StepFinding, void, void> {
    const run = this.#underWay();
    const isLeft = () => signal?.aborted === true;
    for (let nth = 0; !isLeft(); nth += 1) {
      while (run.told[nth] === undefined && !run.isOver && !isLeft()) await either(run.news, signal);
      const finding = run.told[nth];
      if (finding === undefined) return;
      yield finding;
    }
  }

  /** The newest run as a whole; one is made where there was none. */
  report(): Promise<DiagnosticReport> {
    return this.#reportOf(this.#run ?? this.#underWay());
  }

  /** A run that has not ended before it was asked for. */
  freshReport(): Promise<DiagnosticReport> {
    return this.#reportOf(this.#underWay());
  }

  /** A run that is under way ends. */
  close(): void {
    this.#closed.abort();
  }

  async #reportOf(run: Run): Promise<DiagnosticReport> {
    while (!run.isOver) await run.news;
    const { version, platform, uptimeSeconds, counts } = this.#its;
    return { at: run.at, version, platform, uptimeSeconds: uptimeSeconds(), counts: counts(), steps: [...run.told] };
  }

  #underWay(): Run {
    if (this.#run !== null && !this.#run.isOver) return this.#run;
    const run = new Run(this.#its.now());
    this.#run = run;
    void this.#go(run);
    return run;
  }

  async #go(run: Run): Promise<void> {
    for await (const finding of runMachineSteps(this.#its.steps, this.#closed.signal)) run.tell(finding);
    run.end();
  }
}

/** Until there is news, or nobody wants it any more. */
function either(news: Promise<void>, signal: AbortSignal | undefined): Promise<void> {
  if (signal === undefined) return news;
  const { promise, resolve } = Promise.withResolvers<void>();
  const leave = () => resolve();
  signal.addEventListener('abort', leave, { once: true });
  void news.then(leave);
  return promise.finally(() => signal.removeEventListener('abort', leave));
}
