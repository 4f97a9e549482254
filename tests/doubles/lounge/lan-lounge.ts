import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { createServer, isIP, type LookupFunction } from 'node:net';
import { join } from 'node:path';
import { call } from '@orpc/server';
import type { DeviceKind } from '../../../contract/principal.ts';
import { Authority } from '../../../main/transport/lan/authority.ts';
import { Lan } from '../../../main/transport/lan/lan.ts';
import { lanLimits } from '../../../main/transport/limits.ts';
import type { KnownHub } from '../../../main/transport/remote/known-hub.ts';
import { pairWithHub } from '../../../main/transport/remote/pair.ts';
import { callerOf, supervisorActor } from './in-process.ts';
import { ServedLounge } from './served-lounge.ts';

export interface Asked {
  /** By which name or address; the address unless another is given. */
  readonly host?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Text as it is, anything else as JSON. */
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** The name of the one network that such a lounge's machine is in. */
export const cable = 'cable0';

/** A lounge that is open on a network of its own: addresses of this machine's inside stand for the LAN. */
export class LanLounge extends ServedLounge {
  /** Where the machine is in its network; a test moves it and lets `lan` look. Null: the cable is out. */
  address: string | null = '127.0.0.1';
  names = ['localhost', 'hub.test'];
  /** Steady ms of the rate limit. */
  monotonic = 0;
  lan!: Lan;
  lanPort = 0;

  static async openOnLan(iso: string): Promise<LanLounge> {
    const lounge = new LanLounge(iso);
    await lounge.serve();
    lounge.lanPort = await freePort();
    await lounge.switchLan(true);
    return lounge;
  }

  protected override async serve(): Promise<void> {
    await super.serve();
    this.lan = new Lan({
      front: this.front,
      limits: lanLimits(() => this.monotonic),
      folder: join(this.folder, 'lan'),
      machine: {
        interfaces: () => (this.address === null ? [] : [{ name: cable, address: this.address }]),
        names: () => this.names,
      },
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    });
    await this.lounge.lan.servedBy(this.lan);
  }

  protected override async hangUp(): Promise<void> {
    await this.lan.close();
    await super.hangUp();
  }

  async switchLan(enabled: boolean, port = this.lanPort) {
    const requestKey = crypto.randomUUID();
    return this.lounge.lan.set(supervisorActor, { enabled, interface: cable, port, requestKey });
  }

  get fingerprint(): string {
    return this.lan.serving().fingerprint ?? '';
  }

  /** `https://…` by the address, or by one of the names. */
  url(host = this.address): string {
    return `https://${host}:${this.lanPort}`;
  }

  /** What the supervisor's screen would show. */
  async pairingCode(kind: DeviceKind = 'kiosk', name = 'Anjungan 2'): Promise<string> {
    const asked = { kind, name, requestKey: crypto.randomUUID() };
    const { code } = await call(this.lounge.router.devices.beginPairing, asked, {
      context: { caller: callerOf(supervisorActor) },
    });
    return code;
  }

  /** Another machine's program joins. */
  async pairProgram(kind: DeviceKind = 'kiosk', name = 'Anjungan 2'): Promise<KnownHub> {
    const code = await this.pairingCode(kind, name);
    return pairWithHub({ address: this.url(), fingerprint: this.fingerprint, code });
  }

  /** What a browser of the lounge was given to trust, as PEM. */
  async authorities(): Promise<string[]> {
    const authority = new Authority(join(this.folder, 'lan'));
    const { byName, byAddress } = await authority.credentials(this.names, this.address ?? '');
    return [byName.ca, byAddress.ca];
  }

  /** Asks over HTTPS, trusting the hub's own authorities and nobody else, as a browser that was paired does. */
  async ask(path: string, asked: Asked = {}): Promise<Answered> {
    const response = await this.open(path, asked);
    const text = Buffer.concat(await response.toArray()).toString('utf8');
    return { status: response.statusCode ?? 0, headers: response.headers, text };
  }

  /** The same, for an answer that has no end. */
  async open(path: string, asked: Asked = {}): Promise<IncomingMessage> {
    const { host = this.address ?? '', method = 'GET', headers = {}, body, signal } = asked;
    const ca = await this.authorities();
    const servername = isIP(host) ? '' : host;
    const lookup: LookupFunction = (_name, options, found) => {
      if (options.all) found(null, [{ address: this.address ?? '', family: 4 }]);
      else found(null, this.address ?? '', 4);
    };
    const to = { host, servername, port: this.lanPort, path, method, headers, ca, lookup, agent: false };
    return new Promise((resolve, reject) => {
      request({ ...to, ...(signal ? { signal } : {}) }, resolve)
        .on('error', reject)
        .end(body === undefined || typeof body === 'string' ? body : JSON.stringify(body));
    });
  }

  async revoke(id: string): Promise<void> {
    const asked = { id, requestKey: crypto.randomUUID() };
    await call(this.lounge.router.devices.revoke, asked, { context: { caller: callerOf(supervisorActor) } });
  }
}

/** One that nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
