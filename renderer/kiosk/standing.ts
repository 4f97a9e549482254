import {
  BellRing,
  CalendarX,
  CircleCheck,
  CirclePause,
  CircleX,
  Clock,
  type LucideIcon,
  MessagesSquare,
  UserRoundX,
} from 'lucide-react';
import type { Bilingual } from '../../contract/base.ts';
import type { PauseReason, Ticket } from '../../contract/queue.ts';
import type { Sayings } from '../i18n/format.ts';
import type { Catalogue } from '../i18n/index.ts';
import { numberClips, placeClips, ticketClips } from '../voice/words.ts';

/** Where a person with a number stands, in words. Pure: a ticket in, what to show and to say out. */

export interface Standing {
  tone: 'calm' | 'called' | 'good' | 'warning';
  icon: LucideIcon;
  /** What is so, in a few words. */
  news: string;
  /** What to do, and what to know. */
  lines: readonly string[];
  clips: readonly string[];
  /** This number leads nowhere any more: another one may be taken. */
  over: boolean;
}

interface Known {
  /** Null when nobody can say its name. */
  counter: Bilingual | null;
  paused: PauseReason | null;
  desk: Bilingual;
  /** The service day, `2026-11-24`. */
  today: string;
  /** The hub's time, ms since 1970. */
  now: number;
  say: Sayings;
  words: Catalogue;
  pick: (both: Bilingual) => string;
}

const minuteMs = 60_000;

export function standingOf(ticket: Ticket, known: Known): Standing {
  const { counter, desk, today, say, words, pick } = known;
  const { checked } = words;
  const number = ['ticket.yours', ...ticketClips(ticket.number)];
  const at = pick(counter ?? desk);
  if (ticket.serviceDay !== today) {
    const over = ticket.serviceDay < today;
    const lines = [over ? checked.takeAnother : checked.comeThen];
    const news = checked.otherDay(say.dayOf(ticket.serviceDay));
    return { tone: 'warning', icon: CalendarX, news, lines, clips: [...number, 'checked.other-day'], over };
  }
  switch (ticket.state) {
    case 'waiting':
      return waiting(ticket, known, number);
    case 'called': {
      const news = counter === null ? checked.called : checked.goTo(pick(counter));
      const since = ticket.calledAt === null ? [] : [checked.calledAt(say.timeOf(ticket.calledAt))];
      const lines = counter === null ? [checked.askAt(pick(desk)), ...since] : since;
      const clips =
        counter === null ? [...number, 'checked.called', 'go.desk'] : [...number, ...placeClips(counter.id)];
      return { tone: 'called', icon: BellRing, news, lines, clips, over: false };
    }
    case 'serving': {
      const lines = counter === null ? [] : [pick(counter)];
      const clips = [...number, 'checked.serving'];
      return { tone: 'good', icon: MessagesSquare, news: checked.serving, lines, clips, over: false };
    }
    case 'done': {
      const clips = [...number, 'checked.done'];
      return { tone: 'good', icon: CircleCheck, news: checked.done, lines: [checked.thanks], clips, over: true };
    }
    case 'no_show': {
      const back = ticket.canBeCalledBack;
      const lines = [checked.showPaper(back ? at : pick(desk)), ...(back ? [checked.calledBack] : [])];
      const clips = [...number, back ? 'checked.missed' : 'checked.missed-late'];
      return { tone: 'warning', icon: UserRoundX, news: checked.missed, lines, clips, over: !back };
    }
    case 'parked': {
      const lines = [checked.whenReady, checked.showPaper(at)];
      return {
        tone: 'calm',
        icon: CirclePause,
        news: checked.parked,
        lines,
        clips: [...number, 'checked.parked'],
        over: false,
      };
    }
    case 'cancelled': {
      const lines = [checked.askAt(pick(desk))];
      const clips = [...number, 'checked.cancelled', 'go.desk'];
      return { tone: 'warning', icon: CircleX, news: checked.cancelled, lines, clips, over: true };
    }
    default:
      return ticket.state satisfies never;
  }
}

function waiting({ peopleAhead, promise, takenAt }: Ticket, known: Known, number: readonly string[]): Standing {
  const { paused, now, say, words } = known;
  const { checked, ticket } = words;
  const next = peopleAhead === 0 || peopleAhead === null;
  const takenMs = Date.parse(takenAt);
  const late = promise !== null && now > takenMs + promise.toMinutes * minuteMs;
  const lines = [
    ...(promise === null || late ? [] : [checked.around(say.clockRange(promise, takenMs))]),
    ...(late ? [checked.late] : []),
    ...(paused === null ? [] : [words.paused[paused]]),
    checked.sit,
  ];
  const clips = [
    ...number,
    ...(next ? ['checked.next'] : [...numberClips(peopleAhead), 'word.people', 'checked.ahead']),
    ...(paused === null ? [] : [`paused.${paused}`]),
    'ticket.sit',
  ];
  const news = next ? ticket.next : `${ticket.peopleAhead(peopleAhead)} ${ticket.ahead}`;
  return { tone: 'calm', icon: Clock, news, lines, clips, over: false };
}
