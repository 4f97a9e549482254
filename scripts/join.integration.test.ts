import { spawn } from 'node:child_process';
import { createPrivateKey } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { createServer } from 'node:tls';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { issueChain } from '../main/transport/lan/certificates.ts';
import { HubFile } from '../main/transport/remote/known-hub.ts';
import { relay } from '../main/transport/remote/relay.ts';
import { newFolder, removeFolders } from '../tests/doubles/lounge/data-folder.ts';
import { freePort, LanLounge } from '../tests/doubles/lounge/lan-lounge.ts';
import { tuesdayMorning } from '../tests/doubles/lounge/start-lounge.ts';
import { openWindowPort } from '../tests/doubles/lounge/window.ts';

let lounge: LanLounge;
let data: string;
beforeEach(async () => {
  lounge = await LanLounge.openOnLan(tuesdayMorning);
  data = newFolder('joins');
});
afterEach(() => lounge.end());
afterAll(removeFolders);

/** `npm run join -- …`, without npm, typed by somebody who stands in a folder. */
async function joinTool(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'join.ts'), ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk) => (stdout += String(chunk)));
  child.stderr.on('data', (chunk) => (stderr += String(chunk)));
  const code = await new Promise<number | null>((done) => child.on('close', done));
  return { code, stdout, stderr };
}

const joins = (code: string, ...more: string[]) =>
  joinTool([lounge.url(), lounge.fingerprint, code, '--data', data, ...more]);

/** What the program would do with the folder: its window takes a number of the hub. @returns it, or why there is none */
async function takesNumber(): Promise<string> {
  const hub = new HubFile(join(data, 'hub.json')).read();
  if (hub === null) throw new Error('there is no pairing');
  const { client, served, page } = openWindowPort();
  const end = relay(served, hub);
  const asked = { serviceId: 'surat-desa', priority: null, requestKey: crypto.randomUUID() };
  const taken = client.queue.take(asked).then(({ number }) => number);
  taken.catch(() => undefined);
  return Promise.race([taken, end]).finally(() => page.close());
}

/** One line, nothing on standard output, and no pairing. */
function refused(said: Awaited<ReturnType<typeof joinTool>>, words: RegExp): void {
  expect(said).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/^anjungan: [^\n]+\n$/) });
  expect(said.stderr).toMatch(words);
  expect(existsSync(join(data, 'hub.json'))).toBe(false);
}

describe('another machine’s program', () => {
  it('is a kiosk of the hub after one command, and keeps its token to itself', async () => {
    const said = await joins(await lounge.pairingCode('kiosk', 'Anjungan 2'));
    expect(said).toMatchObject({ code: 0, stderr: '' });
    expect(said.stdout).toContain(`"Anjungan 2" (kiosk) of the hub at 127.0.0.1:${lounge.lanPort}.`);
    const file = readFileSync(join(data, 'hub.json'), 'utf8');
    expect(said.stdout).not.toContain((JSON.parse(file) as { token: string }).token);
    if (process.platform !== 'win32') expect(statSync(join(data, 'hub.json')).mode & 0o777).toBe(0o600);
    expect(await takesNumber()).toBe('C001');
  });

  it('takes code and fingerprint as a person copies them, and a folder as they name it', async () => {
    const code = (await lounge.pairingCode()).toLowerCase().replace('-', ' ');
    const fingerprint = lounge.fingerprint.replace(/.{4}(?=.)/g, '$& ');
    const env = { INIT_CWD: dirname(data) };
    const said = await joinTool([lounge.url(), fingerprint, code, `--data=${basename(data)}`], env);
    expect(said).toMatchObject({ code: 0, stderr: '' });
    expect(await takesNumber()).toBe('C001');
  });

  it.runIf(process.platform === 'linux')('joins by the folder of its own window unless told otherwise', async () => {
    const env = { XDG_CONFIG_HOME: data };
    const said = await joinTool([lounge.url(), lounge.fingerprint, await lounge.pairingCode()], env);
    expect(said).toMatchObject({ code: 0, stderr: '' });
    data = join(data, 'anjungan');
    expect(await takesNumber()).toBe('C001');
  });
});

describe('a machine that is paired', () => {
  it('is not paired with another hub by mistake, and the code stays good', async () => {
    await joins(await lounge.pairingCode('kiosk', 'Anjungan 2'));
    const before = readFileSync(join(data, 'hub.json'), 'utf8');
    const code = await lounge.pairingCode('counter', 'Loket 1');
    const said = await joins(code);
    expect(said).toMatchObject({ code: 1, stdout: '' });
    expect(said.stderr).toMatch(/"Anjungan 2" of the hub at 127\.0\.0\.1:\d+ already; --again/);
    expect(readFileSync(join(data, 'hub.json'), 'utf8')).toBe(before);
    expect((await joins(code, '--again')).stdout).toContain('"Loket 1" (counter)');
    expect(new HubFile(join(data, 'hub.json')).read()?.device.name).toBe('Loket 1');
  });

  it('comes back with --again after the supervisor has turned it away', async () => {
    await joins(await lounge.pairingCode());
    await lounge.revoke(new HubFile(join(data, 'hub.json')).read()?.device.id ?? '');
    expect(await takesNumber()).toBe('turned_away');
    expect(await joins(await lounge.pairingCode(), '--again')).toMatchObject({ code: 0, stderr: '' });
    expect(await takesNumber()).toBe('C001');
  });

  it('keeps its old pairing when the new one fails', async () => {
    await joins(await lounge.pairingCode());
    expect(await joins('0000-0000', '--again')).toMatchObject({ code: 1 });
    expect(await takesNumber()).toBe('C001');
  });

  it('gets a whole pairing in the place of a damaged one', async () => {
    writeFileSync(join(data, 'hub.json'), '{"token":');
    const code = await lounge.pairingCode();
    expect((await joins(code)).stderr).toMatch(/is damaged; --again/);
    expect(await joins(code, '--again')).toMatchObject({ code: 0 });
    expect(await takesNumber()).toBe('C001');
  });
});

describe('nothing is written, and one line says why,', () => {
  it('when the hub has another key: then the code was not said to it', async () => {
    const code = await lounge.pairingCode();
    // Begins as an option does, and ends as no fingerprint can.
    const other = `-${lounge.fingerprint.slice(1, -1)}_`;
    refused(await joinTool([lounge.url(), other, code, '--data', data]), /is NOT the hub.*nothing was said to it/);
    expect(await joins(code)).toMatchObject({ code: 0 });
  });

  it('when the code is wrong, was used, or is too old', async () => {
    const words = /wrong, was used, or is older than five minutes/;
    refused(await joins('0000-0000'), words);
    const used = await lounge.pairingCode();
    await joinTool([lounge.url(), lounge.fingerprint, used, '--data', newFolder('joins')]);
    refused(await joins(used), words);
    const old = await lounge.pairingCode();
    lounge.time.pass(5);
    refused(await joins(old), words);
  });

  it('when codes were tried too often', async () => {
    for (let tries = 0; tries < 10; tries += 1) {
      const body = { code: '0000-0000' };
      await lounge.ask('/api/pair', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    }
    refused(await joins(await lounge.pairingCode()), /wait a minute/);
  });

  it('when nobody is there, or somebody who is no hub', async () => {
    const code = await lounge.pairingCode();
    const at = (address: string) => joinTool([address, lounge.fingerprint, code, '--data', data]);
    refused(await at(`https://127.0.0.1:${await freePort()}`), /cannot be reached.*nothing was said to it/);
    refused(await at('https://hub.invalid:8443'), /cannot be reached/);
    refused(await at(`https://127.0.0.1:${lounge.port}`), /is no hub.*nothing was said to it/);
    expect(await joins(code)).toMatchObject({ code: 0 });
  });

  it('when the hub goes away in the middle: then the code may be used up', async () => {
    const key = createPrivateKey(readFileSync(join(lounge.folder, 'lan', 'hub.key')));
    const { leaf } = await issueChain(key, ['hub.test'], '127.0.0.1');
    const server = createServer({ key: key.export({ type: 'pkcs8', format: 'pem' }), cert: leaf }, (socket) =>
      socket.on('error', () => undefined).on('data', () => socket.destroy()),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const said = await joinTool([address, lounge.fingerprint, '7Q4K-M2XV', '--data', data]);
    server.close();
    refused(said, /broke off \([^)]+\)\. Try again; if the code is refused then/);
  });

  it('when the pairing cannot be written down: then it says what to take out', async () => {
    mkdirSync(join(data, 'hub.json'));
    const said = await joins(await lounge.pairingCode('kiosk', 'Anjungan 2'), '--again');
    expect(said).toMatchObject({ code: 1, stdout: '' });
    expect(said.stderr).toMatch(/^anjungan: [^\n]*Take "Anjungan 2" out again[^\n]*\n$/);
  });

  it('when the folder holds a lounge of its own, or cannot be a folder', async () => {
    const code = await lounge.pairingCode();
    writeFileSync(join(data, 'lounge.db'), '');
    refused(await joins(code), /holds a lounge of its own/);
    data = join(data, 'lounge.db', 'below');
    refused(await joins(code), /cannot be written to \(ENOTDIR\)/);
    data = newFolder('joins');
    expect(await joins(code)).toMatchObject({ code: 0 });
  });

  it.each([
    ['nothing', []],
    ['no code', ['https://127.0.0.1:8443', 'x'.repeat(43)]],
    ['half a fingerprint', ['https://127.0.0.1:8443', 'x'.repeat(42), '7Q4K-M2XV']],
    ['half a code', ['https://127.0.0.1:8443', 'x'.repeat(43), '7Q4K-M2X']],
    ['an address without a scheme', ['192.168.1.10', 'x'.repeat(43), '7Q4K-M2XV']],
    ['an unknown option', ['https://127.0.0.1:8443', 'x'.repeat(43), '7Q4K-M2XV', '--force']],
  ])('when it is told %s', async (_what, args) => {
    refused(await joinTool([...args, '--data', data]), /Usage: npm run|must look like https/);
  });
});
