import { CircleAlert, RefreshCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { useLetterWords } from '../../i18n/desk-letters.ts';
import css from './letters.module.css';

export function Problem({ children }: { children: ReactNode }) {
  return (
    <p className={css.problem} role="alert">
      <CircleAlert />
      <span>{children}</span>
    </p>
  );
}

/** In the place of what is loaded: that it is on its way, or why it is not there. */
export function Failed({ problem, onAgain }: { problem: string | null; onAgain: () => void }) {
  const { words } = useLetterWords();
  return (
    <div className={css.empty} role="status">
      {problem === null ? (
        <p>{words.loading}</p>
      ) : (
        <>
          <Problem>{problem}</Problem>
          <button type="button" className={css.plain} onClick={onAgain}>
            <RefreshCw />
            {words.again}
          </button>
        </>
      )}
    </div>
  );
}
