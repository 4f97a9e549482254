import type { PrintJobView } from '../../contract/printing.ts';
import type { PrintJobRow } from './print-job-store.ts';
import { type PrintSlip, printSlip } from './slip.ts';

export interface SlipListParts {
  readonly spooler: {
    slips(printerId: string, others: number): PrintJobRow[];
    job(id: string): { state: PrintJobView['state'] } | undefined;
  };
  readonly outlets: { printerAt(device: string): string };
  readonly iso: (wall: number) => string;
}

/** So many slips that are over stand below the open ones. */
const others = 40;

/** The slips of a printer as staff see them. */
export class SlipList {
  readonly #its: SlipListParts;

  constructor(parts: SlipListParts) {
    this.#its = parts;
  }

  /**
   * Newest first, the open ones before the others.
   * @throws DomainError KIOSK_UNKNOWN
   */
  at(device: string): PrintJobView[] {
    const { spooler, outlets } = this.#its;
    return spooler.slips(outlets.printerAt(device), others).map((row) => this.#view(row));
  }

  #view({ id, ticketId, nth, slip, state, reason, evidence, queuedAt, changedAt }: PrintJobRow): PrintJobView {
    const { iso, spooler } = this.#its;
    const words = readSlip(slip);
    const ticket = words !== null && !('kind' in words) ? words : null;
    return {
      id,
      ticketId,
      number: ticket?.number ?? null,
      service: ticket?.service ?? null,
      nth,
      // What a full disk would not take is told all the same.
      state: spooler.job(id)?.state ?? state,
      reason,
      evidence,
      queuedAt: iso(queuedAt),
      changedAt: iso(changedAt),
    };
  }
}

/** An older program may have written it, or a disk have spoilt it. */
function readSlip(json: string): PrintSlip | null {
  try {
    return printSlip.parse(JSON.parse(json));
  } catch {
    return null;
  }
}
