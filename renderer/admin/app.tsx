import { type ReactNode, useState } from 'react';
import type { AdminClient } from '../client/admin-client.ts';
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
  const { language, otherLanguage } = useLanguage(memory);
  const [drafts] = useState(() => new KeptDrafts());
  const screen = screenOf(session.value);
  usePressed();
  useStay(client, screen.name === 'desk', clock);
  return (
    <LanguageContext value={language}>
      {show()}
      {down && screen.name !== 'desk' && screen.name !== 'connecting' && <OfflineBand />}
    </LanguageContext>
  );

  function show() {
    switch (screen.name) {
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
      default:
        return <Door {...{ screen, down, client, clock, memory }} session={session.value} onLanguage={otherLanguage} />;
    }
  }
}
