import { useEffect, useState } from 'react';
import type { CounterClient } from '../client/staff-client.ts';
import { type Language, LanguageContext } from '../i18n/staff.ts';
import { type Clock, steadyClock } from '../kiosk/clock.ts';
import { useLive } from '../live.ts';
import { usePressed } from '../ui/pressed.ts';
import { Choose } from './choose.tsx';
import { DeskScreen } from './desk-screen.tsx';
import { Locked } from './locked.tsx';
import type { Memory } from './memory.ts';
import { Connecting, OfflineBand } from './messages.tsx';
import { useDown } from './seconds.ts';
import { screenOf } from './session.ts';
import { SetUpScreen } from './set-up.tsx';
import { SignIn } from './sign-in.tsx';
import { useFreeFocus } from './use-keys.ts';
import { useStay } from './use-stay.ts';

interface Props {
  client: CounterClient;
  memory: Memory;
  clock?: Clock;
}

/** A counter's machine: who sits there decides what it shows. */
export function CounterPage({ client, memory, clock = steadyClock }: Props) {
  const session = useLive(client.staff.watch());
  const down = useDown(session.up, clock);
  const [language, setLanguage] = useLanguage(memory);
  const [choosing, setChoosing] = useState(false);
  const [, setTurn] = useState(0);
  const screen = screenOf(session.value, memory.counter(), choosing);
  usePressed();
  useFreeFocus();
  useStay(client, screen.name === 'desk' || screen.name === 'choose', clock);

  const held = session.value?.counter?.id ?? null;
  useEffect(() => {
    if (held !== null) memory.keepCounter(held);
  }, [held, memory]);

  const choose = (id: string) => {
    memory.keepCounter(id);
    setChoosing(false);
    // The memory is no state of React's: it is read again with the next turn.
    setTurn((turn) => turn + 1);
  };
  const otherLanguage = () => setLanguage(language === 'id' ? 'en' : 'id');
  return (
    <LanguageContext value={language}>
      {show()}
      {down && screen.name !== 'desk' && screen.name !== 'connecting' && <OfflineBand />}
    </LanguageContext>
  );

  function show() {
    switch (screen.name) {
      case 'connecting':
        return <Connecting down={down} />;
      case 'setUp':
        return <SetUpScreen client={client} clock={clock} onLanguage={otherLanguage} />;
      case 'signIn':
        return (
          <SignIn
            client={client}
            clock={clock}
            memory={memory}
            lockedSeconds={session.value?.deviceLockedSeconds ?? null}
            onLanguage={otherLanguage}
          />
        );
      case 'locked':
        return session.value === undefined ? null : (
          <Locked client={client} clock={clock} session={session.value} person={screen.person} />
        );
      case 'choose':
        return (
          <Choose client={client} clock={clock} person={screen.person} onChosen={choose} onLanguage={otherLanguage} />
        );
      case 'desk':
        return (
          <DeskScreen
            key={screen.counterId}
            client={client}
            clock={clock}
            person={screen.person}
            counterId={screen.counterId}
            onLanguage={otherLanguage}
            onOtherCounter={() => setChoosing(true)}
          />
        );
    }
  }
}

function useLanguage(memory: Memory): [Language, (language: Language) => void] {
  const [language, setLanguage] = useState(() => memory.language());
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return [
    language,
    (next) => {
      memory.keepLanguage(next);
      setLanguage(next);
    },
  ];
}
