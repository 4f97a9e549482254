import { CircleCheck, CircleX, Clock, FileSearch, FileWarning, type LucideIcon } from 'lucide-react';
import type { RequestState } from '../../../contract/documents.ts';
import { useLetterWords } from '../../i18n/letters.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { AnswerBox } from './answer-box.tsx';
import { CodeKeys } from './code-keys.tsx';
import { Actions, Frame } from './frame.tsx';
import { Keypad } from './keypad.tsx';
import type { LetterView } from './letter-view.ts';
import type { LettersScreen } from './letters-state.ts';
import css from './track.module.css';
import { grouped, longestCode } from './tracking.ts';

/** Asks for the code on the paper: scanned, or typed. */
export function Track({ screen, send }: LetterView & { screen: Extract<LettersScreen, { name: 'track' }> }) {
  const { words } = useLetterWords();
  const { track } = words;
  const { typed, looking, problem } = screen;
  return (
    <Frame
      question={track.question}
      detail={track.detail}
      hands="keyboard"
      problem={problem === null ? null : track[problem]}
      answer={<AnswerBox label={track.typed} shown={grouped(typed)} hint="7K2M-9QXD" size="code" />}
    >
      <CodeKeys
        onSign={(sign) => send({ type: 'type', typed: (typed + sign).slice(0, longestCode) })}
        onErase={() => send({ type: 'type', typed: typed.slice(0, -1) })}
      />
      <Actions>
        <Button
          kind="action"
          large
          disabled={looking || typed.length < longestCode}
          onPress={() => send({ type: 'look' })}
        >
          {track.look}
        </Button>
      </Actions>
    </Frame>
  );
}

const looks: Record<RequestState, { icon: LucideIcon; tone: 'calm' | 'good' | 'warning' }> = {
  submitted: { icon: FileSearch, tone: 'calm' },
  checking: { icon: FileSearch, tone: 'calm' },
  incomplete: { icon: FileWarning, tone: 'warning' },
  awaiting_signature: { icon: Clock, tone: 'calm' },
  awaiting_camat: { icon: Clock, tone: 'calm' },
  ready: { icon: CircleCheck, tone: 'good' },
  collected: { icon: CircleCheck, tone: 'good' },
  rejected: { icon: CircleX, tone: 'warning' },
  cancelled: { icon: CircleX, tone: 'warning' },
  expired: { icon: CircleX, tone: 'warning' },
};

interface TrackedProps extends LetterView {
  screen: Extract<LettersScreen, { name: 'tracked' }>;
  onEnd: () => void;
}

/** Where a request stands, in plain words, and what to do now. */
export function Tracked({ screen, say, send, onEnd }: TrackedProps) {
  const { words } = useLetterWords();
  const { track } = words;
  const { code, request } = screen;
  const [news, todo] = words.states[request.state];
  const { icon: Icon, tone } = looks[request.state];
  const open = tone === 'calm' && request.promisedAt !== null ? track.promised(say.when(request.promisedAt)) : null;
  return (
    <Frame
      progress={`${track.typed} ${grouped(code)}`}
      question={news}
      detail={todo}
      hands="choices"
      answer={
        <section className={css.standing} data-tone={tone}>
          <Icon />
          <div>
            {open !== null && <p className={css.promise}>{open}</p>}
            {request.message !== null && (
              <p className={css.promise}>
                {track.missing}: {request.message}
              </p>
            )}
            <p className={css.since}>{track.since(`${say.dayOf(request.since.slice(0, 10))}`)}</p>
          </div>
        </section>
      }
    >
      <Buttons>
        <Button kind="action" large onPress={onEnd}>
          {track.finish}
        </Button>
        {request.cancellable && (
          <Button kind="plain" onPress={() => send({ type: 'withdraw' })}>
            {track.withdraw}
          </Button>
        )}
      </Buttons>
    </Frame>
  );
}

interface WithdrawProps extends LetterView {
  screen: Extract<LettersScreen, { name: 'withdraw' }>;
  newKey: () => string;
}

/** Whoever filed it knows the phone. */
export function Withdraw({ screen, send, newKey }: WithdrawProps) {
  const { words } = useLetterWords();
  const { withdraw } = words;
  const { typed, problem, requestKey } = screen;
  return (
    <Frame
      progress={grouped(screen.code)}
      question={withdraw.question}
      detail={withdraw.detail}
      hands="keypad"
      problem={problem === null ? null : withdraw[problem]}
      answer={<AnswerBox label={words.phone.label} shown={typed} hint="• • • •" size="code" />}
    >
      <Keypad
        onSign={(sign) => send({ type: 'type', typed: (typed + sign).slice(0, 4) })}
        onErase={() => send({ type: 'type', typed: typed.slice(0, -1) })}
      />
      <Actions>
        <Button
          kind="action"
          large
          disabled={typed.length < 4 || requestKey !== null}
          onPress={() => send({ type: 'takeBack', requestKey: newKey() })}
        >
          {withdraw.confirm}
        </Button>
      </Actions>
    </Frame>
  );
}
