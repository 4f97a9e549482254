import { once } from 'node:events';
import { utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { call } from '@orpc/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removeFolders } from '../../../tests/doubles/lounge/data-folder.ts';
import { callerOf, supervisorActor } from '../../../tests/doubles/lounge/in-process.ts';
import { LanLounge } from '../../../tests/doubles/lounge/lan-lounge.ts';
import { tuesdayMorning } from '../../../tests/doubles/lounge/start-lounge.ts';
import { mp4, png } from '../../../tests/doubles/media/files.ts';
import { Authority } from '../lan/authority.ts';
import { fetchHubMedia } from './hub-media.ts';
import type { KnownHub } from './known-hub.ts';

/** A display of its own machine: its page asks this machine, and this machine the hub. */
let lounge: LanLounge;
let hub: KnownHub;
const picture = png(40, 30);
const video = mp4(300_000);

beforeAll(async () => {
  lounge = await LanLounge.openOnLan(tuesdayMorning);
  hub = await lounge.pairProgram('display', 'Layar ruang tunggu');
  const put = (name: string, content: Buffer) => {
    const path = join(lounge.folder, 'media', name);
    writeFileSync(path, content);
    utimesSync(path, new Date(), new Date(Date.now() - 60_000));
  };
  put('jadwal.png', picture);
  put('profil desa.mp4', video);
  // Whoever asks for the list has the hub look at the folder.
  await call(lounge.lounge.router.media.list, undefined, { context: { caller: callerOf(supervisorActor) } });
});
afterAll(async () => {
  await lounge.end();
  removeFolders();
});

const ask = (path: string, init: RequestInit = {}, to: KnownHub = hub) =>
  fetchHubMedia(to, new Request(`app://anjungan${path}`, init));
const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer());

describe('the page of a paired display', () => {
  it('gets a picture of the hub under its own CSP, and asks again only whether it is the same', async () => {
    const answer = await ask('/media/jadwal.png?v=1');
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await bytesOf(answer)).toEqual(picture);
    const etag = answer.headers.get('etag') ?? '';
    const again = await ask('/media/jadwal.png?v=1', { headers: { 'if-none-match': etag } });
    expect([again.status, again.body]).toEqual([304, null]);
    expect((await ask('/media/jadwal.png', { method: 'HEAD' })).body).toBeNull();
  });

  it('gets the part of a video that it asks for', async () => {
    const answer = await ask('/media/profil%20desa.mp4', { headers: { range: 'bytes=299990-' } });
    expect(answer.status).toBe(206);
    expect(answer.headers.get('content-range')).toBe('bytes 299990-299999/300000');
    expect(await bytesOf(answer)).toEqual(video.subarray(-10));
    expect((await ask('/media/profil%20desa.mp4', { headers: { range: 'bytes=400000-' } })).status).toBe(416);
  });

  it('gets nothing else, and nothing of what was said between this machine and the hub', async () => {
    for (const path of ['/media/none.png', '/media/..%2flounge.key']) expect((await ask(path)).status).toBe(404);
    const answer = await ask('/media/jadwal.png');
    expect([...answer.headers.keys()].filter((name) => /cookie|authorization/.test(name))).toEqual([]);
    await answer.body?.cancel();
  });

  it('gets nothing when the hub is away, is another machine, or has turned this one away', async () => {
    expect((await ask('/media/jadwal.png', {}, { ...hub, port: 1 })).status).toBe(502);
    const authority = new Authority(join(lounge.folder, 'other'));
    const { key, byAddress } = await authority.credentials(['localhost'], '127.0.0.1');
    const heard: string[] = [];
    const stranger = createServer({ key, cert: byAddress.leaf }, ({ headers }) => {
      heard.push(String(headers.authorization));
    });
    await once(stranger.listen(0, '127.0.0.1'), 'listening');
    const { port } = stranger.address() as AddressInfo;
    expect((await ask('/media/jadwal.png', {}, { ...hub, names: [], port })).status).toBe(502);
    expect(heard).toEqual([]);
    stranger.close();
    await lounge.revoke(hub.device.id);
    expect((await ask('/media/jadwal.png')).status).toBe(502);
  });
});
