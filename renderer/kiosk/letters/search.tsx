import type { LetterCard } from '../../../contract/documents.ts';
import { useLetterWords } from '../../i18n/letters.ts';
import { Choices } from '../../ui/choices.tsx';
import { useFit } from '../../ui/fit.ts';
import { Heading } from '../../ui/stage.tsx';
import { AnswerBox } from './answer-box.tsx';
import { searched } from './cards.ts';
import { Keyboard } from './keyboard.tsx';
import { LetterChoice } from './letter-choice.tsx';
import type { LetterView } from './letter-view.ts';
import type { LettersScreen } from './letters-state.ts';
import css from './search.module.css';

interface Props extends LetterView {
  screen: Extract<LettersScreen, { name: 'search' }>;
  cards: readonly LetterCard[];
}

const longest = 24;

/** Types the beginning of a word; what fits above the keys is offered. */
export function SearchLetters({ screen, cards, send, fitKey }: Props) {
  const { words } = useLetterWords();
  const { typed } = screen;
  const results = searched(cards, typed);
  const { fits, inside } = useFit<HTMLDivElement>(3, `${fitKey} ${typed}`, cards, 0);
  const shown = results.slice(0, fits);
  return (
    <main className={css.search}>
      <div className={css.question}>
        <Heading>{words.list.searchQuestion}</Heading>
        <AnswerBox label={words.list.typed} shown={typed} hint={words.list.hint} size="line" />
        <p className={css.message} role="status">
          {typed.trim() !== '' && results.length === 0 && words.list.none}
          {results.length > shown.length && words.list.more(results.length - shown.length)}
        </p>
      </div>
      <div className={css.results} data-hands ref={inside}>
        <Choices columns={1}>
          {shown.map((card) => (
            <LetterChoice key={card.id} card={card} onPress={() => send({ type: 'open', id: card.id })} />
          ))}
        </Choices>
      </div>
      <div className={css.keys}>
        <Keyboard
          orders={false}
          onSign={(sign) => send({ type: 'type', typed: (typed + sign).trimStart().slice(0, longest) })}
          onErase={() => send({ type: 'type', typed: typed.slice(0, -1) })}
        />
      </div>
    </main>
  );
}
