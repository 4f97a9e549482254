import { call } from '@orpc/server';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { newFolder, removeFolders } from '../tests/doubles/lounge/data-folder.ts';
import { callerOf, clerkActor, silentLog, supervisorActor } from '../tests/doubles/lounge/in-process.ts';
import { cable, freePort } from '../tests/doubles/lounge/lan-lounge.ts';
import { tuesdayMorning } from '../tests/doubles/lounge/start-lounge.ts';
import { type Hub, openHub } from './hub.ts';
import { programFiles } from './program-files.ts';
import { FileKey } from './store/key.ts';
import { pairWithHub } from './transport/remote/pair.ts';

let hub: Hub;
let interfaces = [{ name: cable, address: '127.0.0.1' }];
async function start(data: string): Promise<void> {
  hub = await openHub({
    options: { port: 0, data, printer: undefined, paper: undefined, now: Date.parse(tuesdayMorning) },
    files: programFiles(import.meta.dirname),
    key: new FileKey(data),
    log: silentLog,
    network: { interfaces: () => interfaces, names: () => ['hub.test'] },
  });
}
afterEach(() => hub.close());
afterAll(removeFolders);

const by = (actor: typeof supervisorActor) => ({ context: { caller: callerOf(actor) } });
const lan = () => hub.lounge.router.lan;
const open = async (port: number) =>
  call(lan().set, { enabled: true, interface: cable, port, requestKey: crypto.randomUUID() }, by(supervisorActor));
const beginPairing = () =>
  call(
    hub.lounge.router.devices.beginPairing,
    { kind: 'display', name: 'TV depan', requestKey: crypto.randomUUID() },
    by(supervisorActor),
  );

describe('a hub', () => {
  it('is opened to its network by a supervisor, live, and by nobody else', async () => {
    await start(newFolder());
    expect(await call(lan().interfaces, undefined, by(supervisorActor))).toEqual(interfaces);
    expect(await call(lan().get, undefined, by(supervisorActor))).toMatchObject({ enabled: false, running: false });
    expect(await beginPairing()).toMatchObject({
      addresses: [`http://127.0.0.1:${hub.port}`],
      fingerprint: null,
    });
    await expect(call(lan().get, undefined, by(clerkActor))).rejects.toMatchObject({ code: 'FORBIDDEN' });

    const port = await freePort();
    const state = await open(port);
    expect(state).toMatchObject({ enabled: true, running: true, problem: null });
    const { code, addresses, fingerprint } = await beginPairing();
    expect(addresses).toEqual([`https://127.0.0.1:${port}`, `https://hub.test:${port}`]);
    expect(fingerprint).toBe(state.fingerprint);
    const asked = { address: addresses[0] as string, fingerprint: fingerprint as string, code };
    expect((await pairWithHub(asked)).device).toMatchObject({ kind: 'display', name: 'TV depan' });
  });

  it('is open again after a restart, with the same key, and starts without its network', async () => {
    const data = newFolder();
    await start(data);
    const { fingerprint } = await open(await freePort());
    await hub.close();
    await start(data);
    expect(await call(lan().get, undefined, by(supervisorActor))).toMatchObject({ running: true, fingerprint });
    await hub.close();
    interfaces = [];
    await start(data);
    expect(await call(lan().get, undefined, by(supervisorActor))).toMatchObject({
      enabled: true,
      running: false,
      problem: 'no_address',
    });
  });
});
