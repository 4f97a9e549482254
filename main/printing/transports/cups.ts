import { type ClientRequest, request } from 'node:http';
import { userInfo } from 'node:os';
import { type IppAnswer, type IppAttribute, ippRequest, operations, readIpp } from './ipp.ts';
import type { JobFate, PrintQueue } from './print-queue.ts';
import { LinkLost, NotConnected, reasonOf } from './transport.ts';

/** Longest answer that is read, bytes. */
const longestAnswer = 262_144;

/** RFC 8011: from here on, the answer is a refusal; and the one of these for what there is not. */
const refused = 0x0400;
const notFound = 0x0406;
const printerStopped = 5;
/** RFC 8011, 5.3.7. Below: pending, held, processing, stopped. */
const canceled = 7;
const completed = 9;

/**
 * A queue of CUPS, over the socket of its server on this machine. What becomes of a job is asked by its number: the
 * lists that `lpstat` prints call a finished, a cancelled and an aborted job alike. "Finished" means that the bytes left
 * for the printer, as far as the server's driver can tell. The server must keep its history of jobs (it does by default).
 */
export class CupsQueue implements PrintQueue {
  readonly #name: string;
  readonly #socketPath: string;
  readonly #user = userInfo().username;
  readonly #asking = new Set<ClientRequest>();

  constructor(name: string, socketPath = '/run/cups/cups.sock') {
    this.#name = name;
    this.#socketPath = socketPath;
  }

  async check(): Promise<void> {
    const { status, values } = await this.#ask(operations.printerAttributes, []);
    if (status === notFound) throw new Error('the system has no such printer');
    if (status >= refused) throw new Error(`refused by the print server: ${hex(status)}`);
    if (values.get('printer-state') === printerStopped) throw new Error('the printer is paused in the system');
    if (values.get('printer-is-accepting-jobs') === 0) throw new Error('the printer takes no jobs in the system');
  }

  async submit(bytes: Uint8Array): Promise<number> {
    const { status, values } = await this.#ask(
      operations.printJob,
      [
        ['name', 'job-name', 'Anjungan'],
        ['type', 'document-format', 'application/vnd.cups-raw'],
      ],
      bytes,
    ).catch((error: unknown) => {
      const nobody = ['ENOENT', 'ECONNREFUSED', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '');
      throw new (nobody ? NotConnected : LinkLost)(reasonOf(error));
    });
    if (status >= refused) throw new NotConnected(`refused by the print server: ${hex(status)}`);
    const job = values.get('job-id');
    if (job === undefined) throw new LinkLost('the print server names no job');
    return job;
  }

  async fate(job: number): Promise<JobFate> {
    const { status, values } = await this.#ask(operations.jobAttributes, [['integer', 'job-id', job]]);
    if (status === notFound) return { gaveUp: 'the system knows no more of the job' };
    const state = values.get('job-state');
    if (status >= refused || state === undefined) throw new Error(`refused by the print server: ${hex(status)}`);
    if (state < canceled) return 'waiting';
    if (state === completed) return 'finished';
    return { gaveUp: state === canceled ? 'cancelled in the system' : 'given up by the system' };
  }

  async cancel(job: number): Promise<void> {
    await this.#ask(operations.cancelJob, [['integer', 'job-id', job]]);
  }

  hangUp(): void {
    for (const asked of this.#asking) asked.destroy(new Error('hung up'));
  }

  async close(): Promise<void> {
    this.hangUp();
  }

  async #ask(operation: number, attributes: readonly IppAttribute[], bytes?: Uint8Array): Promise<IppAnswer> {
    const head = ippRequest(operation, [
      ['uri', 'printer-uri', `ipp://localhost/printers/${this.#name}`],
      ...attributes.filter(([syntax]) => syntax === 'integer'),
      ['name', 'requesting-user-name', this.#user],
      ...attributes.filter(([syntax]) => syntax !== 'integer'),
    ]);
    const body = bytes === undefined ? head : Buffer.concat([head, bytes]);
    const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
    const asked = request({
      socketPath: this.#socketPath,
      method: 'POST',
      path: `/printers/${this.#name}`,
      agent: false,
      headers: {
        host: 'localhost',
        // The server knows by the socket itself who asks; only that person's own jobs can be cancelled.
        authorization: `PeerCred ${this.#user}`,
        'content-type': 'application/ipp',
        'content-length': body.length,
      },
    });
    this.#asking.add(asked);
    asked.on('error', reject);
    asked.on('response', (response) => {
      const parts: Buffer[] = [];
      let length = 0;
      response.on('data', (part: Buffer) => {
        parts.push(part);
        length += part.length;
        if (length > longestAnswer) asked.destroy(new Error('the answer of the print server has no end'));
      });
      response.on('error', reject);
      response.on('end', () => {
        if (response.statusCode === 200) resolve(Buffer.concat(parts));
        else reject(new Error(`the print server answers HTTP ${response.statusCode}`));
      });
    });
    asked.end(body);
    try {
      return readIpp(await promise);
    } finally {
      this.#asking.delete(asked);
      asked.destroy();
    }
  }
}

function hex(status: number): string {
  return `0x${status.toString(16).padStart(4, '0')}`;
}
