import { type ReactNode, useEffect, useState } from 'react';
import type { AdminClient } from '../client/admin-client.ts';
import { Locked } from '../counter/locked.tsx';
import type { Memory } from '../counter/memory.ts';
import { Connecting, OfflineBand } from '../counter/messages.tsx';
import { useDown } from '../counter/seconds.ts';
import { SetUpScreen } from '../counter/set-up.tsx';
import { SignIn } from '../counter/sign-in.tsx';
import { useStay } from '../counter/use-stay.ts';
import { type Language, LanguageContext } from '../i18n/staff.ts';
import { type Clock, steadyClock } from '../kiosk/clock.ts';
import { useLive } from '../live.ts';
import { usePressed } from '../ui/pressed.ts';
import { KeptDrafts } from './form/kept-drafts.ts';
import { NotYours } from './not-yours.tsx';
import { screenOf } from './session.ts';
import { Shell } from './shell.tsx';

interface Props {
  client: AdminClient;
  memory: Memory;
  clock?: Clock;
  /** The page of the figures, which asks the hub by itself. */
  statistics?: ReactNode;
}

/** A counter's machine at which a supervisor sets the lounge up. */
export function AdminPage({ client, memory, clock = steadyClock, statistics }: Props) {
  const session = useLive(client.staff.watch());
  const down = useDown(session.up, clock);
  const [language, setLanguage] = useState<Language>(() => memory.language());
  const [drafts] = useState(() => new KeptDrafts());
  const screen = screenOf(session.value);
  usePressed();
  useStay(client, screen.name === 'desk', clock);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const otherLanguage = () => {
    const next = language === 'id' ? 'en' : 'id';
    memory.keepLanguage(next);
    setLanguage(next);
  };
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
      case 'notYours':
        return <NotYours client={client} person={screen.person} onLanguage={otherLanguage} />;
      case 'desk':
        return (
          <Shell
            client={client}
            clock={clock}
            person={screen.person}
            down={down}
            drafts={drafts}
            statistics={statistics}
            onLanguage={otherLanguage}
          />
        );
    }
  }
}
