import type { Given, JobNow, LetterOutlet, QueueNow, ToPrint } from './letter-outlet.ts';
import { isCupsName, jobNumber, jobsOf, queuesOf, refusalOf, troubleOf } from './lp-answers.ts';
import { SystemPrograms } from './system-program.ts';

/** How long one program may take. */
const limitMs = 20_000;

/** What CUPS calls the papers; F4 as Indonesian offices buy it. */
const media = { A4: 'A4', F4: 'Custom.210x330mm' } as const;

/**
 * The queues of CUPS, over its own programs, which know where its server is. A document goes to `lp` by standard input: no
 * file of it is made here. Names stand right behind their option, so that none can be taken for an option itself.
 */
export class LpOutlet implements LetterOutlet {
  readonly #programs: SystemPrograms;

  constructor(limit = limitMs) {
    this.#programs = new SystemPrograms(limit);
  }

  async queues(): Promise<QueueNow[]> {
    const asked = await this.#programs.run('lpstat', ['-p']);
    return asked.ended === 'itself' ? queuesOf(asked.out) : [];
  }

  async print(queue: string, { pdf, copies, paper }: ToPrint): Promise<Given> {
    if (!isCupsName(queue)) return { refused: 'no_queue' };
    // What stands still is not given more: a letter that waits there is a letter that nobody remembers.
    const now = await this.#programs.run('lpstat', ['-l', `-p${queue}`]);
    if (now.ended === 'missing') return { refused: 'no_system' };
    if (now.ended === 'cut') return { refused: 'timeout' };
    if (troubleOf(now.out) === 'stopped') return { refused: 'stopped' };
    const options = [`media=${media[paper]}`, 'sides=one-sided', 'print-scaling=none', 'collate=true'];
    const args = [`-d${queue}`, `-n${copies}`, '-tSurat', ...options.map((option) => `-o${option}`)];
    const given = await this.#programs.run('lp', args, pdf);
    if (given.ended === 'missing') return { refused: 'no_system' };
    if (given.ended === 'cut') return { lost: 'timeout' };
    const job = jobNumber(given.out, queue);
    if (given.code === 0 && job !== null) return { taken: job };
    const reason = given.code === 0 ? null : refusalOf(given.err);
    if (reason === null) return { lost: 'interrupted' };
    // Without its server every queue is unknown to the programs.
    return { refused: reason === 'no_queue' && !(await this.#isServed()) ? 'no_system' : reason };
  }

  async jobs(queue: string, jobs: readonly string[]): Promise<ReadonlyMap<string, JobNow> | null> {
    const [listed, printer] = await Promise.all([
      this.#programs.run('lpstat', ['-l', '-Wall', `-o${queue}`]),
      this.#programs.run('lpstat', ['-l', `-p${queue}`]),
    ]);
    if (listed.ended !== 'itself' || listed.code !== 0) return null;
    const known = jobsOf(listed.out, queue);
    const reason = printer.ended === 'itself' ? troubleOf(printer.out) : null;
    return new Map(
      jobs.map((job): [string, JobNow] => {
        const is = known.get(job) ?? 'forgotten';
        return [job, is === 'waiting' ? { is, reason } : { is }];
      }),
    );
  }

  async cancel(queue: string, job: string): Promise<void> {
    await this.#programs.run('cancel', [`${queue}-${job}`]);
  }

  close(): void {
    this.#programs.close();
  }

  async #isServed(): Promise<boolean> {
    const asked = await this.#programs.run('lpstat', ['-r']);
    return asked.ended === 'itself' && /is running/.test(asked.out);
  }
}
