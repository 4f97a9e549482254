import type { PrintEvidence, PrinterCondition, PrinterProfile, ProbeReport } from '../../contract/printing.ts';
import { DomainError } from '../ops/domain-error.ts';
import type { Progress } from './dispatch.ts';
import { encode, encodeSlip } from './encode.ts';
import type { Introduction } from './introduction.ts';
import { PrinterLink } from './link.ts';
import type { Outlets } from './outlets.ts';
import { usualProfile } from './paper.ts';
import type { TestSlip } from './slip.ts';
import type { Spooler } from './spooler.ts';
import type { Timers } from './timers.ts';
import { BadPrinterUri, type OpenTransport } from './transports/transport.ts';

export interface ProberParts {
  readonly spooler: Spooler;
  readonly outlets: Outlets;
  readonly open: OpenTransport;
  readonly timers: Timers;
  readonly tick: () => number;
  /** Now, as reports write it. */
  readonly now: () => string;
  /** What stands on a test slip of the printer that is called so. */
  readonly testSlip: (name: string) => TestSlip;
}

/** A printer that was asked everything; `printJobId` of its test slip, null where the hub has no such printer. */
export interface Probed {
  readonly report: ProbeReport;
  readonly printJobId: string | null;
}

/** How long a printer may take to be there, ms. */
const meetingLimit = 6000;
const meetingPause = 100;
const strangerLimit = 15_000;
const unheard: Progress = { sent: () => undefined, printed: () => undefined, hangs: () => undefined };

/** Asks printers what they can do, so that nobody has to believe their papers. */
export class Prober {
  readonly #its: ProberParts;

  constructor(parts: ProberParts) {
    this.#its = parts;
  }

  /**
   * Asks a kiosk's printer, keeps its answer, and prints a test slip.
   * @throws DomainError KIOSK_UNKNOWN, PRINTER_ABSENT, PRINTER_BUSY
   */
  async probe(device: string): Promise<{ report: ProbeReport; printJobId: string }> {
    const { spooler, outlets } = this.#its;
    outlets.printerAt(device);
    const printer = outlets.setUp(device);
    if (printer === undefined) throw new DomainError('PRINTER_ABSENT');
    const { printerId, uri, profile } = printer;
    const introduction = await spooler.introduce(printerId);
    if (introduction === null) throw new DomainError('PRINTER_BUSY');
    const report = this.#report(uri, introduction, spooler.condition(printerId), profile);
    // Somebody may have set up another printer meanwhile.
    if (outlets.setUp(device)?.uri === uri) outlets.keepProbe(printerId, report);
    const printJobId = spooler.test(printerId);
    if (printJobId === null) throw new DomainError('PRINTER_ABSENT');
    return { report, printJobId };
  }

  /**
   * The same for a technician who names an address: the hub's own line to it if it has one, for most printers serve one
   * connection at a time, or else one that is opened for this alone.
   * @throws DomainError as `probe`; BAD_REQUEST with what is wrong with the address
   */
  async probeAddress(uri: string): Promise<Probed> {
    const device = this.#its.outlets.deviceAt(uri);
    return device === undefined ? { report: await this.#probeStranger(uri), printJobId: null } : this.probe(device);
  }

  async #probeStranger(uri: string): Promise<ProbeReport> {
    const { testSlip } = this.#its;
    const profile = usualProfile(80);
    const link = this.#linkTo(uri, profile);
    try {
      link.start(false);
      for (let waited = 0; link.gate === 'undecided' && waited < meetingLimit; waited += meetingPause)
        await this.#pause();
      const introduction = await link.introduce();
      if (introduction === null) throw new DomainError('PRINTER_BUSY');
      const report = this.#report(uri, introduction, link.condition, profile);
      if (link.gate === 'open') {
        // Without paper it would be waited for without limit, and this printer is nobody's.
        const giveUp = this.#its.timers.after(strangerLimit, () => void link.close());
        await link.print(encodeSlip(testSlip(uri), profile), unheard);
        giveUp();
      }
      return report;
    } finally {
      await link.close();
    }
  }

  #linkTo(uri: string, profile: PrinterProfile): PrinterLink {
    const { open, timers, tick } = this.#its;
    try {
      return new PrinterLink({
        uri,
        open,
        timers,
        tick,
        cutOff: encode([], profile),
        onMeans: () => undefined,
        onChange: () => undefined,
        onLost: () => undefined,
      });
    } catch (error) {
      throw error instanceof BadPrinterUri ? new DomainError('BAD_REQUEST', error.message) : error;
    }
  }

  #report(
    uri: string,
    { realtime, means, ...names }: Introduction,
    condition: PrinterCondition,
    profile: PrinterProfile,
  ): ProbeReport {
    return {
      at: this.#its.now(),
      uri,
      condition,
      ...names,
      realtime: realtime.map((byte) => byte?.toString(16).padStart(2, '0') ?? null),
      queue: means.queue,
      completion: means.completion,
      automatic: means.automatic,
      evidence: evidenceOf(names.carries, means, realtime),
      profile,
    };
  }

  async #pause(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#its.timers.after(meetingPause, resolve);
    await promise;
  }
}

/** The best proof that a slip can have. */
function evidenceOf(
  carries: ProbeReport['carries'],
  { completion, queue }: Introduction['means'],
  realtime: readonly (number | null)[],
): PrintEvidence {
  if (carries !== 'replies') return carries;
  if (completion) return 'completion';
  if (queue) return 'queue';
  return realtime.some((byte) => byte !== null) ? 'status' : 'bytes';
}
