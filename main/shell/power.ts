import type { PowerMonitor, PowerSaveBlocker } from 'electron';

/** Keeps the display lit for as long as the program runs, also after the machine slept. */
export class Power {
  readonly #blocker: PowerSaveBlocker;
  #id: number;

  constructor(blocker: PowerSaveBlocker, monitor: PowerMonitor) {
    this.#blocker = blocker;
    this.#id = blocker.start('prevent-display-sleep');
    monitor.on('resume', () => {
      if (!blocker.isStarted(this.#id)) this.#id = blocker.start('prevent-display-sleep');
    });
  }

  close(): void {
    this.#blocker.stop(this.#id);
  }
}
