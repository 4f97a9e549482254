import { connect } from 'node:net';
import type { StepFinding } from '../../contract/diagnostics.ts';
import type { LanState } from '../../contract/lan.ts';
import type { HubAnswer } from './clock.ts';
import { found, type MachineStep } from './step.ts';

/** Whether something takes a connection at a port of this machine. */
export function answersAt(port: number, signal: AbortSignal): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const socket = connect({ port, host: '127.0.0.1', signal });
  socket.once('connect', () => resolve(true));
  socket.once('error', () => resolve(false));
  return promise.finally(() => socket.destroy());
}

const problems = {
  no_address: 'hub_no_address',
  port_taken: 'hub_port_taken',
  key_unusable: 'hub_key_unusable',
  failed: 'hub_lan_failed',
} as const;

export interface OwnHubParts {
  /** On 127.0.0.1; null where nothing is served. */
  readonly port: () => number | null;
  readonly answers: (port: number, signal: AbortSignal) => Promise<boolean>;
  readonly lan: () => Pick<LanState, 'enabled' | 'running' | 'problem' | 'port'>;
}

/** Whether this machine's own lounge answers, here and on its network. */
export class OwnHubStep implements MachineStep {
  readonly step = 'hub';
  readonly #its: OwnHubParts;

  constructor(parts: OwnHubParts) {
    this.#its = parts;
  }

  async look(signal: AbortSignal): Promise<StepFinding> {
    const port = this.#its.port();
    if (port === null) return found('hub', 'not_here', 'not_here');
    if (!(await this.#its.answers(port, signal))) return found('hub', 'bad', 'hub_silent', { port });
    const lan = this.#its.lan();
    if (!lan.enabled) return found('hub', 'good', 'hub_ok', { port });
    if (lan.running) return found('hub', 'good', 'hub_open', { port: lan.port });
    const finding = problems[lan.problem ?? 'failed'];
    return found('hub', 'bad', finding, finding === 'hub_port_taken' ? { port: lan.port } : {});
  }
}

/** Whether a paired machine reaches its hub, and is still known there. */
export class PairedHubStep implements MachineStep {
  readonly step = 'hub';
  readonly #ask: (signal: AbortSignal) => Promise<HubAnswer>;

  constructor(ask: (signal: AbortSignal) => Promise<HubAnswer>) {
    this.#ask = ask;
  }

  async look(signal: AbortSignal): Promise<StepFinding> {
    const answer = await this.#ask(signal).catch(() => null);
    if (answer === null) return found('hub', 'bad', 'hub_unreachable');
    if (!answer.known) return found('hub', 'bad', 'hub_turned_away');
    return found('hub', 'good', 'hub_reached', { milliseconds: Math.round(answer.tookMs) });
  }
}
