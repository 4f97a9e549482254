import { FolderOpen, LayoutGrid, ScanSearch, Search, ShieldCheck } from 'lucide-react';
import { useMemo } from 'react';
import type { LetterCard } from '../../../contract/documents.ts';
import { useWords } from '../../i18n/index.ts';
import { useLetterWords } from '../../i18n/letters.ts';
import { Button } from '../../ui/button.tsx';
import { Choice, Choices } from '../../ui/choices.tsx';
import { useFit } from '../../ui/fit.ts';
import { Pager } from '../../ui/pager.tsx';
import { Stage } from '../../ui/stage.tsx';
import { pageOf } from '../menu.ts';
import { categoriesOf, everyday } from './cards.ts';
import { LetterChoice } from './letter-choice.tsx';
import type { LetterView } from './letter-view.ts';
import type { LettersScreen, ListView } from './letters-state.ts';
import css from './list.module.css';

interface Props extends LetterView {
  screen: Extract<LettersScreen, { name: 'list' }>;
  cards: readonly LetterCard[];
}

/** Letters to choose from: those of every day, the kinds, or those of a kind. */
export function LetterList({ screen, cards, send, layout, low, fitKey }: Props) {
  const { words } = useLetterWords();
  const { words: common } = useWords();
  const { view, page } = screen;
  const list = useList(cards, view);
  const most = Math.max(1, layout.perPage);
  const { fits, inside } = useFit<HTMLDivElement>(most, `${fitKey} ${view}`, list, page);
  const shown = pageOf(list, page, fits);
  const detail =
    view === 'everyday' ? words.list.everyday : view === 'categories' ? words.list.categories : words.categories[view];
  return (
    <Stage
      broad
      question={words.list.question}
      detail={detail}
      tools={
        <div className={css.tools}>
          <Button kind="quiet" icon={<ScanSearch />} onPress={() => send({ type: 'track' })}>
            {words.list.track}
          </Button>
          <Button kind="quiet" icon={<ShieldCheck />} onPress={() => send({ type: 'verify' })}>
            {words.list.verify}
          </Button>
          {!low && (
            <Button kind="quiet" icon={<Search />} onPress={() => send({ type: 'search' })}>
              {words.list.search}
            </Button>
          )}
          {view === 'everyday' && (
            <Button kind="quiet" icon={<LayoutGrid />} onPress={() => send({ type: 'view', view: 'categories' })}>
              {words.list.all}
            </Button>
          )}
        </div>
      }
      clips={[]}
      handsRef={inside}
    >
      <Choices columns={fits === 1 ? 1 : layout.columns === 1 ? 1 : 2}>
        {shown.items.map((entry) =>
          'count' in entry ? (
            <Choice
              key={entry.category}
              layout="row"
              mark={<FolderOpen />}
              name={words.categories[entry.category]}
              note={words.list.letters(entry.count)}
              onPress={() => send({ type: 'view', view: entry.category })}
            />
          ) : (
            <LetterChoice key={entry.id} card={entry} onPress={() => send({ type: 'open', id: entry.id })} />
          ),
        )}
      </Choices>
      <Pager
        page={shown.page}
        pages={shown.pages}
        words={common.common}
        onPage={(turned) => send({ type: 'page', page: turned })}
      />
    </Stage>
  );
}

type Entry = LetterCard | ReturnType<typeof categoriesOf>[number];

/** The same list while nothing changes, so that what fits is not measured anew. */
function useList(cards: readonly LetterCard[], view: ListView): readonly Entry[] {
  return useMemo(() => {
    if (view === 'categories') return categoriesOf(cards);
    if (view !== 'everyday') return cards.filter(({ category }) => category === view);
    const first = everyday(cards);
    return first.length > 0 ? first : [...cards];
  }, [cards, view]);
}
