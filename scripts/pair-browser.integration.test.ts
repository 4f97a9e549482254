import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fingerprintOf } from '../main/transport/fingerprint.ts';
import { issueChain } from '../main/transport/lan/certificates.ts';
import { newFolder, removeFolders } from '../tests/doubles/lounge/data-folder.ts';
import { LanLounge } from '../tests/doubles/lounge/lan-lounge.ts';
import { tuesdayMorning } from '../tests/doubles/lounge/start-lounge.ts';
import { findChromium } from './chromium.mjs';

let lounge: LanLounge;
beforeAll(async () => {
  lounge = await LanLounge.openOnLan(tuesdayMorning);
});
afterAll(async () => {
  await lounge.end();
  removeFolders();
});

/** The person at the counter's computer types the command. */
function pairBrowser(home: string, ...args: string[]): Promise<{ code: number | null; said: string }> {
  return pairBrowserWith({ HOME: home }, ...args);
}

async function pairBrowserWith(env: NodeJS.ProcessEnv, ...args: string[]) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'pair-browser.mjs'), ...args], {
    env: { ...process.env, XDG_DATA_HOME: '', ...env },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise<{ code: number | null; said: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, said })),
  );
}

const stored = (home: string) => existsSync(join(home, '.pki', 'nssdb', 'cert9.db'));

describe.runIf(process.platform === 'linux')(
  'a browser whose machine was given authorities',
  { timeout: 120_000 },
  () => {
    let browser: BrowserContext | undefined;
    afterEach(() => browser?.close());

    const start = async (home: string, hub = '127.0.0.1') => {
      browser = await chromium.launchPersistentContext(newFolder('profile'), {
        executablePath: findChromium() as string,
        env: { ...(process.env as Record<string, string>), HOME: home, XDG_DATA_HOME: '' },
        args: ['--no-sandbox', '--disable-gpu', `--host-resolver-rules=MAP *.test ${hub}`],
      });
      return browser.pages()[0] ?? browser.newPage();
    };

    it('believes the hub by every name and by its address, and nobody else', async () => {
      const home = newFolder('home');
      const paired = await pairBrowser(home, lounge.url(), lounge.fingerprint);
      expect(paired).toMatchObject({ code: 0, said: expect.stringMatching(/^Installed Anjungan localhost .*\n$/) });
      const page = await start(home);
      for (const host of ['127.0.0.1', 'localhost', 'hub.test']) {
        const shown = await page.goto(`${lounge.url(host)}/kiosk`);
        expect(shown?.status(), host).toBe(200);
        expect(await page.evaluate(() => isSecureContext)).toBe(true);
      }
      await expect(page.goto(`${lounge.url('other.test')}/kiosk`)).rejects.toThrow('ERR_CERT_COMMON_NAME_INVALID');
    });

    it('goes on by name after the hub has another address; by the new address once it was paired again', async () => {
      const home = newFolder('home');
      await pairBrowser(home, lounge.url(), lounge.fingerprint);
      lounge.address = '127.0.0.2';
      await lounge.lan.look();
      const page = await start(home, '127.0.0.2');
      expect((await page.goto(`${lounge.url('hub.test')}/kiosk`))?.status()).toBe(200);
      await expect(page.goto(`${lounge.url()}/kiosk`)).rejects.toThrow('ERR_CERT_AUTHORITY_INVALID');
      await browser?.close();
      expect(await pairBrowser(home, lounge.url(), lounge.fingerprint)).toMatchObject({ code: 0 });
      const again = await start(home);
      expect((await again.goto(`${lounge.url()}/kiosk`))?.status()).toBe(200);
      lounge.address = '127.0.0.1';
      await lounge.lan.look();
    });

    it('believes nothing without it', async () => {
      const page = await start(newFolder('home'));
      await expect(page.goto(`${lounge.url('hub.test')}/kiosk`)).rejects.toThrow('ERR_CERT_AUTHORITY_INVALID');
    });
  },
);

describe('the command installs nothing', () => {
  let other: Server;
  let fingerprint: string;
  let authorities: string;

  beforeAll(async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    fingerprint = fingerprintOf(publicKey);
    const { ca, leaf } = await issueChain(privateKey, ['stranger'], '127.0.0.1');
    const key = privateKey.export({ type: 'pkcs8', format: 'pem' });
    authorities = ca;
    other = createServer({ key, cert: leaf }, (_request, response) => response.end(authorities));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => other.close());
  const otherUrl = () => `https://127.0.0.1:${(other.address() as AddressInfo).port}`;

  it.each([
    ['when another machine answers', () => [otherUrl(), lounge.fingerprint], /is NOT the hub of that fingerprint/],
    ['when nobody answers', () => ['https://127.0.0.1:1', lounge.fingerprint], /cannot be reached/],
    ['without TLS', () => [`http://127.0.0.1:${lounge.port}`, lounge.fingerprint], /is not an address such as/],
    ['for half a fingerprint', () => [lounge.url(), lounge.fingerprint.slice(0, 20)], /43 signs/],
    ['without a fingerprint', () => [lounge.url()], /^Usage:/],
  ])('%s', async (_when, args, said) => {
    const home = newFolder('home');
    expect(await pairBrowser(home, ...args())).toEqual({ code: 1, said: expect.stringMatching(said) });
    expect(stored(home)).toBe(false);
  });

  it('that could vouch for the whole world, whoever sends it', async () => {
    const home = newFolder('home');
    authorities = worldAuthority;
    expect(await pairBrowser(home, otherUrl(), fingerprint)).toEqual({
      code: 1,
      said: expect.stringMatching(/not bound to its own names; nothing was installed\.\n$/),
    });
    expect(stored(home)).toBe(false);
  });

  it('that did not sign the certificate it came with', async () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    authorities = (await issueChain(privateKey, ['stranger'], '127.0.0.1')).ca;
    const home = newFolder('home');
    expect(await pairBrowser(home, otherUrl(), fingerprint)).toEqual({
      code: 1,
      said: expect.stringMatching(/no authority that signed its own certificate/),
    });
    expect(stored(home)).toBe(false);
  });

  it('when the program that does it is missing, and says how to get it', async () => {
    const home = newFolder('home');
    const answer = await pairBrowserWith({ HOME: home, PATH: home }, lounge.url(), lounge.fingerprint);
    if (process.platform === 'linux')
      expect(answer).toEqual({
        code: 1,
        said: 'certutil is missing; install it first: sudo apt install libnss3-tools\n',
      });
    expect(stored(home)).toBe(false);
  });
});

/** A certificate authority of the ordinary kind, without constraints; its key was thrown away. */
const worldAuthority = `-----BEGIN CERTIFICATE-----
MIIBgjCCASmgAwIBAgIUQXRQkx3SxAqU1mbElTDCcgqip7swCgYIKoZIzj0EAwIw
FjEUMBIGA1UEAwwLV2hvbGUgd29ybGQwIBcNMjYxMTI0MDc0OTI1WhgPMjA1NDA0
MTEwNzQ5MjVaMBYxFDASBgNVBAMMC1dob2xlIHdvcmxkMFkwEwYHKoZIzj0CAQYI
KoZIzj0DAQcDQgAEWUXLJwCKH143QKc39DBkLfYiHQXSAxsrewE677ah7N70t7g1
js9lvJVn3VhNeCyPtkKZPoVE3CX+RIR1061F+6NTMFEwHQYDVR0OBBYEFHqucVYT
jYx8imWNPcItPvsWsrctMB8GA1UdIwQYMBaAFHqucVYTjYx8imWNPcItPvsWsrct
MA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDRwAwRAIgeotLAhUL1LAfIjY0
SwP2r0TSCIFlVudYo9FAiisTg4MCIHpUHguJM4SmITZ3MIrWs2UtUoYVCJMN/jJJ
WNFh/2ta
-----END CERTIFICATE-----
`;
