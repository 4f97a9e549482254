import 'reflect-metadata';
import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { statSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer as createTcpServer, type LookupFunction, type Socket } from 'node:net';
import { join } from 'node:path';
import { createServer as createTlsServer, type TLSSocket } from 'node:tls';
import { call } from '@orpc/server';
import { X509CertificateGenerator } from '@peculiar/x509';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { QueueSnapshot } from '../../../contract/queue.ts';
import { newFolder, removeFolders } from '../../../tests/doubles/lounge/data-folder.ts';
import { callerOf, supervisorActor } from '../../../tests/doubles/lounge/in-process.ts';
import { LanLounge } from '../../../tests/doubles/lounge/lan-lounge.ts';
import { tuesdayMorning } from '../../../tests/doubles/lounge/start-lounge.ts';
import { openWindowPort } from '../../../tests/doubles/lounge/window.ts';
import { fingerprintOf } from '../fingerprint.ts';
import { issueChain } from '../lan/certificates.ts';
import { HubFile, type KnownHub } from './known-hub.ts';
import { pairWithHub } from './pair.ts';
import { connectPinned } from './pinned.ts';
import { type RelayOptions, relay } from './relay.ts';

let lounge: LanLounge;
const closing: (() => unknown)[] = [];
beforeEach(async () => {
  lounge = await LanLounge.openOnLan(tuesdayMorning);
});
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
  await lounge.end();
});
afterAll(removeFolders);

const take = () => ({ serviceId: 'surat-desa', priority: null, requestKey: crypto.randomUUID() });

/** The network's own name service: every name of the hub is at this address. */
const namesAt =
  (address: string): LookupFunction =>
  (_name, options, found) =>
    options.all ? found(null, [{ address, family: 4 }]) : found(null, address, 4);

function newKey(): KeyObject {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
}

/** A machine with a key of its own that writes down whatever is said to it. */
async function listenAsStranger(key: KeyObject, cert: string, port = 0): Promise<{ port: number; heard: Buffer[] }> {
  const heard: Buffer[] = [];
  const pem = key.export({ type: 'pkcs8', format: 'pem' });
  const server = createTlsServer({ key: pem, cert }, (socket: TLSSocket) => {
    socket.on('error', () => undefined).on('data', (chunk: Buffer) => heard.push(chunk));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  closing.push(() => server.close());
  return { port: (server.address() as AddressInfo).port, heard };
}

describe('another machine’s program joins', () => {
  it('with the code from the supervisor’s screen, and keeps what it was given to itself', async () => {
    const code = await lounge.pairingCode('kiosk', 'Anjungan 2');
    const hub = await pairWithHub({ address: lounge.url(), fingerprint: lounge.fingerprint, code });
    expect(hub).toMatchObject({
      address: '127.0.0.1',
      port: lounge.lanPort,
      names: ['localhost', 'hub.test'],
      fingerprint: lounge.fingerprint,
      device: { kind: 'kiosk', name: 'Anjungan 2' },
    });
    const file = new HubFile(join(newFolder('remote'), 'hub.json'));
    expect(file.read()).toBeNull();
    file.write(hub);
    expect(file.read()).toEqual(hub);
  });

  it('by the hub’s name as well', async () => {
    const code = await lounge.pairingCode();
    const { fingerprint } = lounge;
    const hub = await pairWithHub({ address: lounge.url('hub.test'), fingerprint, code, lookup: namesAt('127.0.0.1') });
    expect(hub.address).toBe('127.0.0.1');
  });

  it('and says its code to nobody but the holder of the key on that screen', async () => {
    const key = newKey();
    const stranger = await listenAsStranger(key, (await issueChain(key, ['hub.test'], '127.0.0.1')).leaf);
    const code = await lounge.pairingCode();
    const asked = { address: `https://127.0.0.1:${stranger.port}`, fingerprint: lounge.fingerprint, code };
    await expect(pairWithHub(asked)).rejects.toMatchObject({ name: 'WrongKey' });
    expect(Buffer.concat(stranger.heard).toString()).toBe('');
    await expect(pairWithHub({ ...asked, address: lounge.url() })).resolves.toMatchObject({ port: lounge.lanPort });
  });

  it('only with a good code, at an address that can be one', async () => {
    const { fingerprint } = lounge;
    const asked = { address: lounge.url(), fingerprint, code: '0000-0000' };
    await expect(pairWithHub(asked)).rejects.toMatchObject({ code: 'CODE_WRONG' });
    for (const address of ['192.168.1.10', `http://127.0.0.1:${lounge.port}`, `${lounge.url()}/kiosk`])
      await expect(pairWithHub({ ...asked, address }), address).rejects.toMatchObject({ code: 'BAD_ADDRESS' });
  });

  it.runIf(process.platform !== 'win32')('and nobody else on that machine can read its token', async () => {
    const path = join(newFolder('remote'), 'hub.json');
    writeFileSync(`${path}.new`, 'left by a power cut', { mode: 0o644 });
    new HubFile(path).write(await lounge.pairProgram());
    expect(statSync(path).mode & 0o777).toBe(0o600);
    writeFileSync(path, '{"token":');
    expect(() => new HubFile(path).read()).toThrow(/damaged; remove the file and pair this machine again/);
  });

  it('whatever the clocks say: the key counts, not a date or a name in a certificate', async () => {
    const key = newKey();
    const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
    const keys = {
      privateKey: key.toCryptoKey(algorithm, true, ['sign']),
      publicKey: createPublicKey(key).toCryptoKey(algorithm, true, ['verify']),
    } as CryptoKeyPair;
    const old = { notBefore: new Date('2001-01-01'), notAfter: new Date('2002-01-01') };
    const expired = await X509CertificateGenerator.createSelfSigned({
      name: 'CN=somewhere.example',
      ...old,
      keys,
      signingAlgorithm: algorithm,
    });
    const { port } = await listenAsStranger(key, expired.toString('pem'));
    const fingerprint = fingerprintOf(createPublicKey(key));
    const { socket } = await connectPinned({ host: '127.0.0.1', port, fingerprint });
    socket.destroy();
  });
});

describe('its window, over the relay', () => {
  const open = (hub: KnownHub, options: RelayOptions = {}) => {
    const { client, served, closed, page } = openWindowPort();
    closing.push(() => page.close());
    return { client, closed, page, end: relay(served, hub, options) };
  };
  const connected = async (id: string) => {
    const all = await call(lounge.lounge.router.devices.list, undefined, {
      context: { caller: callerOf(supervisorActor) },
    });
    return all.find((device) => device.id === id)?.connected;
  };

  it('takes numbers and follows the queue like the hub’s own', async () => {
    const { client } = open(await lounge.pairProgram());
    const reader = await client.queue.watch();
    const waiting = async () => {
      const { value } = (await reader.next()) as IteratorYieldResult<QueueSnapshot>;
      return value.services.find((service) => service.id === 'surat-desa')?.waiting;
    };
    expect(await waiting()).toBe(0);
    expect((await client.queue.take(take())).number).toMatch(/^[A-Z]\d{3}$/);
    expect(await waiting()).toBe(1);
    await reader.return?.();
  });

  it('hears at once that the hub is gone, also in the middle of a stream, and comes back with the hub', async () => {
    const hub = await lounge.pairProgram();
    const { client, closed, end } = open(hub);
    const reader = await client.queue.watch();
    await reader.next();
    await lounge.switchLan(false);
    await closed;
    expect(await end).toBe('unreachable');
    const refused = open(hub);
    await refused.closed;
    expect(await refused.end).toBe('unreachable');
    await lounge.switchLan(true);
    const back = open(hub);
    expect((await back.client.queue.take(take())).number).toMatch(/^[A-Z]\d{3}$/);
  });

  it('finds the hub by its name when a router gave it another address, and the old one to somebody else', async () => {
    const hub = await lounge.pairProgram();
    lounge.address = '127.0.0.2';
    await lounge.lan.look();
    const key = newKey();
    const { leaf } = await issueChain(key, lounge.names, '127.0.0.1');
    const stranger = await listenAsStranger(key, leaf, lounge.lanPort);
    const moves: string[] = [];
    const { client } = open(hub, { moved: (address) => moves.push(address), lookup: namesAt('127.0.0.2') });
    expect((await client.queue.take(take())).number).toMatch(/^[A-Z]\d{3}$/);
    expect(moves).toEqual(['127.0.0.2']);
    expect(stranger.heard).toEqual([]);
  });

  it('is closed when the machine is turned away, and never opened again', async () => {
    const hub = await lounge.pairProgram();
    const { client, closed, end } = open(hub);
    await client.queue.take(take());
    expect(await connected(hub.device.id)).toBe(true);
    const begun = performance.now();
    await lounge.revoke(hub.device.id);
    await closed;
    await end;
    expect(performance.now() - begun).toBeLessThan(1_000);
    expect(await open(hub).end).toBe('turned_away');
  });

  it('is let go by the hub when its page goes', async () => {
    const hub = await lounge.pairProgram();
    const { client, page, end } = open(hub);
    await client.queue.take(take());
    page.close();
    expect(await end).toBe('page_gone');
    await expect.poll(() => connected(hub.device.id)).toBe(false);
  });

  it('is closed when the hub falls silent without a word, as when the Wi-Fi is lost', async () => {
    const hub = await lounge.pairProgram();
    const line = await layLine(lounge.lanPort, '127.0.0.3');
    const far = { ...hub, address: '127.0.0.8' };
    const { client, closed, end } = open(far, { pingMs: 50, lookup: namesAt('127.0.0.3') });
    await client.queue.take(take());
    line.cut();
    expect(await end).toBe('unreachable');
    await closed;
  });

  it('says nothing that is not a frame: such a port is closed', async () => {
    const { client, closed, page } = open(await lounge.pairProgram());
    await client.queue.take(take());
    page.postMessage({ p: 'not a string' });
    await closed;
  });
});

/** A cable to the hub, with an address of its own, that can be cut without either side being told. */
async function layLine(port: number, host: string) {
  const ends: Socket[] = [];
  const server = createTcpServer((near) => {
    const far = connect(port, '127.0.0.1');
    ends.push(near, far);
    near.on('error', () => undefined).on('data', (chunk) => far.write(chunk));
    far.on('error', () => undefined).on('data', (chunk) => near.write(chunk));
  });
  await new Promise<void>((resolve) => server.listen(port, host, resolve));
  closing.push(() => {
    for (const end of ends) end.destroy();
    server.close();
  });
  return {
    cut: () => {
      for (const end of ends) end.pause().removeAllListeners('data');
    },
  };
}
