import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { LoungeSnapshot } from '../../contract/lounge.ts';
import type { KioskClient } from '../client.ts';
import { type Clock, steadyClock, useHubTime } from '../clock.ts';
import { sayings } from '../i18n/format.ts';
import { LanguageContext } from '../i18n/index.ts';
import { useLive } from '../live.ts';
import { usePressed } from '../ui/pressed.ts';
import { useShape } from '../ui/shape.ts';
import { ReaderContext } from '../ui/stage.tsx';
import type { Voice } from '../voice/voice.ts';
import css from './app.module.css';
import { useEffects } from './effects.ts';
import { features as builtIn, type Feature } from './features.ts';
import type { LettersMode } from './flow-state.ts';
import { settled, warningSeconds } from './idle.ts';
import type { Letters, LettersHold } from './letters-slot.ts';
import { menuOf } from './menu.ts';
import { type Preferences, standardPreferences } from './preferences.ts';
import { useScanner } from './scanner.ts';
import { type Send, useFlow } from './use-flow.ts';
import { useHelp } from './use-help.ts';
import { useLogo } from './use-logo.ts';
import { View } from './view.tsx';

interface Props {
  client: KioskClient;
  voice: Voice;
  clock?: Clock;
  features?: readonly Feature[];
  defaults?: Preferences;
  /** The flow "Surat", where it can be loaded. */
  letters?: Letters;
  newKey?: () => string;
}

const randomKey = (): string => crypto.randomUUID();

/** A kiosk: the flow, what the hub says, and the screen that both make. */
export function Kiosk(props: Props) {
  const {
    client,
    voice,
    clock = steadyClock,
    features: all = builtIn,
    defaults = standardPreferences,
    letters = null,
  } = props;
  const newKey = props.newKey ?? randomKey;
  const { state, now, send } = useFlow(clock, defaults);
  const queue = useLive(client.queue.watch());
  const lounge = useLive(client.lounge.watch());
  const up = queue.up && lounge.up;
  const hub = useHubTime(lounge.value?.at, clock);
  const logo = useLogo(lounge.value?.logo ?? null, up, client);
  const shape = useShape();
  const menu = useMemo(() => menuOf(queue.value), [queue.value]);
  // Only an office that issues letters offers them.
  const issues = letters !== null && lounge.value !== undefined && lounge.value.unitType !== 'lounge';
  const features = issues ? all : all.filter(({ id }) => id !== 'letters');
  const hold = useRef<LettersHold>(null);
  const onLetters = useCallback((mode: LettersMode) => send({ type: 'letters', mode }), [send]);
  const help = useHelp(state, now, lounge.value, up, client, newKey, send);
  const [clockAnswered, setClockAnswered] = useState(false);
  useEffects(state, queue.value, client, send);
  useScanner(send);
  useDeviceDefaults(lounge.value, defaults, send);
  usePressed();
  usePreferences(state.preferences, shape === 'portrait');

  const { language, readAloud } = state.preferences;
  const canRead = voice.available();
  const on = canRead && readAloud;
  useEffect(() => (on ? () => voice.stop() : undefined), [on, voice]);
  const reader = useMemo(
    () => ({ on, read: (clips: readonly string[]) => voice.say(language, clips) }),
    [on, voice, language],
  );

  const warning = warningSeconds(state, now);
  return (
    <LanguageContext value={language}>
      <ReaderContext value={reader}>
        <div
          className={css.kiosk}
          data-settling={!settled(state, now) || undefined}
          onPointerDown={warning === null || !up ? () => send({ type: 'touch' }) : undefined}
        >
          <View
            {...{
              client,
              features,
              letters,
              hold,
              onLetters,
              newKey,
              state,
              now,
              send,
              menu,
              shape,
              help,
              warning,
              canRead,
            }}
            queue={queue.value}
            lounge={lounge.value}
            logo={logo}
            up={up}
            hub={hub}
            say={hub === null || lounge.value === undefined ? null : sayings(hub.now, language, lounge.value.timeZone)}
            clockAsked={lounge.value?.clockConfirmed === false && !clockAnswered}
            onClock={(right) => {
              setClockAnswered(true);
              // Unanswered, the hub stays in doubt and asks again after its next start: nothing to tell a resident.
              client.lounge.answerClock({ right, requestKey: newKey() }).catch(() => setClockAnswered(false));
            }}
          />
        </div>
      </ReaderContext>
    </LanguageContext>
  );
}

/** How the device looks to the next person, as a supervisor has set it. */
function useDeviceDefaults(lounge: LoungeSnapshot | undefined, standard: Preferences, send: Send): void {
  const { highContrast, text, lowered } = lounge?.defaults ?? standard;
  useEffect(() => {
    send({ type: 'defaults', defaults: { ...standard, highContrast, text, lowered } });
  }, [standard, highContrast, text, lowered, send]);
}

/** The style sheets read the preferences from the root element. */
function usePreferences({ language, text, highContrast, lowered }: Preferences, upright: boolean): void {
  useEffect(() => {
    const root = document.documentElement;
    root.lang = language;
    root.dataset['text'] = String(text);
    root.dataset['contrast'] = highContrast ? 'high' : 'normal';
    root.toggleAttribute('data-lowered', lowered && upright);
  }, [language, text, highContrast, lowered, upright]);
}
