import { createContext, use } from 'react';
import type { AdminClient } from '../client/admin-client.ts';
import { type Clock, type HubTime, useHubTime } from '../clock.ts';
import { type Sayings, sayings } from '../i18n/format.ts';
import { useWords } from '../i18n/staff.ts';
import type { KeptDrafts } from './form/kept-drafts.ts';
import { pastFrom } from './past.ts';

/** A word at the foot of the screen that goes by itself; with a way back where there is one. */
export interface News {
  readonly tone: 'good' | 'problem';
  readonly text: string;
  readonly undo?: () => void;
}

/** What every page of the supervisor may use. */
export interface Desk {
  readonly client: AdminClient;
  readonly clock: Clock;
  readonly timeZone: string;
  /** Who sits here. */
  readonly me: string;
  readonly drafts: KeptDrafts;
  /** The newest snapshot's time. */
  readonly at: string | undefined;
  readonly tell: (news: News) => void;
  /** While this is set, leaving the page asks first. */
  readonly guard: (unsaved: boolean) => void;
}

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = use(DeskContext);
  if (desk === null) throw new Error('outside the supervisor’s desk');
  return desk;
}

export interface Times {
  readonly hub: HubTime;
  readonly say: Sayings;
  /** When something was: "hari ini pukul 09.14". */
  past(instant: string): string;
}

/** Times of this screen in the lounge's zone, by the hub's clock; null before the hub has told its time. */
export function useTimes(): Times | null {
  const { at, clock, timeZone } = useDesk();
  const { language } = useWords();
  const hub = useHubTime(at, clock);
  if (hub === null) return null;
  return {
    hub,
    say: sayings(hub.now, language, timeZone),
    past: (instant) => pastFrom(hub.now, Date.parse(instant), language, timeZone),
  };
}
