import { useWords } from '../../i18n/index.ts';
import { useLetterWords } from '../../i18n/letters.ts';
import { Button } from '../../ui/button.tsx';
import { Choice, Choices } from '../../ui/choices.tsx';
import { useFit } from '../../ui/fit.ts';
import { Pager } from '../../ui/pager.tsx';
import { pageOf } from '../menu.ts';
import { askedOf, questionAt, sameIsStored, sameValue } from './draft.ts';
import { Frame } from './frame.tsx';
import type { LetterView } from './letter-view.ts';
import type { Draft, LettersScreen } from './letters-state.ts';
import { Typed } from './typed.tsx';
import { answerShown } from './typing.ts';

type Asked = Extract<LettersScreen, { name: 'question' }>;

interface Props extends LetterView {
  screen: Asked;
  draft: Draft;
}

/** One field of the letter, with the control that its kind wants. */
export function Question({ screen, draft, ...view }: Props) {
  const { send, today, layout, fitKey } = view;
  const { words, pick } = useLetterWords();
  const { words: common } = useWords();
  const asked = questionAt(draft, screen.place);
  const options = asked?.field.options ?? [];
  const { fits, inside } = useFit<HTMLDivElement>(layout.perPage, `${fitKey} ${screen.place}`, options, screen.page);
  if (asked === undefined) return null;
  const { field } = asked;
  const questions = askedOf(draft);
  const counted = screen.edit
    ? words.form.changing
    : words.form.progress(questions.findIndex(({ place }) => place === screen.place) + 1, questions.length);
  const progress = screen.news === 'found' ? `${words.identify.found} ${counted}` : counted;
  const about = {
    progress,
    question: pick(field.ask),
    detail: field.help === undefined ? undefined : pick(field.help),
  };
  const same = sameValue(draft, field) ?? (sameIsStored(draft, field) ? '' : null);
  const news = screen.news === 'unreachable' ? words.identify.unreachable : null;
  const problem = screen.problem === null ? null : words.problems[screen.problem];
  const skip = !field.required && (
    <Button kind="plain" onPress={() => send({ type: 'skip' })}>
      {words.form.skip}
    </Button>
  );
  if (same !== null && field.sameAs !== undefined && !screen.other && (draft.typed[screen.place] ?? '') === '') {
    const source = questionAt(draft, field.sameAs.field)?.field ?? field;
    return (
      <Frame {...about} news={news} hands="choices">
        <Choices columns={1} roomy>
          <Choice
            layout="row"
            tone="action"
            name={pick(field.sameAs.label)}
            note={same === '' ? words.review.stored : answerShown(source, same, pick)}
            onPress={() => send({ type: 'same', today })}
          />
          <Choice layout="row" name={words.form.other} onPress={() => send({ type: 'other' })} />
        </Choices>
        {skip}
      </Frame>
    );
  }
  if (field.type !== 'choice') return <Typed {...view} screen={screen} draft={draft} field={field} about={about} />;
  const shown = pageOf(options, screen.page, fits);
  const columns = layout.columns === 1 || options.length <= 3 ? 1 : 2;
  return (
    <Frame {...about} problem={problem} news={news} hands="choices" handsRef={inside}>
      <Choices columns={columns}>
        {shown.items.map((option) => (
          <Choice
            key={option.id}
            layout="row"
            tone={draft.typed[screen.place] === option.id ? 'action' : 'plain'}
            name={pick(option.label)}
            onPress={() => send({ type: 'choose', value: option.id, today })}
          />
        ))}
      </Choices>
      <Pager
        page={shown.page}
        pages={shown.pages}
        words={common.common}
        onPage={(page) => send({ type: 'page', page })}
      />
      {skip}
    </Frame>
  );
}
