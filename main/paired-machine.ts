import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { StepFinding } from '../contract/diagnostics.ts';
import type { DeviceKind } from '../contract/principal.ts';
import { pairedMachineSteps } from './diagnostics/paired.ts';
import { runMachineSteps } from './diagnostics/run.ts';
import type { AskFeed } from './diagnostics/update.ts';
import type { Log } from './ops/log.ts';
import { StartError } from './ops/start-error.ts';
import type { StartOptions } from './options.ts';
import { type LendingHub, PrinterAgent } from './printing/lent/printer-agent.ts';
import { systemTimers } from './printing/timers.ts';
import { openPrinter } from './printing/transports/open.ts';
import { machineNetwork } from './transport/lan/interfaces.ts';
import type { FramePort } from './transport/message-port.ts';
import { connectToHub } from './transport/remote/client.ts';
import { askHubOnce } from './transport/remote/hub-answer.ts';
import { fetchHubMedia } from './transport/remote/hub-media.ts';
import { HubFile, hubFilePath, type KnownHub } from './transport/remote/known-hub.ts';
import { type RelayEnd, relay } from './transport/remote/relay.ts';

export interface PairedMachineParts {
  readonly file: HubFile;
  readonly hub: KnownHub;
  readonly log: Log;
}

/** The page asks for a port every few seconds while the hub is away; the log hears of it this often, ms. */
const quietMs = 600_000;
/** Between two attempts to lend the printer; longer where only a person can help, ms. */
const lendAgainMs = 2_000;
const lendLaterMs = 30_000;

/** A machine without a lounge of its own: its window shows the page of a hub elsewhere. */
export class PairedMachine {
  readonly #file: HubFile;
  readonly #log: Log;
  #hub: KnownHub;
  #said: { readonly end: RelayEnd; readonly at: number } | null = null;
  readonly #closed = new AbortController();
  #lending: Promise<void> = Promise.resolve();

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

  /** Lends the printer of this machine, if it has one, to the hub until `close`. Returns at once. */
  lendPrinter(): void {
    const { printer } = this.#hub;
    if (!printer) return;
    const agent = new PrinterAgent({
      ...printer,
      open: openPrinter,
      timers: systemTimers,
    });
    this.#lending = this.#lend(agent);
  }

  /** Nothing goes on any more: the printer is let go. */
  async close(): Promise<void> {
    this.#closed.abort();
    await this.#lending;
  }

  async #lend(agent: PrinterAgent): Promise<void> {
    const { signal } = this.#closed;
    while (!signal.aborted) {
      const { client, ended, close } = connectToHub(this.#hub, { moved: (address) => this.#moved(address) });
      const line = new AbortController();
      const hub: LendingHub = {
        lend: (paper, until) => client.printing.lend({ paper }, { signal: until }),
        report: (id, news) => client.printing.reportLent({ line: id, news }),
      };
      const over = ended.then((end) => {
        line.abort();
        this.#ended(end);
        return end;
      });
      const wanted = await agent.serve(hub, AbortSignal.any([signal, line.signal])).then(
        () => true,
        (error: unknown) => {
          this.#log.warn({ err: error }, 'the hub does not take the printer of this machine');
          return false;
        },
      );
      close();
      const again = wanted && (await over) !== 'turned_away';
      await pause(again ? lendAgainMs : lendLaterMs, signal);
    }
  }

  /** A picture or video of the hub, for this machine's page. */
  media(request: Request): Promise<Response> {
    return fetchHubMedia(this.#hub, request, { moved: (address) => this.#moved(address) });
  }

  /** What this machine finds out about itself, step by step. @param feed of new versions */
  selfTest(dataFolder: string, feed: AskFeed, signal: AbortSignal): AsyncIterable<StepFinding> {
    const steps = pairedMachineSteps({
      dataFolder,
      interfaces: () => machineNetwork.interfaces(),
      askHub: (until) => askHubOnce(this.#hub, until, { moved: (address) => this.#moved(address) }),
      wall: () => Date.now(),
      feed,
    });
    return runMachineSteps(steps, signal);
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
    else
      this.#log.error(
        {},
        'the hub does not know this machine any more; it must be paired again (npm run join -- … --again)',
      );
  }
}

/**
 * The pairing in the data folder, `hub.json`.
 * @returns null where there is none: this machine has a lounge of its own
 * What is said about a printer is kept with it, as a hub does.
 * @throws StartError when it is damaged or missing where there must be one, or when something else says what this is
 */
export function readPairing({ data, printer, paper, now, mode }: StartOptions, log: Log): PairedMachine | null {
  const path = hubFilePath(data);
  const file = new HubFile(path);
  const hub = file.read();
  if (hub === null) {
    if (mode === 'counter' || mode === 'display')
      throw new StartError(`This machine was set up as a ${mode} and is not paired with a hub yet: npm run join.`);
    return null;
  }
  if (existsSync(join(data, 'lounge.db')))
    throw new StartError(`${data} holds a lounge of its own and ${path}, a pairing with another; remove one of them.`);
  if (mode === 'hub')
    throw new StartError(`${path} pairs this machine with a hub elsewhere: it cannot be a hub; remove one of them.`);
  if (mode !== undefined && mode !== hub.device.kind)
    throw new StartError(
      `This machine was set up as a ${mode} and is paired as a ${hub.device.kind}; change one of them.`,
    );
  if (now !== undefined) throw new StartError('This machine is paired with a hub: --now is for the hub.');
  if (printer === undefined && paper === undefined) return new PairedMachine({ file, hub, log });
  if (hub.device.kind !== 'kiosk')
    throw new StartError('This machine prints no slips: --printer and --paper are for a hub or a kiosk.');
  const uri = printer ?? hub.printer?.uri;
  if (uri === undefined) throw new StartError('--paper needs --printer: no printer of this machine is known yet.');
  // The hub asks a lent printer how it is, every few seconds: in a queue, each question would be a job.
  if (/^(?:cups|windows):/.test(uri))
    throw new StartError('A machine cannot lend a printer of its system: use tcp://, usb: or serial: for --printer.');
  const lending: KnownHub = {
    ...hub,
    printer: { uri, paper: paper ?? hub.printer?.paper ?? 80 },
  };
  file.write(lending);
  return new PairedMachine({ file, hub: lending, log });
}

/** Ends early when `signal` does. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return setTimeout(ms, undefined, { signal }).catch(() => undefined);
}
