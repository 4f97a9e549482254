import { Check, CircleCheck, CircleDashed, Copy, IdCard, Plus } from 'lucide-react';
import { useLetterWords } from '../../i18n/letters.ts';
import { Button } from '../../ui/button.tsx';
import { Choice, Choices } from '../../ui/choices.tsx';
import { AnswerBox } from './answer-box.tsx';
import { phonePlace, toBring } from './draft.ts';
import { Actions, Frame } from './frame.tsx';
import { Keypad } from './keypad.tsx';
import type { LetterView } from './letter-view.ts';
import type { Draft, LettersScreen } from './letters-state.ts';
import { isOfPeople } from './repeats.ts';
import css from './steps.module.css';
import { phoneShown } from './typing.ts';

interface Props extends LetterView {
  draft: Draft;
}

export function Bring({ draft, send }: Props) {
  const { words } = useLetterWords();
  return (
    <Frame question={words.bring.question} hands="choices" answer={<Papers draft={draft} />}>
      <Choices columns={1} roomy>
        <Choice
          layout="row"
          tone="action"
          mark={<CircleCheck />}
          name={words.bring.all}
          onPress={() => send({ type: 'bring', all: true })}
        />
        <Choice
          layout="row"
          mark={<CircleDashed />}
          name={words.bring.some}
          onPress={() => send({ type: 'bring', all: false })}
        />
      </Choices>
    </Frame>
  );
}

/** Something is at home: what must come is said once more, and the request goes on. */
export function Missing({ draft, send }: Props) {
  const { words } = useLetterWords();
  const { bring } = words;
  return (
    <Frame question={bring.missing} detail={bring.missingDetail} hands="choices" answer={<Papers draft={draft} />}>
      <Button kind="action" large onPress={() => send({ type: 'goOn' })}>
        {bring.goOn}
      </Button>
    </Frame>
  );
}

function Papers({ draft }: { draft: Draft }) {
  const { words, pick } = useLetterWords();
  const papers = toBring(draft.definition, draft.values);
  return (
    <ul className={css.papers} data-many={papers.length > 4 || undefined}>
      {papers.map(({ id, kind, name, optional }) => (
        <li key={id}>
          {kind === 'copy' ? <Copy /> : <IdCard />}
          <span>
            {pick(name)}
            {optional && <span className={css.optional}> ({words.standard.optional})</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** A phone is asked for and may be left out. */
export function Phone({ draft, screen, send, today }: Props & { screen: Extract<LettersScreen, { name: 'phone' }> }) {
  const { words } = useLetterWords();
  const { phone, form } = words;
  const typed = draft.typed[phonePlace] ?? '';
  return (
    <Frame
      {...(screen.edit ? { progress: form.changing } : {})}
      question={phone.question}
      detail={phone.detail}
      hands="keypad"
      problem={screen.problem === null ? null : words.problems[screen.problem]}
      answer={<AnswerBox label={phone.label} shown={phoneShown(typed)} hint="0812 3456 7890" size="line" />}
    >
      <Keypad
        onSign={(sign) => send({ type: 'type', typed: (typed + sign).slice(0, 13) })}
        onErase={() => send({ type: 'type', typed: typed.slice(0, -1) })}
      />
      <Actions>
        <Button kind="plain" onPress={() => send({ type: 'skip' })}>
          {form.skip}
        </Button>
        <Button kind="action" large disabled={typed === ''} onPress={() => send({ type: 'next', today })}>
          {form.next}
        </Button>
      </Actions>
    </Frame>
  );
}

/** After the last person, or thing: whether there is another one. */
export function More({ draft, screen, send }: Props & { screen: Extract<LettersScreen, { name: 'more' }> }) {
  const { words, pick } = useLetterWords();
  const { more } = words;
  const section = draft.definition.sections.find(({ id }) => id === screen.section);
  if (section === undefined) return null;
  return (
    <Frame
      question={isOfPeople(section) ? more.people : more.things}
      detail={more.detail(pick(section.title), screen.filled, section.most)}
      hands="choices"
    >
      <Choices columns={1} roomy>
        <Choice layout="row" mark={<Plus />} name={more.yes} onPress={() => send({ type: 'more', another: true })} />
        <Choice layout="row" mark={<Check />} name={more.no} onPress={() => send({ type: 'more', another: false })} />
      </Choices>
    </Frame>
  );
}
