import { useEffect, useState } from 'react';
import type { CounterClient } from '../client/staff-client.ts';
import { type Clock, steadyClock } from '../clock.ts';
import { LanguageContext } from '../i18n/staff.ts';
import { useLive } from '../live.ts';
import { Door } from '../staff/door.tsx';
import type { Memory } from '../staff/memory.ts';
import { OfflineBand } from '../staff/messages.tsx';
import { useDown } from '../staff/seconds.ts';
import { useLanguage } from '../staff/use-language.ts';
import { useStay } from '../staff/use-stay.ts';
import { usePressed } from '../ui/pressed.ts';
import { Choose } from './choose.tsx';
import { DeskScreen } from './desk-screen.tsx';
import { screenOf } from './session.ts';
import { useFreeFocus } from './use-keys.ts';

interface Props {
  client: CounterClient;
  memory: Memory;
  clock?: Clock;
}

/** A counter's machine: who sits there decides what it shows. */
export function CounterPage({ client, memory, clock = steadyClock }: Props) {
  const session = useLive(client.staff.watch());
  const down = useDown(session.up, clock);
  const { language, otherLanguage } = useLanguage(memory);
  // An object of its own each time, so that what the machine remembers is read again.
  const [{ choosing }, setChoice] = useState({ choosing: false });
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
    setChoice({ choosing: false });
  };
  return (
    <LanguageContext value={language}>
      {show()}
      {down && screen.name !== 'desk' && screen.name !== 'connecting' && <OfflineBand />}
    </LanguageContext>
  );

  function show() {
    switch (screen.name) {
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
            onOtherCounter={() => setChoice({ choosing: true })}
          />
        );
      default:
        return <Door {...{ screen, down, client, clock, memory }} session={session.value} onLanguage={otherLanguage} />;
    }
  }
}
