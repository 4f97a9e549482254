import { spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, get } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createSecureContext, type SecureContext } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newFolder, removeFolders } from '../../../tests/doubles/lounge/data-folder.ts';
import { Authority, type Credentials } from './authority.ts';

const names = ['loket-desa', 'loket-desa.local', 'localhost'];
const address = '127.0.0.1';

let data: string;
let authority: Authority;
let credentials: Credentials;
beforeAll(async () => {
  data = newFolder('authority');
  authority = new Authority(join(data, 'lan'));
  credentials = await authority.credentials(names, address);
});
afterAll(removeFolders);

/** Asks OpenSSL, which shares no code with what made the certificates. */
function openssl(args: string[], input?: string): { ok: boolean; said: string } {
  const { status, stdout, stderr, error } = spawnSync('openssl', args, { input, encoding: 'utf8' });
  if (error) throw error;
  return { ok: status === 0, said: stdout + stderr };
}

function verify(ca: string, leaf: string, ...args: string[]) {
  const folder = newFolder('verify');
  writeFileSync(join(folder, 'ca.crt'), ca);
  writeFileSync(join(folder, 'leaf.crt'), leaf);
  const strict = ['verify', '-x509_strict', '-purpose', 'sslserver', '-CAfile', join(folder, 'ca.crt')];
  return openssl([...strict, ...args, join(folder, 'leaf.crt')]);
}

/** A certificate that somebody made with the authority's key, had they found it: signed by a copy of the authority. */
function forgedFor(subject: string, constraintsOf: string): { ca: string; leaf: string } {
  const folder = newFolder('forged');
  const constraints = /Name Constraints: critical\n([\s\S]*?)\n {12}X509v3/.exec(
    openssl(['x509', '-noout', '-text'], constraintsOf).said,
  )?.[1];
  const rules = [...(constraints ?? '').matchAll(/(Permitted|Excluded):|(DNS|IP):(\S+)/g)];
  let side = '';
  const written: string[] = [];
  for (const [, heading, kind, value = ''] of rules) {
    if (heading) side = heading.toLowerCase();
    // OpenSSL prints IPv6 masks in a form that it does not read.
    else if (!value.includes(':')) written.push(`${side};${kind}.${written.length}=${value}`);
  }
  expect(written.length).toBeGreaterThan(2);
  const config = join(folder, 'ca.cnf');
  writeFileSync(
    config,
    `[req]\ndistinguished_name=dn\nx509_extensions=ca\nprompt=no\n[dn]\nCN=copy\n[ca]\nbasicConstraints=critical,CA:true,pathlen:0\nkeyUsage=critical,keyCertSign\nsubjectKeyIdentifier=hash\nnameConstraints=critical,@nc\n[nc]\n${written.join('\n')}\n[leaf]\nbasicConstraints=critical,CA:false\nsubjectAltName=${subject}\nsubjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\n`,
  );
  const at = (name: string) => join(folder, name);
  const ec = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  openssl(['req', '-x509', ...ec, '-config', config, '-keyout', at('ca.key'), '-out', at('ca.crt')]);
  openssl(['req', ...ec, '-subj', '/CN=x', '-keyout', at('leaf.key'), '-out', at('leaf.csr')]);
  const made = openssl(
    ['x509', '-req', '-in', at('leaf.csr'), '-CA', at('ca.crt'), '-CAkey', at('ca.key'), '-CAcreateserial'].concat([
      ...['-extfile', config, '-extensions', 'leaf', '-out', at('leaf.crt')],
    ]),
  );
  expect(made.ok, made.said).toBe(true);
  return { ca: readFileSync(at('ca.crt'), 'utf8'), leaf: readFileSync(at('leaf.crt'), 'utf8') };
}

// Debian's OpenSSL is asked; the same certificates are made everywhere.
describe.runIf(process.platform === 'linux')('the certificates of a hub', () => {
  it('are good for its names and its address, by OpenSSL’s strict reading', () => {
    const { byName, byAddress } = credentials;
    for (const name of names) {
      expect(verify(byName.ca, byName.leaf, '-verify_hostname', name)).toMatchObject({ ok: true });
      expect(verify(byAddress.ca, byAddress.leaf, '-verify_hostname', name)).toMatchObject({ ok: true });
    }
    expect(verify(byAddress.ca, byAddress.leaf, '-verify_ip', address)).toMatchObject({ ok: true });
    expect(verify(byName.ca, byName.leaf, '-verify_ip', address)).toMatchObject({ ok: false });
    expect(verify(byName.ca, byName.leaf, '-verify_hostname', 'bank.example')).toMatchObject({ ok: false });
  });

  it('are good on a machine whose clock says 2021, or 2045', () => {
    for (const moment of ['2021-03-01T00:00:00Z', '2045-03-01T00:00:00Z'])
      expect(
        verify(credentials.byAddress.ca, credentials.byAddress.leaf, '-attime', String(Date.parse(moment) / 1000)),
      ).toMatchObject({ ok: true });
  });

  it.each([
    ['DNS:bank.example', 'permitted subtree violation'],
    ['DNS:loket-desa.example', 'permitted subtree violation'],
    ['IP:10.1.2.3', 'permitted subtree violation'],
    ['IP:2001:db8::1', 'permitted subtree violation'],
  ])('come from an authority that is not believed for %s', (subject, why) => {
    const forged = forgedFor(subject, credentials.byAddress.ca);
    expect(verify(forged.ca, forged.leaf)).toMatchObject({ ok: false, said: expect.stringContaining(why) });
  });

  it('come from an authority for names that is believed for no address at all', () => {
    const forged = forgedFor(`IP:${address}`, credentials.byName.ca);
    expect(verify(forged.ca, forged.leaf)).toMatchObject({
      ok: false,
      said: expect.stringContaining('excluded subtree violation'),
    });
    const honest = forgedFor('DNS:loket-desa.local', credentials.byName.ca);
    expect(verify(honest.ca, honest.leaf)).toMatchObject({ ok: true });
  });

  it('come from an authority that may sign leaves only, and whose key is nowhere', () => {
    const text = openssl(['x509', '-noout', '-text'], credentials.byName.ca).said;
    expect(text).toMatch(/Basic Constraints: critical\s+CA:TRUE, pathlen:0/);
    expect(text).toMatch(/Key Usage: critical\s+Certificate Sign\n/);
    const wholeIpv6 = '0:0:0:0:0:0:0:0/0:0:0:0:0:0:0:0';
    const names = 'DNS:loket-desa\n *DNS:loket-desa.local\n *DNS:localhost\n';
    const none = ` *Excluded:\n *IP:${wholeIpv6}\n *IP:0.0.0.0/0.0.0.0\n`;
    expect(text).toMatch(new RegExp(`Name Constraints: critical\n *Permitted:\n *${names}${none}`));
    const byAddress = openssl(['x509', '-noout', '-text'], credentials.byAddress.ca).said;
    const one = ` *IP:${address}/255.255.255.255\n *Excluded:\n *IP:${wholeIpv6}\n`;
    expect(byAddress).toMatch(new RegExp(`Name Constraints: critical\n *Permitted:\n *${names}${one}`));
    const folder = join(data, 'lan');
    expect(readdirSync(folder).toSorted()).toEqual(['address.crt', 'hub.key', 'names.crt']);
    for (const file of readdirSync(folder)) {
      expect(statSync(join(folder, file)).mode & 0o077, file).toBe(0);
      for (const [key] of readFileSync(join(folder, file), 'utf8').matchAll(/-----BEGIN[ A-Z]*PRIVATE KEY[\s\S]*/g))
        for (const { ca } of [credentials.byName, credentials.byAddress])
          expect(openssl(['pkey', '-pubout'], key).said).not.toBe(openssl(['x509', '-noout', '-pubkey'], ca).said);
    }
  });

  it('open a real connection by name and by address, to whoever trusts the authorities and nothing else', async () => {
    const { key, byName, byAddress } = credentials;
    const contextByName = createSecureContext({ key, cert: byName.leaf });
    const server = createServer(
      {
        key,
        cert: byAddress.leaf,
        SNICallback: (_name, done: (error: Error | null, context?: SecureContext) => void) => done(null, contextByName),
      },
      (_request, response) => response.end('welcome'),
    );
    await new Promise<void>((resolve) => server.listen(0, address, resolve));
    const { port } = server.address() as AddressInfo;
    const visit = (host: string, ca: string) =>
      new Promise<string>((resolve) => {
        get({ host, port, ca, family: 4, agent: false }, (response) => {
          response.on('data', (chunk: Buffer) => resolve(chunk.toString()));
        }).on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
      });
    expect(await visit('localhost', byName.ca)).toBe('welcome');
    expect(await visit(address, byAddress.ca)).toBe('welcome');
    expect(await visit(address, byName.ca)).toBe('UNABLE_TO_VERIFY_LEAF_SIGNATURE');
    server.close();
  });
});

describe.runIf(process.platform === 'linux')('when the hub’s address changes', () => {
  const key = (pem: string) => new X509Certificate(pem).publicKey.export({ type: 'spki', format: 'pem' });

  it('the key and what vouches for its names stay; only what vouches for the address is made anew', async () => {
    const moved = await new Authority(join(data, 'lan')).credentials(names, '10.20.30.40');
    expect(moved.byName).toEqual(credentials.byName);
    expect(moved.byAddress.ca).not.toBe(credentials.byAddress.ca);
    expect(key(moved.byAddress.leaf)).toBe(key(credentials.byAddress.leaf));
    expect(verify(moved.byAddress.ca, moved.byAddress.leaf, '-verify_ip', '10.20.30.40')).toMatchObject({ ok: true });
    expect(verify(moved.byAddress.ca, moved.byAddress.leaf, '-verify_ip', address)).toMatchObject({ ok: false });
    credentials = await authority.credentials(names, address);
  });

  it('another start finds the same certificates and the same fingerprint', async () => {
    const again = new Authority(join(data, 'lan'));
    expect(await again.credentials(names, address)).toEqual(credentials);
    expect(again.fingerprint).toBe(authority.fingerprint);
    expect(again.fingerprint).toMatch(/^[\w-]{43}$/);
    const spki = openssl(
      ['pkey', '-pubin', '-outform', 'DER', '-out', join(data, 'spki')],
      String(key(credentials.byAddress.leaf)),
    );
    expect(spki.ok, spki.said).toBe(true);
    const digest = openssl(['dgst', '-sha256', '-r', join(data, 'spki')]).said.split(' ')[0] ?? '';
    expect(Buffer.from(digest, 'hex').toString('base64url')).toBe(again.fingerprint);
  });
});

describe.runIf(process.platform === 'linux')('a damaged folder', () => {
  it('gets new certificates where one is cut off, with the same key', async () => {
    const folder = join(newFolder('damaged'), 'lan');
    const whole = await new Authority(folder).credentials(names, address);
    writeFileSync(join(folder, 'names.crt'), whole.byName.leaf.slice(0, 100));
    const mended = await new Authority(folder).credentials(names, address);
    expect(mended.key).toBe(whole.key);
    expect(verify(mended.byName.ca, mended.byName.leaf)).toMatchObject({ ok: true });
    expect(mended.byAddress).toEqual(whole.byAddress);
  });

  it('never gets a new key in place of a lost one', async () => {
    const folder = join(newFolder('damaged'), 'lan');
    await new Authority(folder).credentials(names, address);
    writeFileSync(join(folder, 'hub.key'), 'rubbish');
    expect(() => new Authority(folder)).toThrow(/hub\.key is damaged; restore it/);
    rmSync(join(folder, 'hub.key'));
    expect(() => new Authority(folder)).toThrow(/hub\.key is missing; restore it/);
  });
});
