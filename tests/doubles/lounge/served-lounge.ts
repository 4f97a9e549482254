import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import { WebSocket } from 'ws';
import type { Contract } from '../../../contract/index.ts';
import { Assets } from '../../../main/transport/assets.ts';
import type { FrontParts } from '../../../main/transport/front.ts';
import type { Served } from '../../../main/transport/listen.ts';
import { serveLoopback } from '../../../main/transport/loopback.ts';
import { Sessions } from '../../../main/transport/sessions.ts';
import { newFolder } from './data-folder.ts';
import { TestLounge } from './in-process.ts';
import { RestClient } from './rest-client.ts';

/** A lounge in this process behind its real sockets, with pages and sounds of the test's own. */
export class ServedLounge extends TestLounge {
  /** Holds `renderer/` and `sounds/`, and beside them what must never be served. */
  readonly web = newFolder('web');
  readonly #clients: RestClient[] = [];
  readonly reported: unknown[] = [];
  sessions!: Sessions;
  /** What every server of this lounge shows. */
  front!: FrontParts;
  #server!: Served;

  static async open(iso: string, catalogue: Readonly<Record<string, unknown>> = {}): Promise<ServedLounge> {
    const served = new ServedLounge(iso, catalogue);
    await served.serve();
    return served;
  }

  get port(): number {
    return this.#server.port;
  }

  /** A REST client with the lounge's token, or another one. */
  client(token: string | undefined = this.sessions.tokens.rest): RestClient {
    const client = new RestClient(this.port, token);
    this.#clients.push(client);
    return client;
  }

  /** The port, the tokens and every connection are others afterwards. */
  override async restart(iso?: string): Promise<void> {
    await this.hangUp();
    await super.restart(iso);
    await this.serve();
  }

  override async end(): Promise<void> {
    await this.hangUp();
    await super.end();
  }

  protected async hangUp(): Promise<void> {
    for (const client of this.#clients.splice(0)) client.close();
    await this.#server.close();
  }

  protected async serve(): Promise<void> {
    const pages = {
      'renderer/kiosk/index.html': '<!doctype html>',
      'renderer/assets/kiosk.js': '',
      'sounds/id/x.ogg': '',
    };
    for (const [name, content] of Object.entries({ ...pages, 'secret.json': '{"secret":true}' })) {
      mkdirSync(join(this.web, name, '..'), { recursive: true });
      writeFileSync(join(this.web, name), content);
    }
    const { callers, doorkeeper, kiosk, router } = this.lounge;
    this.sessions = new Sessions(callers, doorkeeper, kiosk.device);
    this.front = {
      router,
      sessions: this.sessions,
      doorkeeper,
      workshop: this.lounge.prober,
      health: this.lounge.health,
      diagnostics: this.lounge.diagnostics,
      assets: new Assets(join(this.web, 'renderer'), join(this.web, 'sounds')),
      media: this.lounge.media,
      version: '0.0.0',
      report: (error) => this.reported.push(error),
    };
    this.#server = await serveLoopback({ ...this.front, port: 0 });
  }
}

/**
 * A client over a WebSocket, as a page has one, admitted by token or cookie.
 * @param ca PEM: over TLS, trusting these authorities alone
 */
export async function connectLive(
  port: number,
  headers: Readonly<Record<string, string>>,
  ca?: readonly string[],
): Promise<{ client: ContractRouterClient<Contract>; socket: WebSocket; close: () => void }> {
  const socket = new WebSocket(`${ca ? 'wss' : 'ws'}://127.0.0.1:${port}/rpc`, { headers, ca: ca && [...ca] });
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  const link = new RPCLink({ websocket: socket as unknown as globalThis.WebSocket });
  return { client: createORPCClient(link), socket, close: () => socket.close() };
}
