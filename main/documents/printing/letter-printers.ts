import type { LetterPrinterSettings } from '../../../contract/letter-printing.ts';
import type { Actor } from '../../../contract/principal.ts';
import { DomainError } from '../../ops/domain-error.ts';
import type { Audit } from '../../store/audit.ts';
import type { RequestKeys } from '../../store/request-keys.ts';
import type { LetterOutlet } from './letter-outlet.ts';
import type { LetterPrintStore } from './letter-print-store.ts';
import { testPage } from './test-page.ts';

export interface LetterPrintersParts {
  readonly prints: LetterPrintStore;
  readonly outlet: LetterOutlet;
  readonly keys: RequestKeys;
  readonly audit: Pick<Audit, 'write'>;
  readonly clock: { wall(): number };
  readonly iso: (wall: number) => string;
  readonly isDevice: (id: string) => boolean;
  /** The letters' paper, as the office has set it. */
  readonly paper: () => 'A4' | 'F4';
  /** Letters of some device come out elsewhere now. */
  readonly changed: () => void;
}

/** Which of the system's queues letters come out of: one for the office, and where a counter has its own, that. */
export class LetterPrinters {
  readonly #its: LetterPrintersParts;
  readonly #tests = new Map<string, Promise<void>>();

  constructor(parts: LetterPrintersParts) {
    this.#its = parts;
  }

  async settings(): Promise<LetterPrinterSettings> {
    const { prints, outlet, isDevice } = this.#its;
    const queues = await outlet.queues();
    const printers = prints.printers();
    const own = [...printers].filter(([device]) => isDevice(device));
    return { office: printers.get('') ?? null, own: Object.fromEntries(own), queues };
  }

  /**
   * Says where letters come out. What waits already stays where it was sent.
   * @throws DomainError DEVICE_UNKNOWN
   */
  setPrinter(
    by: Actor,
    asked: { device: string | null; queue: string | null; requestKey: string },
  ): Promise<LetterPrinterSettings> {
    const { device, queue } = asked;
    const { keys, prints, audit, isDevice, changed } = this.#its;
    const { acted } = keys.once(by, asked.requestKey, ['letterPrinting.setPrinter', device, queue], () => {
      if (device !== null && !isDevice(device)) throw new DomainError('DEVICE_UNKNOWN');
      prints.setPrinter(device, queue);
      audit.write(by, queue === null ? 'letter_printer_removed' : 'letter_printer_set', device);
      return {};
    });
    if (acted) changed();
    return this.settings();
  }

  /**
   * Prints a sheet that says where it came from.
   * @throws DomainError PRINT_REFUSED (rejects)
   */
  async testPage(by: Actor, asked: { queue: string; requestKey: string }): Promise<Record<string, never>> {
    const { queue, requestKey } = asked;
    const { keys, audit } = this.#its;
    const body = ['letterPrinting.testPage', queue];
    if (keys.answered(by, requestKey, body) !== undefined) return {};
    // The same press once more, while the first is under way.
    const under = this.#tests.get(requestKey) ?? this.#printTest(queue);
    this.#tests.set(requestKey, under);
    await under.finally(() => this.#tests.delete(requestKey));
    return keys.once(by, requestKey, body, () => {
      audit.write(by, 'letter_printer_tested', null);
      return {};
    }).answer;
  }

  async #printTest(queue: string): Promise<void> {
    const { outlet, paper, iso, clock } = this.#its;
    const size = paper();
    const when = iso(clock.wall());
    const words = ['Halaman uji', queue, `${size}, ${when.slice(0, 10)} ${when.slice(11, 16).replace(':', '.')}`];
    const given = await outlet.print(queue, { pdf: testPage(size, words), copies: 1, paper: size });
    if (!('taken' in given)) throw new DomainError('PRINT_REFUSED');
  }
}
