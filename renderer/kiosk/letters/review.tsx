import { Pencil } from 'lucide-react';
import { useWords } from '../../i18n/index.ts';
import { useLetterWords } from '../../i18n/letters.ts';
import { Button } from '../../ui/button.tsx';
import { useFit } from '../../ui/fit.ts';
import { Pager } from '../../ui/pager.tsx';
import { pageOf } from '../menu.ts';
import { phonePlace, questionsOf } from './draft.ts';
import { Frame } from './frame.tsx';
import type { LetterView } from './letter-view.ts';
import type { Draft, LettersScreen } from './letters-state.ts';
import css from './review.module.css';
import { answerShown, phoneShown } from './typing.ts';

interface Props extends LetterView {
  screen: Extract<LettersScreen, { name: 'review' }>;
  draft: Draft;
  newKey: () => string;
}

/** All answers once more; a touch changes one. */
export function Review({ screen, draft, send, newKey, fitKey, upright }: Props) {
  const { words, pick } = useLetterWords();
  const { words: common } = useWords();
  const rows = [
    ...questionsOf(draft).map(({ place, field }) => {
      const value = draft.values[place] ?? '';
      const option = field.options?.find(({ id }) => id === value);
      const shownValue = option === undefined ? answerShown(field, value, pick) : pick(option.label);
      return { place, label: pick(field.label), value: shownValue };
    }),
    {
      place: phonePlace,
      label: words.phone.label,
      value: draft.phone === null ? '' : phoneShown(draft.phone.replace(/^\+62/, '0')),
    },
  ];
  const { fits, inside } = useFit<HTMLDivElement>(upright ? 8 : 6, fitKey, draft.definition.sections, screen.page);
  const shown = pageOf(rows, screen.page, fits);
  return (
    <Frame
      progress={pick(draft.definition.name)}
      question={words.review.question}
      detail={words.review.detail}
      hands="choices"
      handsRef={inside}
    >
      <ul className={css.rows}>
        {shown.items.map(({ place, label, value }) => (
          <li key={place}>
            <button type="button" className={css.row} onClick={() => send({ type: 'edit', place })}>
              <span className={css.label}>{label}</span>
              <span className={css.value} data-empty={value === '' || undefined}>
                {value === '' ? words.review.empty : value}
              </span>
              <Pencil />
            </button>
          </li>
        ))}
      </ul>
      <Pager
        page={shown.page}
        pages={shown.pages}
        words={common.common}
        onPage={(page) => send({ type: 'page', page })}
      />
      <Button kind="action" large onPress={() => send({ type: 'send', requestKey: newKey() })}>
        {words.review.send}
      </Button>
    </Frame>
  );
}
