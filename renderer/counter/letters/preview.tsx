import { ArrowLeft, Printer } from 'lucide-react';
import { useCallback, useRef, useState } from 'react';
import { useLetterWords } from '../../i18n/desk-letters.ts';
import { PdfPages } from '../../staff/pdf-pages.tsx';
import css from './letters.module.css';
import { Failed, Problem } from './notes.tsx';
import view from './preview.module.css';
import { useLoaded } from './use-loaded.ts';
import { useLetters } from './view.ts';

/** What is looked at: the letter as it would be made, or one that has its number. */
export type Viewing =
  | { kind: 'preview'; requestId: string; officialId: string; knownBy: boolean }
  | { kind: 'letters'; letterIds: readonly string[] };

/** The PDF itself, page by page: what is seen is what is printed. */
export function Preview({ viewing, onClose }: { viewing: Viewing; onClose: () => void }) {
  const { words } = useLetterWords();
  const { documents, printer } = useLetters();
  const said = words.preview;
  const ask = useCallback(async () => {
    if (viewing.kind === 'preview') {
      const { requestId: id, officialId, knownBy } = viewing;
      const { papers } = await documents.preview({ id, officialId, knownBy });
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
            {printing.under ? said.printing : printer?.queue == null ? said.print : said.dialog}
          </button>
        )}
      </header>
      {printing.failed && <Problem>{said.broken}</Problem>}
      {value === undefined ? (
        <Failed problem={problem} onAgain={reload} />
      ) : (
        <div className={view.papers} data-scroll tabIndex={0} role="region" aria-label={said.print}>
          {value.papers.map(({ title, pdf }) => (
            <PdfPages
              key={pdf}
              base64={pdf}
              making={<p role="status">{said.making}</p>}
              broken={<Problem>{said.broken}</Problem>}
              label={(page) => said.alt(title, page)}
            />
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
