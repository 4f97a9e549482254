import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DeviceKind } from '../contract/principal.ts';
import type { Log } from './ops/log.ts';
import { StartError } from './ops/start-error.ts';
import type { StartOptions } from './options.ts';
import type { FramePort } from './transport/message-port.ts';
import { fetchHubMedia } from './transport/remote/hub-media.ts';
import { HubFile, type KnownHub } from './transport/remote/known-hub.ts';
import { type RelayEnd, relay } from './transport/remote/relay.ts';

export interface PairedMachineParts {
  readonly file: HubFile;
  readonly hub: KnownHub;
  readonly log: Log;
}

/** The page asks for a port every few seconds while the hub is away; the log hears of it this often, ms. */
const quietMs = 600_000;

/** A machine without a lounge of its own: its window shows the page of a hub elsewhere. */
export class PairedMachine {
  readonly #file: HubFile;
  readonly #log: Log;
  #hub: KnownHub;
  #said: { readonly end: RelayEnd; readonly at: number } | null = null;

  constructor({ file, hub, log }: PairedMachineParts) {
    this.#file = file;
    this.#hub = hub;
    this.#log = log;
  }

  get kind(): DeviceKind {
    return this.#hub.device.kind;
  }

  /** Carries one port's frames to the hub and back, until either is gone. */
  serve(port: FramePort): void {
    relay(port, this.#hub, { moved: (address) => this.#moved(address) }).then(
      (end) => this.#ended(end),
      (error: unknown) => this.#log.error({ err: error }, 'a port failed'),
    );
  }

  /** A picture or video of the hub, for this machine's page. */
  media(request: Request): Promise<Response> {
    return fetchHubMedia(this.#hub, request, { moved: (address) => this.#moved(address) });
  }

  #moved(address: string): void {
    this.#hub = { ...this.#hub, address };
    this.#log.info({ address }, 'the hub has another address');
    try {
      this.#file.write(this.#hub);
    } catch (error) {
      // A full disk, say: it is found by its name again after the next start.
      this.#log.warn({ err: error }, "the hub's address could not be written down");
    }
  }

  #ended(end: RelayEnd): void {
    if (end === 'page_gone') return;
    const at = performance.now();
    if (this.#said?.end === end && at - this.#said.at < quietMs) return;
    this.#said = { end, at };
    if (end === 'unreachable') this.#log.warn({}, 'the hub cannot be reached');
    else this.#log.error({}, 'the hub does not know this machine any more; it must be paired again');
  }
}

/**
 * The pairing in the data folder, `hub.json`.
 * @returns null where there is none: this machine has a lounge of its own
 * @throws StartError when it is damaged, or when something else says that this is a hub
 */
export function readPairing({ data, printer, columns, now }: StartOptions, log: Log): PairedMachine | null {
  const path = join(data, 'hub.json');
  const file = new HubFile(path);
  const hub = file.read();
  if (hub === null) return null;
  if (existsSync(join(data, 'lounge.db')))
    throw new StartError(`${data} holds a lounge of its own and ${path}, a pairing with another; remove one of them.`);
  if (printer !== undefined || columns !== undefined || now !== undefined)
    throw new StartError('This machine is paired with a hub: --printer, --paper and --now are for the hub.');
  return new PairedMachine({ file, hub, log });
}
