import type { StatusBody } from '../../contract/fleet.ts';
import type { PrinterCondition } from '../../contract/printing.ts';

const hourMs = 3_600_000;
/** Nobody waits longer for the hour of the day to come. */
const longestMs = 30 * hourMs;
/** From here on the day's figures say something, and people are still there to mend what is wrong. */
const firstHour = 13;

/** The last status, and now. */
export interface Due {
  /** Null: none was ever made. */
  readonly last: { readonly day: string; readonly ageMs: number } | null;
  readonly day: string;
  /** Minutes since midnight; null while the clock is not believed. */
  readonly minute: number | null;
  /** Of the day, so that 217 machines do not all come at one second; 0 to 119. */
  readonly minuteOfMachine: number;
}

/** Whether a status is to be made: once a service day in the early afternoon, or when there was none for long. */
export function isStatusDue({ last, day, minute, minuteOfMachine }: Due): boolean {
  if (last === null || last.ageMs >= longestMs) return true;
  return minute !== null && last.day !== day && minute >= firstHour * 60 + minuteOfMachine;
}

/** A minute from 0 to 119 that stays this machine's. @param key its public key, base64url */
export function minuteOfMachine(key: string): number {
  const [first = 0, second = 0] = Buffer.from(key, 'base64url');
  return (first * 256 + second) % 120;
}

const minuteMs = 60_000;

/**
 * The number of the next status. It follows the clock where that is ahead, so that a lounge restored from a backup does
 * not give numbers a second time, and it never falls.
 * @param wall Unix ms
 */
export function nextSequence(last: number, wall: number): number {
  return Math.max(last + 1, Math.floor(wall / minuteMs));
}

/** What a person has to go for, the worst first. */
const worstFirst: readonly PrinterCondition[] = [
  'unreachable',
  'paper_out',
  'cutter_jammed',
  'cover_open',
  'needs_check',
  'head_hot',
  'paper_low',
  'ready',
];

/** What the office's printers come to; `absent` where there is none. */
export function worstPrinter(conditions: readonly PrinterCondition[]): PrinterCondition {
  return worstFirst.find((one) => conditions.includes(one)) ?? 'absent';
}

/** @param free bytes; null where nobody can tell */
export function diskClass(free: number | null): StatusBody['disk'] {
  if (free === null) return 'unknown';
  if (free < 500_000_000) return 'full';
  return free < 5_000_000_000 ? 'low' : 'good';
}

const firstPauseMs = minuteMs;
const longestPauseMs = 6 * hourMs;

/**
 * How long to wait after a try that failed, ms: doubling up to six hours, and never the same for all machines.
 * @param failures in a row, from 1
 * @param chance 0 to 1
 */
export function pauseAfter(failures: number, chance: number): number {
  const pause = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(failures - 1, 20));
  return Math.round(pause * (0.5 + chance / 2));
}
