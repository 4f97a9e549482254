import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Log } from './log.ts';

/** Whoever starts this program anew when it is not heard of any more. */
export interface Supervisor {
  /** Once: the machine serves. */
  ready(): void;
  /** From time to time, while all is well. */
  alive(): void;
}

export interface WatchdogParts {
  readonly supervisor: Supervisor;
  readonly isHealthy: () => boolean;
  readonly log: Log;
  /** Between two looks, ms. */
  readonly everyMs: number;
}

/**
 * Tells the supervisor outside that this machine works, and only while it does. It runs on the main loop: a loop that
 * stands tells nothing either.
 */
export class Watchdog {
  readonly #its: WatchdogParts;
  #timer: NodeJS.Timeout | undefined;
  #wasWell = true;

  constructor(parts: WatchdogParts) {
    this.#its = parts;
  }

  /** The machine serves from now on. */
  start(): void {
    const { supervisor, everyMs } = this.#its;
    supervisor.ready();
    this.#look();
    this.#timer = setInterval(() => this.#look(), everyMs).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #look(): void {
    const { supervisor, isHealthy, log } = this.#its;
    const isWell = isHealthy();
    if (isWell) supervisor.alive();
    if (isWell !== this.#wasWell) {
      if (isWell) log.info({}, 'this machine is well again');
      else log.error({}, 'this machine is not well; its supervisor hears nothing until it is');
    }
    this.#wasWell = isWell;
  }
}

/** Where there is no word of how long systemd waits; its unit says 30 s. */
const usualPatienceMs = 30_000;

/** A third of what the supervisor waits, so that one late look does no harm. @param env of a service of systemd */
export function watchEveryMs(env: NodeJS.ProcessEnv): number {
  const patience = Number(env['WATCHDOG_USEC']) / 1000;
  return Math.floor((patience > 0 ? patience : usualPatienceMs) / 3);
}

/**
 * Who supervises this program; null when nobody does. systemd is told by its own `systemd-notify`, because Node has no
 * Unix datagram sockets (the unit says `NotifyAccess=all`); a task of Windows looks how old a file is.
 * @param aliveFile of the data folder
 */
export function findSupervisor(
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
  aliveFile: string,
  log: Log,
): Supervisor | null {
  if (env['NOTIFY_SOCKET']) {
    const tell = (what: string) => {
      const told = spawn('systemd-notify', [what], { stdio: 'ignore' });
      told.on('error', (error) => log.error({ err: error }, 'systemd could not be told'));
    };
    return { ready: () => tell('READY=1'), alive: () => tell('WATCHDOG=1') };
  }
  if (platform !== 'win32') return null;
  const touch = () => {
    try {
      mkdirSync(dirname(aliveFile), { recursive: true });
      writeFileSync(aliveFile, '');
    } catch (error) {
      log.error({ err: error }, 'the file that says this program lives could not be written');
    }
  };
  return { ready: touch, alive: touch };
}
