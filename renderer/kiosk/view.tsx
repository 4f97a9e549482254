import { type RefObject, Suspense } from 'react';
import type { LoungeSnapshot } from '../../contract/lounge.ts';
import type { QueueSnapshot } from '../../contract/queue.ts';
import type { KioskClient } from '../client.ts';
import type { HubTime } from '../clock.ts';
import type { Sayings } from '../i18n/format.ts';
import { useWords } from '../i18n/index.ts';
import { Bar } from '../ui/bar.tsx';
import { Header } from '../ui/header.tsx';
import type { Shape } from '../ui/shape.ts';
import css from './app.module.css';
import type { Feature } from './features.ts';
import { canEnd, canGoBack } from './flow.ts';
import type { FlowState, LettersMode } from './flow-state.ts';
import type { Letters, LettersHold } from './letters-slot.ts';
import type { Menu } from './menu.ts';
import { Cleaning, Offline } from './messages.tsx';
import { Dialogs } from './overlay.tsx';
import { CurrentScreen } from './screens.tsx';
import type { Send } from './use-flow.ts';
import type { useHelp } from './use-help.ts';

export interface ViewProps {
  client: KioskClient;
  features: readonly Feature[];
  letters: Letters | null;
  hold: RefObject<LettersHold | null>;
  onLetters: (mode: LettersMode) => void;
  newKey: () => string;
  state: FlowState;
  now: number;
  send: Send;
  menu: Menu;
  shape: Shape;
  help: ReturnType<typeof useHelp>;
  warning: number | null;
  canRead: boolean;
  queue: QueueSnapshot | undefined;
  lounge: LoungeSnapshot | undefined;
  logo: string | null;
  up: boolean;
  hub: HubTime | null;
  say: Sayings | null;
  clockAsked: boolean;
  onClock: (right: boolean) => void;
}

/** What is known by the time a screen is drawn. */
export type ScreenProps = ViewProps & { queue: QueueSnapshot; lounge: LoungeSnapshot; hub: HubTime; say: Sayings };

/** A number on the screen or on its way, and what somebody types, are worth more than the news that the link is gone. */
const outlives = new Set<FlowState['screen']['name']>(['ticket', 'taking', 'letters', 'outOfOrder']);

/** Chooses between waiting for the hub and the flow's screen, and puts the header, the bar and a question around it. */
export function View(props: ViewProps) {
  const { state, send, hold, queue, lounge, hub, say, help, up, newKey } = props;
  const { words, pick, language } = useWords();
  const { screen } = state;
  if (screen.name === 'cleaning') return <Cleaning seconds={Math.ceil((screen.until - props.now) / 1000)} />;
  const known = queue !== undefined && lounge !== undefined && hub !== null && say !== null;
  if (!known && up) return <main className={css.starting} />;
  const offline = !known || (!up && !outlives.has(screen.name));
  const inFlow = !offline && screen.name !== 'attract';
  return (
    <>
      {lounge !== undefined && say !== null && (offline || inFlow) && (
        <Header
          logo={props.logo}
          name={pick(lounge.name)}
          place={pick(lounge.place)}
          time={say.time}
          date={say.shortDate}
        />
      )}
      {offline ? (
        <Offline desk={lounge?.desk} />
      ) : (
        <Suspense fallback={<main />}>
          <CurrentScreen {...props} {...{ queue, lounge, hub, say }} />
        </Suspense>
      )}
      <Bar
        words={words.bar}
        otherLanguage={language === 'id' ? 'en' : 'id'}
        help={help.state}
        onBack={inFlow && canGoBack(state) ? () => hold.current?.back() === true || send({ type: 'back' }) : null}
        onStart={inFlow && canEnd(state) ? () => hold.current?.leave() === true || send({ type: 'end' }) : null}
        onLanguage={() => send({ type: 'prefer', preferences: { language: language === 'id' ? 'en' : 'id' } })}
        onPanel={() => send({ type: 'panel' })}
        onHelp={() => send({ type: 'help', requestKey: newKey() })}
      />
      <Dialogs {...props} offline={offline} />
    </>
  );
}
