import type { RequestState } from '../../../contract/documents.ts';
import { useLetterWords } from '../../i18n/desk-letters.ts';
import css from './request-list.module.css';
import { endedStates, openCount, openStates } from './steps.ts';
import { useLetters } from './view.ts';

/** `open`: everything that somebody still has to see to. */
export type Filter = 'open' | RequestState;

export const statesOf = (filter: Filter): RequestState[] => (filter === 'open' ? [...openStates] : [filter]);

/** The states as chips, with how many are in each that is open. */
export function Chips({ filter, onFilter }: { filter: Filter; onFilter: (filter: Filter) => void }) {
  const { words } = useLetterWords();
  const { counts } = useLetters();
  const chips: readonly { of: Filter; label: string; count: number | null }[] = [
    { of: 'open', label: words.list.open, count: openCount(counts) },
    ...openStates.map((state) => ({ of: state, label: words.states[state], count: counts[state] ?? 0 })),
    ...endedStates.map((state) => ({ of: state, label: words.states[state], count: null })),
  ];
  return (
    <div className={css.chips} role="group" aria-label={words.list.filters}>
      {chips.map(({ of, label, count }) => (
        <button
          key={of}
          type="button"
          className={css.chip}
          aria-pressed={of === filter}
          data-quiet={count === null || undefined}
          onClick={() => onFilter(of)}
        >
          {label}
          {count !== null && count > 0 && <span className={css.count}>{count}</span>}
        </button>
      ))}
    </div>
  );
}
