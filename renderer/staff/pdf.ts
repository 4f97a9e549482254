import { getDocument, PDFWorker } from 'pdfjs-dist';
import { bytesOf } from '../client/base64.ts';

/** A letter as a picture of its pages: what is seen is what is printed. */

/** Points of a PDF in an inch. */
const pointsPerInch = 72;

export interface Pdf {
  readonly pages: number;
  /** In PDF points, of a page from 1. */
  size(nth: number): Promise<{ width: number; height: number }>;
  /**
   * Draws a page.
   * @param nth from 1
   * @param scale device pixels to a PDF point
   */
  draw(nth: number, canvas: HTMLCanvasElement, scale: number, use: 'screen' | 'print'): Promise<void>;
  close(): void;
}

/** @param base64 of a PDF; @throws when it is none */
export async function openPdf(base64: string): Promise<Pdf> {
  const port = new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' });
  const worker = PDFWorker.create({ port });
  const close = () => {
    worker.destroy();
    port.terminate();
  };
  try {
    const file = await getDocument({
      data: bytesOf(base64),
      worker,
      // The page's policy compiles no WebAssembly, and our letters need none.
      useWasm: false,
    }).promise;
    return {
      pages: file.numPages,
      size: async (nth) => {
        const { width, height } = (await file.getPage(nth)).getViewport({ scale: 1 });
        return { width, height };
      },
      draw: async (nth, canvas, scale, use) => {
        const page = await file.getPage(nth);
        const viewport = page.getViewport({ scale });
        canvas.width = Math.round(viewport.width);
        canvas.height = Math.round(viewport.height);
        await page.render({ canvas, viewport, intent: use === 'print' ? 'print' : 'display' }).promise;
      },
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}

/** Device pixels to a point at so many dots an inch. */
export const scaleOf = (dotsPerInch: number): number => dotsPerInch / pointsPerInch;
