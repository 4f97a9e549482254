import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Pdf } from './pdf.ts';
import css from './pdf-pages.module.css';

interface Props {
  base64: string;
  /** Shown until the first page is there. */
  making: ReactNode;
  /** Shown when it cannot be read. */
  broken: ReactNode;
  /** What a page, from 1, is called. */
  label: (page: number) => string;
}

/** A PDF page by page: what is seen is what is printed. */
export function PdfPages({ base64, making, broken, label }: Props) {
  const [pdf, setPdf] = useState<Pdf | 'broken' | null>(null);
  useEffect(() => {
    let open: Pdf | null = null;
    let wanted = true;
    import('./pdf.ts')
      .then(({ openPdf }) => openPdf(base64))
      .then(
        (opened) => {
          if (!wanted) return opened.close();
          open = opened;
          setPdf(opened);
        },
        () => {
          if (wanted) setPdf('broken');
        },
      );
    return () => {
      wanted = false;
      open?.close();
    };
  }, [base64]);
  if (pdf === null) return making;
  if (pdf === 'broken') return broken;
  return Array.from({ length: pdf.pages }, (_, at) => (
    <Sheet key={at + 1} pdf={pdf} nth={at + 1} label={label(at + 1)} />
  ));
}

/** One page on a canvas at the device's own scale. */
function Sheet({ pdf, nth, label }: { pdf: Pdf; nth: number; label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    pdf.size(nth).then(
      ({ width }) => pdf.draw(nth, element, (element.clientWidth / width) * devicePixelRatio, 'screen'),
      () => undefined,
    );
  }, [pdf, nth]);
  return <canvas ref={canvas} className={css.sheet} role="img" aria-label={label} data-page={nth} />;
}
