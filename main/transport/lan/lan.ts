import type { LanInterface, LanProblem } from '../../../contract/lan.ts';
import type { Log } from '../../ops/log.ts';
import { Turns } from '../../ops/turns.ts';
import type { LanServer, LanServing, LanSetting } from '../../settings/lan-settings.ts';
import type { FrontParts } from '../front.ts';
import type { Limits } from '../limits.ts';
import type { Served } from '../listen.ts';
import { Authority, KeyUnusable } from './authority.ts';
import type { MachineNetwork } from './interfaces.ts';
import { serveLan } from './serve.ts';

export interface LanParts {
  readonly front: FrontParts;
  readonly limits: Limits;
  /** Of the key and its certificates; absolute, its parent exists. */
  readonly folder: string;
  readonly machine: MachineNetwork;
  readonly log: Log;
}

/** How often it is looked whether the address is still the same, and tried again what failed. */
const lookMs = 10_000;

interface Running {
  readonly served: Served;
  readonly address: string;
  readonly names: readonly string[];
  readonly port: number;
  readonly fingerprint: string;
}

/** Serves the lounge on its own network as the setting says, and follows the machine from one address to the next. */
export class Lan implements LanServer {
  readonly #its: LanParts;
  readonly #look: NodeJS.Timeout;
  #setting: LanSetting | null = null;
  #running: Running | null = null;
  #problem: LanProblem | null = null;
  /** One change after the other. */
  readonly #turns = new Turns();

  constructor(parts: LanParts) {
    this.#its = parts;
    this.#look = setInterval(() => void this.look(), lookMs).unref();
  }

  interfaces(): LanInterface[] {
    return this.#its.machine.interfaces();
  }

  serving(): LanServing {
    const running = this.#running;
    return {
      running: running !== null,
      problem: this.#problem,
      fingerprint: running?.fingerprint ?? null,
      addresses: running
        ? [running.address, ...running.names].map((host) => `https://${host}:${running.served.port}`)
        : [],
    };
  }

  apply(setting: LanSetting): Promise<void> {
    this.#setting = setting;
    return this.look();
  }

  /** Brings what is served in line with the setting and with where the machine is now; changes nothing that fits. */
  look(): Promise<void> {
    return this.#turns.take(() => this.#follow()).catch((error: unknown) => this.#tell('failed', error));
  }

  async close(): Promise<void> {
    clearInterval(this.#look);
    this.#setting = null;
    await this.look();
  }

  async #follow(): Promise<void> {
    const { machine } = this.#its;
    const setting = this.#setting;
    if (!setting?.enabled) {
      this.#problem = null;
      return this.#stop();
    }
    const address = machine.interfaces().find(({ name }) => name === setting.interface)?.address;
    if (address === undefined) {
      this.#tell('no_address');
      return this.#stop();
    }
    const names = machine.names();
    const { port } = setting;
    const running = this.#running;
    if (running?.address === address && running.port === port && running.names.join() === names.join()) return;
    await this.#stop();
    await this.#start({ address, names, port });
  }

  async #start(at: {
    readonly address: string;
    readonly names: readonly string[];
    readonly port: number;
  }): Promise<void> {
    const { front, limits, folder, log } = this.#its;
    try {
      const authority = new Authority(folder);
      const credentials = await authority.credentials(at.names, at.address);
      const served = await serveLan({ ...front, ...at, credentials, limits });
      this.#running = { ...at, served, fingerprint: authority.fingerprint };
      this.#problem = null;
      log.info({ address: at.address, port: served.port }, 'the LAN is served');
    } catch (error) {
      this.#tell(problemOf(error), error);
    }
  }

  async #stop(): Promise<void> {
    const running = this.#running;
    this.#running = null;
    await running?.served.close();
  }

  /** Once: it is tried again every few seconds. */
  #tell(problem: LanProblem, error?: unknown): void {
    if (this.#problem === problem) return;
    this.#problem = problem;
    this.#its.log.warn({ problem, err: error }, 'the LAN cannot be served');
  }
}

function problemOf(error: unknown): LanProblem {
  if (error instanceof KeyUnusable) return 'key_unusable';
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return 'port_taken';
  // The address went away between the look and the listening.
  return code === 'EADDRNOTAVAIL' ? 'no_address' : 'failed';
}
