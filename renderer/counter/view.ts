import { createContext, use } from 'react';
import type { Service } from '../../contract/queue.ts';
import type { Act, Moment } from './desk.ts';
import type { Acts } from './use-acts.ts';

/** The question that lies over the desk. */
export type Sheet =
  | { name: 'pause' | 'close' | 'takeOver' | 'find' | 'take' | 'spare' | 'menu' | 'changePin' | 'paper' }
  /** About the ticket that was at the counter, or was pointed at, when it was asked. */
  | { name: 'transfer' | 'nextMatter' | 'cancel' | 'row'; ticketId: string }
  /** With its number, for it may stand in no list of this counter. */
  | { name: 'reprint'; ticketId: string; number: string }
  /** `reversed`: a test slip of it could not be read, so that it opens at the guide. */
  | { name: 'printer'; device: string; reversed: boolean }
  | { name: 'all'; list: 'line' | 'missed' | 'parked' };

/** What every part of the desk works with. */
export interface DeskView {
  readonly moment: Moment;
  readonly services: ReadonlyMap<string, Service>;
  readonly timeZone: string;
  readonly acts: Acts;
  /** The act whose key was struck just now. */
  readonly struck: Act | null;
  /** Number of files of the current person. */
  readonly files: number;
  readonly setFiles: (files: number) => void;
  /** Does an act, or asks what it needs to know first. */
  readonly press: (act: Act) => void;
  readonly ask: (sheet: Sheet | null) => void;
}

export const DeskContext = createContext<DeskView | null>(null);

export function useDesk(): DeskView {
  const view = use(DeskContext);
  if (view === null) throw new Error('a part of the desk stands outside of it');
  return view;
}
