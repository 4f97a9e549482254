import { ArrowLeft, Printer } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useLetterWords } from '../../i18n/desk-letters.ts';
import css from './letters.module.css';
import { Failed, Problem } from './notes.tsx';
import type { Pdf } from './pdf.ts';
import view from './preview.module.css';
import { useLoaded } from './use-loaded.ts';
import { useLetters } from './view.ts';

/** What is looked at: the letter as it would be made, or one that has its number. */
export type Viewing =
  | { kind: 'preview'; requestId: string; officialId: string }
  | { kind: 'letters'; letterIds: readonly string[] };

/** The PDF itself, page by page: what is seen is what is printed. */
export function Preview({ viewing, onClose }: { viewing: Viewing; onClose: () => void }) {
  const { words } = useLetterWords();
  const { documents } = useLetters();
  const said = words.preview;
  const ask = useCallback(async () => {
    if (viewing.kind === 'preview') {
      const { papers } = await documents.preview({ id: viewing.requestId, officialId: viewing.officialId });
      return { title: null, papers };
    }
    const papers = await Promise.all(viewing.letterIds.map((id) => documents.pdf(id)));
    return { title: papers.map(({ number }) => number).join(', '), papers };
  }, [documents, viewing]);
  const { value, problem, reload } = useLoaded(ask);
  const printing = usePrint(value?.papers.map(({ pdf }) => pdf) ?? []);
  return (
    <div className={view.preview}>
      <header className={view.head}>
        <button type="button" className={css.plain} onClick={onClose}>
          <ArrowLeft />
          {words.back}
        </button>
        <h2 className={view.title}>{value === undefined ? '' : (value.title ?? said.title)}</h2>
        {viewing.kind === 'letters' && (
          <button
            type="button"
            className={css.action}
            disabled={value === undefined}
            aria-busy={printing.under || undefined}
            onClick={printing.print}
          >
            <Printer />
            {printing.under ? said.printing : said.print}
          </button>
        )}
      </header>
      {printing.failed && <Problem>{said.broken}</Problem>}
      {value === undefined ? (
        <Failed problem={problem} onAgain={reload} />
      ) : (
        <div className={view.papers} data-scroll tabIndex={0} role="region" aria-label={said.print}>
          {value.papers.map(({ title, pdf }) => (
            <Paper key={pdf} title={title} base64={pdf} />
          ))}
        </div>
      )}
    </div>
  );
}

function usePrint(files: readonly string[]): { under: boolean; failed: boolean; print: () => void } {
  const busy = useRef(false);
  const [state, setState] = useState<'calm' | 'under' | 'failed'>('calm');
  const print = () => {
    if (busy.current) return;
    busy.current = true;
    setState('under');
    import('./print.ts')
      .then(({ printPdfs }) => printPdfs(files))
      .then(
        () => setState('calm'),
        () => setState('failed'),
      )
      .finally(() => {
        busy.current = false;
      });
  };
  return { under: state === 'under', failed: state === 'failed', print };
}

function Paper({ title, base64 }: { title: string; base64: string }) {
  const { words } = useLetterWords();
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
  if (pdf === null) return <p role="status">{words.preview.making}</p>;
  if (pdf === 'broken') return <Problem>{words.preview.broken}</Problem>;
  return Array.from({ length: pdf.pages }, (_, at) => (
    <Sheet key={at + 1} pdf={pdf} nth={at + 1} label={words.preview.alt(title, at + 1)} />
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
  return <canvas ref={canvas} className={view.sheet} role="img" aria-label={label} data-page={nth} />;
}
