import type { EventEmitter } from 'node:events';
import { note } from './journal.ts';

/** What a test pulls from outside: an event that Electron would bring, of the system or a person. */
export interface Pull {
  readonly target: 'app' | 'window' | 'contents' | 'screen' | 'powerMonitor' | 'box' | 'process';
  readonly name: string;
  /** The event's own fields, and what comes behind it. */
  readonly event?: Record<string, unknown>;
  readonly rest?: readonly unknown[];
  /** Whether a function to answer with is the last of it. */
  readonly answer?: boolean;
}

/** Of the last window, where there are several. */
export const levers = new Map<Pull['target'], EventEmitter>([['process', process]]);

/** Messages of the parent process, where it has a channel; the journal says what the program did about them. */
export function obeyLevers(): void {
  process.on('message', ({ target, name, event = {}, rest = [], answer = false }: Pull) => {
    let prevented = false;
    const answers: unknown[] = [];
    const last = answer ? [(given: unknown) => answers.push(given)] : [];
    const heard = levers
      .get(target)
      ?.emit(name, { ...event, preventDefault: () => (prevented = true) }, ...rest, ...last);
    note('pulled', { target, name, ...event, heard, prevented, answers });
  });
  // It keeps no program running.
  process.channel?.unref();
}
