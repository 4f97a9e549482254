import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { Catalogue } from '../i18n/index.ts';
import css from './pager.module.css';

interface Props {
  page: number;
  pages: number;
  words: Catalogue['common'];
  onPage: (page: number) => void;
}

/** Turns pages of choices; nothing scrolls on a kiosk. */
export function Pager({ page, pages, words, onPage }: Props) {
  if (pages === 1) return null;
  return (
    <div className={css.pager}>
      <button type="button" className={css.turn} disabled={page === 0} onClick={() => onPage(page - 1)}>
        <ChevronLeft />
        {words.previous}
      </button>
      <p className={css.place}>{words.page(page + 1, pages)}</p>
      <button type="button" className={css.turn} disabled={page === pages - 1} onClick={() => onPage(page + 1)}>
        {words.next}
        <ChevronRight />
      </button>
    </div>
  );
}
