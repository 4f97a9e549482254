import { join } from 'node:path';
import type { AskFeed } from './diagnostics/update.ts';
import type { LetterOutlet } from './documents/printing/letter-outlet.ts';
import { type Lounge, openLounge } from './lounge.ts';
import { openOperatorsWay } from './operators-way.ts';
import { machineTime, type TimeSource, timeStartingAt } from './ops/clock.ts';
import type { Health } from './ops/health.ts';
import type { Log } from './ops/log.ts';
import type { StartOptions } from './options.ts';
import type { ProgramFiles } from './program-files.ts';
import type { KeyProvider } from './store/key.ts';
import { Assets } from './transport/assets.ts';
import type { FrontParts } from './transport/front.ts';
import { type MachineNetwork, machineNetwork } from './transport/lan/interfaces.ts';
import { Lan } from './transport/lan/lan.ts';
import { lanLimits } from './transport/limits.ts';
import { serveLoopback } from './transport/loopback.ts';
import { Sessions } from './transport/sessions.ts';

/**
 * The machine that owns the lounge: the lounge itself, and REST, WebSocket and pages on 127.0.0.1 and, where a supervisor
 * has opened it, on the lounge's own network.
 */
export interface Hub {
  readonly lounge: Lounge;
  readonly assets: Assets;
  readonly port: number;
  readonly tokens: Sessions['tokens'];
  readonly health: () => Health;
  close(): Promise<void>;
}

export interface HubParts {
  readonly options: StartOptions;
  readonly files: ProgramFiles;
  readonly key: KeyProvider;
  readonly log: Log;
  /** Puts the one-time code that makes a supervisor before whoever stands at this machine; windows ask `staff.setUpCode()`. */
  readonly showSetUpCode?: ((code: string) => void) | undefined;
  /** The office's printers of letters; those of CUPS when it is left out. */
  readonly letterOutlet?: LetterOutlet | undefined;
  /** The clock; the machine's own, or one that starts at `options.now`, when it is left out. */
  readonly time?: TimeSource | undefined;
  /** Whether the whole program is well; the store and the port alone where it is left out. */
  readonly health?: (() => Health) | undefined;
  /** Which networks this machine is in; a test knows of others. */
  readonly network?: MachineNetwork | undefined;
  /** Whether the page of this machine's window has been heard of lately; left out where there is no window. */
  readonly pageBeats?: (() => boolean) | undefined;
  /** New versions, for the self-test; none are looked for where it is left out. */
  readonly feed?: AskFeed | undefined;
}

/** @throws StartError */
export async function openHub(parts: HubParts): Promise<Hub> {
  const { options, files, key, log, showSetUpCode, letterOutlet, time, network = machineNetwork } = parts;
  const { pageBeats = () => true, feed = () => null } = parts;
  let port: number | null = null;
  let isPortOpen = () => false;
  const health = (): Health => ({
    // A store that could not be migrated is not opened.
    isMigrated: true,
    isStoreSound: lounge.soundness.isSound,
    isPortOpen: isPortOpen(),
    hasPageHeartbeat: pageBeats(),
  });
  const lounge: Lounge = openLounge({
    files,
    dataFolder: options.data,
    key,
    time: time ?? (options.now === undefined ? machineTime : timeStartingAt(options.now)),
    printer: options.printer,
    paper: options.paper,
    log,
    where: () => {
      const { running, addresses, fingerprint } = lounge.lan.state();
      if (running) return { addresses, fingerprint };
      return { addresses: port === null ? [] : [`http://127.0.0.1:${port}`], fingerprint: null };
    },
    showSetUpCode,
    letterOutlet,
    health,
    machine: { port: () => port, interfaces: () => network.interfaces(), feed },
  });
  const sessions = new Sessions(lounge.callers, lounge.doorkeeper, lounge.kiosk.device);
  const assets = new Assets(files.renderer, files.sounds);
  const front: FrontParts = {
    router: lounge.router,
    sessions,
    doorkeeper: lounge.doorkeeper,
    workshop: lounge.prober,
    health: lounge.health,
    diagnostics: lounge.diagnostics,
    assets,
    media: lounge.media,
    version: files.version,
    report: (error) => log.error({ err: error }, 'a request failed'),
  };
  const server = await serveLoopback({ ...front, port: options.port }).catch(async (error: unknown) => {
    await lounge.close();
    throw error;
  });
  port = server.port;
  isPortOpen = server.isOpen;
  const lan = new Lan({
    front,
    limits: lanLimits(() => performance.now()),
    folder: join(options.data, 'lan'),
    machine: network,
    log,
  });
  await lounge.lan.servedBy(lan);
  const code = lounge.staff.setUpCode();
  if (code !== null) showSetUpCode?.(code);
  const way = openOperatorsWay(options.data, port, sessions.tokens.operator, log);
  return {
    lounge,
    assets,
    port,
    tokens: sessions.tokens,
    health,
    close: async () => {
      way.close();
      await lan.close();
      await server.close();
      await lounge.close();
    },
  };
}
