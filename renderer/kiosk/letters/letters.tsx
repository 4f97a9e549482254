import { Wrench } from 'lucide-react';
import { useEffect } from 'react';
import type { Connection } from '../../client/connection.ts';
import type { Clock } from '../../clock.ts';
import { useLetterWords } from '../../i18n/letters.ts';
import { Button } from '../../ui/button.tsx';
import { Message } from '../../ui/message.tsx';
import type { LettersMode } from '../flow-state.ts';
import { agencyLayout } from '../layout.ts';
import type { Letters, LettersProps } from '../letters-slot.ts';
import { PriorityQuestion } from '../priority.tsx';
import { Identify } from './identify.tsx';
import { Leaving } from './leaving.tsx';
import type { LetterView } from './letter-view.ts';
import { type LettersClient, lettersClient } from './letters-client.ts';
import { typedAnything } from './letters-flow.ts';
import { goesBack } from './letters-moves.ts';
import type { LettersState } from './letters-state.ts';
import { LetterList } from './list.tsx';
import { Opening } from './opening.tsx';
import { Question } from './question.tsx';
import { Receipt } from './receipt.tsx';
import { Review } from './review.tsx';
import { SearchLetters } from './search.tsx';
import { Sending } from './sending.tsx';
import { Standard } from './standard.tsx';
import { Bring, Missing, More, Phone } from './steps.tsx';
import { Track, Tracked, Withdraw } from './track.tsx';
import { useCards, useLetters } from './use-letters.ts';
import { Verified, Verify } from './verify.tsx';

/** The flow "Surat" over the page's link to the hub. */
export const lettersOver = (connection: Connection, clock: Clock): Letters =>
  lettersWith(lettersClient(connection), clock, () => crypto.randomUUID());

/** A resident asks for a letter, or after one. What is typed lives in this component and goes with it. */
export function lettersWith(client: LettersClient, clock: Clock, newKey: () => string): Letters {
  return function LettersFlow(props: LettersProps) {
    const { hold, onMode, onEnd } = props;
    const { state, send } = useLetters(client, clock);
    const { cards, failed, again } = useCards(client);
    const { words } = useLetterWords();
    const mode = modeOf(state);
    useEffect(() => onMode(mode), [mode, onMode]);
    useEffect(() => {
      hold.current = {
        back() {
          if (goesBack(state)) send({ type: 'back' });
          else if (typedAnything(state)) send({ type: 'leave' });
          else return false;
          return true;
        },
        leave() {
          if (!typedAnything(state)) return false;
          send({ type: 'leave' });
          return true;
        },
      };
      return () => {
        hold.current = null;
      };
    }, [hold, state, send]);
    if (cards === null) return <Opening title={words.list.loading} failed={failed} onRetry={again} />;
    return (
      <>
        <CurrentLetter {...props} {...{ state, send, cards, newKey }} />
        {state.leaving && (
          <Leaving
            onStay={() => send({ type: 'stay' })}
            onDiscard={() => {
              send({ type: 'discard' });
              onEnd();
            }}
          />
        )}
      </>
    );
  };
}

/** How long the screen may stand untouched, and what the bar offers. */
function modeOf(state: LettersState): LettersMode {
  const { screen } = state;
  if (screen.name === 'sending') return screen.attempt === 1 && screen.retryAt === null ? 'sending' : 'resending';
  if (screen.name === 'receipt') return 'receipt';
  return typedAnything(state) ? 'form' : 'browse';
}

interface Props extends LettersProps {
  state: LettersState;
  send: LetterView['send'];
  cards: NonNullable<ReturnType<typeof useCards>['cards']>;
  newKey: () => string;
}

function CurrentLetter({ state, send, cards, newKey, ...props }: Props) {
  const { queue, say, shape, preferences, fitKey, onEnd } = props;
  const { words } = useLetterWords();
  const { screen, draft } = state;
  const takes = (id: string) => queue.services.some((service) => service.id === id);
  const view: LetterView = {
    send,
    today: queue.serviceDay,
    say,
    layout: agencyLayout(shape, preferences, 6),
    upright: shape === 'portrait',
    low: shape === 'portrait' && preferences.lowered,
    fitKey,
    ticketOf: (serviceId) => (takes(serviceId) ? () => props.onService(serviceId) : null),
  };
  switch (screen.name) {
    case 'list':
      return <LetterList {...view} screen={screen} cards={cards} />;
    case 'search':
      return <SearchLetters {...view} screen={screen} cards={cards} />;
    case 'opening':
      return <Opening title={words.standard.opening} failed={screen.failed} onRetry={() => send({ type: 'retry' })} />;
    case 'standard':
      if (!props.takesRequests) return <AtDesk said={words.atDesk} desk={props.desk} onEnd={onEnd} />;
      return <Standard {...view} screen={screen} />;
    case 'track':
      return <Track {...view} screen={screen} />;
    case 'tracked':
      return <Tracked {...view} screen={screen} onEnd={onEnd} />;
    case 'withdraw':
      return <Withdraw {...view} screen={screen} newKey={newKey} />;
    case 'verify':
      return <Verify screen={screen} />;
    case 'verified':
      return <Verified {...view} screen={screen} onEnd={onEnd} />;
    case 'sending':
      return <Sending screen={screen} send={send} />;
    case 'receipt':
      return <Receipt screen={screen} say={say} seconds={props.seconds} onEnd={onEnd} />;
    case 'broken':
      return <AtDesk said={words.broken} desk={props.desk} onEnd={onEnd} />;
    default:
  }
  // The others are of a letter that is being filled in.
  if (draft === null) return null;
  switch (screen.name) {
    case 'question':
      return <Question key={screen.place} {...view} screen={screen} draft={draft} />;
    case 'identify':
      return <Identify {...view} screen={screen} draft={draft} />;
    case 'more':
      return <More {...view} screen={screen} draft={draft} />;
    case 'bring':
      return <Bring {...view} draft={draft} />;
    case 'missing':
      return <Missing {...view} draft={draft} />;
    case 'phone':
      return <Phone {...view} screen={screen} draft={draft} />;
    case 'priority':
      return (
        <PriorityQuestion
          layout={view.upright && !preferences.lowered ? 'tall' : 'row'}
          onPriority={(priority) => send({ type: 'priority', priority })}
        />
      );
    case 'review':
      return <Review {...view} screen={screen} draft={draft} newKey={newKey} />;
    default:
      return screen satisfies never;
  }
}

interface AtDeskProps {
  said: { title: string; detail: (desk: string) => string; finish: string };
  desk: string;
  onEnd: () => void;
}

/** What this kiosk cannot take; the desk can. */
function AtDesk({ said, desk, onEnd }: AtDeskProps) {
  return (
    <Message icon={<Wrench />} title={said.title} lines={[said.detail(desk)]} clips={[]}>
      <Button kind="action" large onPress={onEnd}>
        {said.finish}
      </Button>
    </Message>
  );
}
