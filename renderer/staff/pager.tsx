import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useWords } from '../i18n/staff.ts';
import css from './gate.module.css';

/** Turns pages of what does not fit; nothing when it fits. */
export function Pager({ page, pages, onPage }: { page: number; pages: number; onPage: (page: number) => void }) {
  const { words } = useWords();
  if (pages <= 1) return null;
  return (
    <div className={css.pager}>
      <button type="button" className={css.plain} disabled={page === 0} onClick={() => onPage(page - 1)}>
        <ChevronLeft />
        {words.common.previous}
      </button>
      <p>{words.common.page(page + 1, pages)}</p>
      <button type="button" className={css.plain} disabled={page >= pages - 1} onClick={() => onPage(page + 1)}>
        {words.common.next}
        <ChevronRight />
      </button>
    </div>
  );
}
