import type { PrinterNews, PrinterOrder } from '../../../contract/printing.ts';

/** What a line's end tells of itself beside the printer's news. */
export type LineNews = PrinterNews | { readonly kind: 'over'; readonly reason: string };

/** One connection of a machine that lends its printer: orders go out in their order, news come in. */
export class LentLine {
  readonly id: string;
  readonly #tell: (news: LineNews) => void;
  readonly #waiting: PrinterOrder[] = [];
  #over = false;
  #wake: () => void = () => undefined;

  constructor(id: string, tell: (news: LineNews) => void) {
    this.id = id;
    this.#tell = tell;
  }

  get isOver(): boolean {
    return this.#over;
  }

  order(order: PrinterOrder): void {
    if (this.#over) return;
    this.#waiting.push(order);
    this.#wake();
  }

  told(news: PrinterNews): void {
    if (!this.#over) this.#tell(news);
  }

  /** Nothing goes out or comes in any more; said once. */
  end(reason: string): void {
    if (this.#over) return;
    this.#over = true;
    this.#wake();
    this.#tell({ kind: 'over', reason });
  }

  /** Until the end. */
  async *orders(): AsyncGenerator<PrinterOrder, void, void> {
    while (!this.#over) {
      const next = this.#waiting.shift();
      if (next) yield next;
      else
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
    }
  }
}
