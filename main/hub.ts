import { type Lounge, openLounge } from './lounge.ts';
import { machineTime, timeStartingAt } from './ops/clock.ts';
import type { Log } from './ops/log.ts';
import type { StartOptions } from './options.ts';
import type { ProgramFiles } from './program-files.ts';
import type { KeyProvider } from './store/key.ts';
import { Assets } from './transport/assets.ts';
import { serveLoopback } from './transport/loopback.ts';
import { Sessions } from './transport/sessions.ts';

/** The machine that owns the lounge: the lounge itself, and REST, WebSocket and pages on 127.0.0.1. */
export interface Hub {
  readonly lounge: Lounge;
  readonly assets: Assets;
  readonly port: number;
  readonly tokens: Sessions['tokens'];
  close(): Promise<void>;
}

export interface HubParts {
  readonly options: StartOptions;
  readonly files: ProgramFiles;
  readonly key: KeyProvider;
  readonly log: Log;
}

/** @throws StartError */
export async function openHub({ options, files, key, log }: HubParts): Promise<Hub> {
  const lounge = openLounge({
    files,
    dataFolder: options.data,
    key,
    time: options.now === undefined ? machineTime : timeStartingAt(options.now),
    printer: options.printer,
    columns: options.columns,
    log,
  });
  const sessions = new Sessions(lounge.db, lounge.clock, lounge.kiosk);
  const assets = new Assets(files.renderer, files.sounds);
  const server = await serveLoopback({
    port: options.port,
    router: lounge.router,
    sessions,
    assets,
    version: files.version,
    report: (error) => log.error({ err: error }, 'a request failed'),
  }).catch(async (error: unknown) => {
    await lounge.close();
    throw error;
  });
  return {
    lounge,
    assets,
    port: server.port,
    tokens: sessions.tokens,
    close: async () => {
      await server.close();
      await lounge.close();
    },
  };
}
