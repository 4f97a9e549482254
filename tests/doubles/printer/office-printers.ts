import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/**
 * How a queue stands. `prints`: what is in it comes out; `busy`: it takes jobs, which wait; `no_paper`: likewise, and it
 * says why; `stopped`: it has been stopped in the system; `rejecting`: it takes nothing.
 */
export type QueueStand = 'prints' | 'busy' | 'no_paper' | 'stopped' | 'rejecting';

export interface OfficeJob {
  readonly number: string;
  readonly queue: string;
  readonly args: string[];
  readonly document: Buffer;
  /** RFC 8011: `job-printing`, `job-completed-successfully`, … */
  readonly state: string;
}

const head = (folder: string) => `#!/bin/sh\nD='${folder}'\n`;

/** Answers as `lp` of CUPS 2.4 does: each argument goes to a line of a file, standard input to another. */
const lp = `
[ -e "$D/down" ] && { echo 'lp: Error - The printer or class does not exist.' >&2; exit 1; }
for a in "$@"; do printf '%s\\n' "$a"; case "$a" in -d*) q="\${a#-d}" ;; esac; done > "$D/args.$$"
[ -e "$D/queues/$q" ] || { rm "$D/args.$$"; echo 'lp: Error - The printer or class does not exist.' >&2; exit 1; }
read -r stand < "$D/queues/$q"
[ "$stand" = rejecting ] && { rm "$D/args.$$"; echo "lp: Error - Destination \\"$q\\" is not accepting jobs." >&2; exit 1; }
n=12
while ! mkdir "$D/jobs/$q-$n" 2> /dev/null; do n=$((n + 1)); done
mv "$D/args.$$" "$D/jobs/$q-$n/args"
cat > "$D/jobs/$q-$n/document"
if [ "$stand" = prints ]; then echo job-completed-successfully; else echo job-printing; fi > "$D/jobs/$q-$n/state"
if [ -e "$D/hang-lp" ]; then while [ -e "$D/hang-lp" ]; do sleep 0.02; done; exit 1; fi
[ -e "$D/broken" ] && { echo 'lp: Error - unable to queue from stdin - Broken pipe.' >&2; exit 1; }
echo "request id is $q-$n (0 file(s))"
`;

const lpstat = `
while [ -e "$D/hang-lpstat" ]; do sleep 0.02; done
case "$*" in *-r*) [ -e "$D/down" ] && echo 'scheduler is not running' || echo 'scheduler is running'; exit 0 ;; esac
[ -e "$D/down" ] && { echo 'lpstat: Scheduler is not running.' >&2; exit 1; }
show() {
  read -r stand < "$D/queues/$1"
  case "$stand" in
    stopped) printf 'printer %s disabled since Tue Nov 24 09:00:00 2026 -\\n\\tPaused\\n\\tAlerts: paused\\n' "$1" ;;
    no_paper) printf 'printer %s now printing %s-12.  enabled since Tue Nov 24 09:00:00 2026\\n\\tAlerts: media-empty-error\\n' "$1" "$1" ;;
    *) printf 'printer %s is idle.  enabled since Tue Nov 24 09:00:00 2026\\n\\tAlerts: none\\n' "$1" ;;
  esac
}
for a in "$@"; do
  case "$a" in
    -p) for f in "$D/queues"/*; do [ -e "$f" ] && show "\${f##*/}"; done ;;
    -p*) [ -e "$D/queues/\${a#-p}" ] || exit 1; show "\${a#-p}" ;;
    -o*)
      [ -e "$D/queues/\${a#-o}" ] || exit 1
      for f in "$D/jobs/\${a#-o}"-*; do
        [ -e "$f/state" ] || continue
        printf '%s anjungan 1024 Tue Nov 24 09:00:00 2026\\n\\tStatus: \\n\\tAlerts: %s\\n' "\${f##*/}" "$(cat "$f/state")"
      done ;;
  esac
done
exit 0
`;

const cancel = `
[ -e "$D/jobs/$1/state" ] || exit 1
grep -q completed "$D/jobs/$1/state" || echo job-canceled-by-user > "$D/jobs/$1/state"
`;

/** The print system of an office's hub: programs with the names and words of those of CUPS, in a folder of their own. */
export class OfficePrinters {
  readonly #folder = mkdtempSync(join(tmpdir(), 'anjungan-lp-'));
  readonly #path = process.env['PATH'] ?? '';

  constructor() {
    mkdirSync(this.#at('bin'));
    mkdirSync(this.#at('queues'));
    mkdirSync(this.#at('jobs'));
    for (const [name, text] of Object.entries({ lp, lpstat, cancel }))
      writeFileSync(this.#at('bin', name), head(this.#folder) + text, { mode: 0o755 });
  }

  /** The system finds these programs from now on, until `end`. */
  install(): this {
    process.env['PATH'] = `${this.#at('bin')}${delimiter}${this.#path}`;
    return this;
  }

  /** Sets up a queue, or says how it stands now. One that prints lets out what waits in it. */
  queue(name: string, stand: QueueStand = 'prints'): this {
    writeFileSync(this.#at('queues', name), `${stand}\n`);
    if (stand === 'prints')
      for (const job of this.jobs(name)) if (job.state === 'job-printing') this.turn(job, 'job-completed-successfully');
    return this;
  }

  remove(name: string): void {
    rmSync(this.#at('queues', name));
  }

  /** The server of the print system is not there. */
  down(is: boolean): void {
    this.#flag('down', is);
  }

  /** The program does not end; `lp` has given the document to the system already. */
  hang(program: 'lp' | 'lpstat', is: boolean): void {
    this.#flag(`hang-${program}`, is);
  }

  /** `lp` loses its server when that has the document already. */
  broken(is: boolean): void {
    this.#flag('broken', is);
  }

  turn({ queue, number }: Pick<OfficeJob, 'queue' | 'number'>, state: string): void {
    writeFileSync(this.#at('jobs', `${queue}-${number}`, 'state'), `${state}\n`);
  }

  /** The system has forgotten what it printed. */
  forget(): void {
    rmSync(this.#at('jobs'), { recursive: true });
    mkdirSync(this.#at('jobs'));
  }

  jobs(queue: string): OfficeJob[] {
    const its = readdirSync(this.#at('jobs')).filter((name) => name.slice(0, name.lastIndexOf('-')) === queue);
    return its
      .filter((name) => existsSync(this.#at('jobs', name, 'state')))
      .map((name) => ({
        number: name.slice(queue.length + 1),
        queue,
        args: readFileSync(this.#at('jobs', name, 'args'), 'utf8')
          .trimEnd()
          .split('\n'),
        document: readFileSync(this.#at('jobs', name, 'document')),
        state: readFileSync(this.#at('jobs', name, 'state'), 'utf8').trim(),
      }))
      .sort((one, other) => Number(one.number) - Number(other.number));
  }

  end(): void {
    process.env['PATH'] = this.#path;
    rmSync(this.#folder, { recursive: true });
  }

  #flag(name: string, is: boolean): void {
    if (is) writeFileSync(this.#at(name), '');
    else rmSync(this.#at(name), { force: true });
  }

  #at(...parts: string[]): string {
    return join(this.#folder, ...parts);
  }
}
