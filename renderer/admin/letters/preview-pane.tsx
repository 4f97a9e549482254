import { CircleAlert, ZoomIn } from 'lucide-react';
import { useState } from 'react';
import { useOfficeWords } from '../../i18n/office-letters.ts';
import { Dialog } from '../../staff/dialog.tsx';
import { PdfPages } from '../../staff/pdf-pages.tsx';
import { Press } from '../parts/controls.tsx';
import css from './letters.module.css';
import type { LetterForm, Preview } from './use-letter-form.ts';

interface Props {
  form: LetterForm<unknown>;
  /** A redirect has no paper. */
  papers: boolean;
  /** What the place is called in which something is wrong. */
  wrongIn: string;
  onShow: () => void;
}

/** The letter beside its form: the last that could be made stays while something is wrong. */
export function PreviewPane({ form, papers, wrongIn, onShow }: Props) {
  const { words, pick } = useOfficeWords();
  const [large, setLarge] = useState(false);
  const { preview, wrong } = form;
  const said = words.preview;
  const behind = preview.state === 'behind' && wrong !== null;
  return (
    <aside className={css.preview} aria-label={said.label}>
      <div className={css.previewHead} data-wrong={behind || undefined}>
        {behind ? (
          <>
            <p className={css.problem} role="status">
              <CircleAlert />
              <span>
                {said.behind} {wrongIn}: {pick(wrong.what)}
              </span>
            </p>
            <Press onPress={onShow}>{said.show}</Press>
          </>
        ) : (
          <>
            <p className={css.previewNote} role="status">
              {papers ? noteOf(preview.state) : said.none}
            </p>
            {papers && preview.papers !== null && (
              <Press kind="bare" icon={<ZoomIn />} label={said.enlarge} onPress={() => setLarge(true)} />
            )}
          </>
        )}
      </div>
      {papers && (
        <div className={css.papers} data-scroll tabIndex={0} role="region" aria-label={said.label}>
          <Papers papers={preview.papers} />
        </div>
      )}
      {large && (
        <Dialog broad title={said.label} detail={said.example} onClose={() => setLarge(false)}>
          <div className={css.large}>
            <Papers papers={preview.papers} />
          </div>
        </Dialog>
      )}
    </aside>
  );

  function noteOf(state: Preview['state']): string {
    if (state === 'making') return said.making;
    return state === 'failed' ? said.failed : said.example;
  }
}

function Papers({ papers }: Pick<Preview, 'papers'>) {
  const { words } = useOfficeWords();
  const said = words.preview;
  return papers?.map(({ title, pdf }, at) => (
    // The place, so that the next picture is drawn over the last.
    <PdfPages
      key={at}
      base64={pdf}
      making={<p className={css.previewNote}>{said.making}</p>}
      broken={<p className={css.previewNote}>{said.broken}</p>}
      label={(page) => said.alt(title, page)}
    />
  ));
}

/** Leads to the field in which something is wrong, once the page shows it. */
export function showWrong(): void {
  requestAnimationFrame(() => {
    const field = document.querySelector<HTMLElement>('main [aria-invalid="true"]');
    field?.scrollIntoView({ block: 'center' });
    field?.focus({ preventScroll: true });
  });
}
