import type { PowerMonitor, PowerSaveBlocker } from 'electron';

/** What stays on: the display, or, where nobody looks at one, the machine alone. */
type StaysOn = 'prevent-display-sleep' | 'prevent-app-suspension';

/** Keeps the display lit, or the machine awake, for as long as the program runs, also after the machine slept. */
export class Power {
  readonly #blocker: PowerSaveBlocker;
  #id: number;

  constructor(blocker: PowerSaveBlocker, monitor: PowerMonitor, staysOn: StaysOn) {
    this.#blocker = blocker;
    this.#id = blocker.start(staysOn);
    monitor.on('resume', () => {
      if (!blocker.isStarted(this.#id)) this.#id = blocker.start(staysOn);
    });
  }

  close(): void {
    this.#blocker.stop(this.#id);
  }
}
