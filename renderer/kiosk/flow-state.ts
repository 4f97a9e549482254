import type { PrintJobSnapshot } from '../../contract/printing.ts';
import type { IssuedTicket, Priority, Ticket } from '../../contract/queue.ts';
import type { Closure } from './menu.ts';
import { type Preferences, standardPreferences } from './preferences.ts';

/** What the kiosk's flow is made of: its states, what happens to it and how long things take. Times are ms of one steady clock. */

export interface Order {
  serviceId: string;
  priority: Priority | null;
  /** One per wish: every retry carries the same, so that nobody gets two numbers. */
  requestKey: string;
}

/** Whether the slip is out, as far as the printer tells. */
export type Printing = 'under way' | 'out' | 'failed';

/**
 * Whether a slip of unknown fate has come out: asked once a slip, of whoever took the number. `retryAt` is null while an
 * answer of the hub is awaited. Over and it has not `came`: staff see to it.
 */
export type SlipQuestion =
  | { step: 'asked'; since: number }
  | { step: 'answering'; came: boolean; requestKey: string; attempt: number; retryAt: number | null }
  | { step: 'over'; came: boolean };

/** A ticket somebody asks for: by the code of its slip, or by its number. */
export type Wanted = { id: string } | { number: string };

/** `foreign`: a code that is not ours. */
export type CheckProblem = 'unknown' | 'foreign' | 'unreachable';

/** The number, and its paper as the hub last told of it. */
export interface TicketShown {
  name: 'ticket';
  order: Order;
  ticket: IssuedTicket;
  takenAt: number;
  print: PrintJobSnapshot | null;
  printing: Printing;
  /** When the paper's news last turned: the screen stays its time from there. */
  settledAt: number;
  question: SlipQuestion | null;
  /** The paper is a second one, for the first has not come out. */
  again: boolean;
}

/** What the flow "Surat" is at: it says so, since it is loaded by itself. */
export type LettersMode = 'browse' | 'form' | 'sending' | 'resending' | 'receipt';

export type Screen =
  | { name: 'attract' }
  | { name: 'home' }
  | { name: 'agencies'; page: number }
  | { name: 'services'; agencyId: string | null; page: number }
  | { name: 'search'; typed: string }
  | { name: 'closed'; serviceId: string; closure: Closure | null }
  | { name: 'priority'; serviceId: string }
  /** `retryAt` is null while an answer is awaited. */
  | { name: 'taking'; order: Order; attempt: number; retryAt: number | null }
  | TicketShown
  | { name: 'check'; typed: string; problem: CheckProblem | null }
  | { name: 'checked'; ticket: Ticket }
  /** `since`: when its mode began. */
  | { name: 'letters'; mode: LettersMode; since: number }
  | { name: 'outOfOrder'; until: number }
  | { name: 'cleaning'; until: number };

export type Dialog =
  | { name: 'panel' }
  | { name: 'help' }
  | { name: 'another'; serviceId: string }
  | { name: 'many'; serviceId: string };

/** A call for help of this kiosk. It outlives the session: somebody may be on the way. */
export interface HelpCall {
  requestKey: string;
  state: 'sending' | 'sent' | 'failed';
  id: string | null;
  since: number;
}

export interface FlowState {
  screen: Screen;
  trail: readonly Screen[];
  dialog: Dialog | null;
  preferences: Preferences;
  defaults: Preferences;
  touchedAt: number;
  /** When the picture last changed: a second tap that was meant for the one before it is not taken. */
  changedAt: number;
  /** When this kiosk gave its latest numbers. */
  given: readonly number[];
  help: HelpCall | null;
  /** The ticket that is being looked up; its answer may find another screen than its question. */
  lookup: Wanted | null;
}

export type FlowEvent =
  | { type: 'tick' }
  | { type: 'touch' }
  | { type: 'start'; features: readonly string[]; only: Choice | null; byAgency: boolean }
  | { type: 'feature'; id: string; only: Choice | null; byAgency: boolean }
  | { type: 'agency'; id: string }
  | { type: 'service'; choice: Choice }
  | { type: 'page'; page: number }
  | { type: 'search' }
  | { type: 'type'; typed: string }
  | { type: 'priority'; priority: Priority | null; requestKey: string }
  | { type: 'taken'; requestKey: string; ticket: IssuedTicket }
  | { type: 'closed'; requestKey: string; closure: Closure | null }
  | { type: 'unreachable'; requestKey: string }
  | { type: 'broken'; requestKey: string }
  | { type: 'retry' }
  | { type: 'check' }
  | { type: 'look' }
  | { type: 'scanned'; wanted: Wanted | null }
  | { type: 'found'; wanted: Wanted; ticket: Ticket }
  | { type: 'notFound'; wanted: Wanted; problem: CheckProblem }
  | { type: 'followed'; ticket: Ticket }
  | { type: 'defaults'; defaults: Preferences }
  | { type: 'printing'; jobId: string; print: PrintJobSnapshot }
  | { type: 'answer'; came: boolean; requestKey: string }
  | { type: 'slipAnswered'; requestKey: string; printJobId: string | null }
  | { type: 'slipRefused'; requestKey: string }
  | { type: 'slipUnreachable'; requestKey: string }
  | { type: 'letters'; mode: LettersMode }
  | { type: 'back' }
  | { type: 'end' }
  | { type: 'panel' }
  | { type: 'prefer'; preferences: Partial<Preferences> }
  | { type: 'clean' }
  | { type: 'goOn' }
  | { type: 'dismiss' }
  | { type: 'help'; requestKey: string }
  | { type: 'helpSent'; requestKey: string; id: string }
  | { type: 'helpFailed'; requestKey: string }
  | { type: 'helpEnded' };

export interface Choice {
  serviceId: string;
  /** Null when it gives numbers. */
  closure: Closure | null;
}

export const times = {
  idle: 60_000,
  idleWhileHelpComes: 180_000,
  /** Without anyone coming, the screen names the desk. */
  helpLate: 60_000,
  letterForm: 120_000,
  letterReceipt: 90_000,
  warning: 20_000,
  slipOut: 20_000,
  slipFailed: 90_000,
  slipQuestion: 20_000,
  settle: 350,
  retry: 3_000,
  outOfOrder: 30_000,
  cleaning: 60_000,
  another: 30_000,
  many: 120_000,
} as const;

export function beginning(now: number, defaults: Preferences = standardPreferences): FlowState {
  return {
    screen: { name: 'attract' },
    trail: [],
    dialog: null,
    preferences: defaults,
    defaults,
    touchedAt: now,
    changedAt: now - times.settle,
    given: [],
    help: null,
    lookup: null,
  };
}
