/**
 * npm run pair:browser -- https://ADDRESS:8443 FINGERPRINT
 *
 * Makes the browser of this machine believe the hub's pages: fetches the hub's authorities, but only from whoever holds
 * the key whose fingerprint a person read from the supervisor's screen, and adds them to what the browser trusts. Each
 * of them can vouch for that one hub and nothing else; one that could vouch for more is refused.
 * It needs nothing but Node, so that this one file can be carried to a machine without the program.
 */
import { spawnSync } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { isIP } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { pathToFileURL } from 'node:url';

const usage = 'npm run pair:browser -- https://ADDRESS:8443 FINGERPRINT';
const patience = 10_000;

/** Said in one line; nothing was installed. */
export class Refusal extends Error {}

/**
 * @param {string[]} args
 * @returns {{ host: string, port: number, fingerprint: string }}
 * @throws {Refusal}
 */
export function readArguments(args) {
  const [address = '', fingerprint = ''] = args;
  if (args.length !== 2) throw new Refusal(`Usage: ${usage}`);
  if (!URL.canParse(address) || new URL(address).protocol !== 'https:')
    throw new Refusal(`${address} is not an address such as https://192.168.1.10:8443. Usage: ${usage}`);
  if (!/^[\w-]{43}$/.test(fingerprint))
    throw new Refusal("The fingerprint is the 43 signs under the address on the supervisor's screen.");
  const url = new URL(address);
  return { host: url.hostname, port: Number(url.port || 443), fingerprint };
}

/**
 * The authorities of the hub that has this key.
 * @param {{ host: string, port: number, fingerprint: string }} hub
 * @returns {Promise<X509Certificate[]>}
 * @throws {Refusal}
 */
export async function fetchAuthorities(hub) {
  const { socket, leaf } = await connectPinned(hub);
  try {
    const found = readAuthorities(await get(socket, hub, '/ca.crt'));
    if (!found.some((ca) => leaf.checkIssued(ca) && leaf.verify(ca.publicKey)))
      throw new Refusal(`${hub.host} sent no authority that signed its own certificate; nothing was installed.`);
    return found;
  } finally {
    socket.destroy();
  }
}

/**
 * @param {{ host: string, port: number, fingerprint: string }} hub
 * @returns {Promise<{ socket: import('node:tls').TLSSocket, leaf: X509Certificate }>} proved to be the holder of the key;
 *   nothing was said to it
 */
function connectPinned({ host, port, fingerprint }) {
  return new Promise((resolve, reject) => {
    // Nobody vouches for the hub yet: its key is compared below, and the handshake proves that it holds that key.
    const socket = connect({ host, port, servername: isIP(host) ? '' : host, rejectUnauthorized: false });
    const refuse = (/** @type {string} */ why) => {
      socket.destroy();
      reject(new Refusal(why));
    };
    socket.setTimeout(patience, () => refuse(`${host}:${port} does not answer; nothing was installed.`));
    socket.once('error', (error) =>
      refuse(`${host}:${port} cannot be reached (${error.message}); nothing was installed.`),
    );
    socket.once('secureConnect', () => {
      // Node gives it once: the second time it is undefined.
      const leaf = socket.getPeerX509Certificate();
      const spki = leaf?.publicKey.export({ type: 'spki', format: 'der' });
      const found = spki && createHash('sha256').update(spki).digest('base64url');
      if (leaf && found === fingerprint) resolve({ socket, leaf });
      else refuse(`${host}:${port} is NOT the hub of that fingerprint (it shows ${found}); nothing was installed.`);
    });
  });
}

/**
 * @param {import('node:tls').TLSSocket} socket
 * @param {{ host: string, port: number }} hub
 * @param {string} path
 * @returns {Promise<string>}
 */
function get(socket, { host, port }, path) {
  return new Promise((resolve, reject) => {
    const fail = (/** @type {Error} */ error) =>
      reject(new Refusal(`${host}:${port} broke off (${error.message}); nothing was installed.`));
    const asking = request({ host, port, path, createConnection: () => socket }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk) => {
        text += chunk;
        if (text.length > 64 * 1024) socket.destroy(new Error('it sends too much'));
      });
      response.on('error', fail);
      response.on('end', () => {
        if (response.statusCode === 200) resolve(text);
        else reject(new Refusal(`${host}:${port} answered ${response.statusCode}; nothing was installed.`));
      });
    });
    asking.on('error', fail);
    asking.end();
  });
}

/** `nameConstraints`, critical, as it stands in every certificate that has it. */
const namesAreConstrained = Buffer.from('0603551d1e0101ff', 'hex');

/**
 * @param {string} text PEM
 * @returns {X509Certificate[]}
 * @throws {Refusal} when one of them could vouch for other places than a hub
 */
function readAuthorities(text) {
  const pems = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  const found = pems.map((pem) => new X509Certificate(pem));
  for (const ca of found) {
    if (!ca.ca || !ca.verify(ca.publicKey) || !ca.raw.includes(namesAreConstrained))
      throw new Refusal('The hub sent an authority that is not bound to its own names; nothing was installed.');
  }
  return found;
}

/** @param {X509Certificate} ca */
const nameOf = (ca) => /CN=([^\n]+)/.exec(ca.subject)?.[1] ?? ca.fingerprint256;

/**
 * Chromium, Chrome and Edge on Linux read one certificate store of the user; the snap has its own.
 * @param {string} home
 * @returns {string[]} folders
 */
function nssFolders(home) {
  const others = [
    join(process.env.XDG_DATA_HOME || join(home, '.local', 'share'), 'pki', 'nssdb'),
    join(home, 'snap', 'chromium', 'current', '.pki', 'nssdb'),
  ];
  return [join(home, '.pki', 'nssdb'), ...others.filter((folder) => existsSync(folder))];
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {string} missing what to say when there is no such program
 */
function must(program, args, missing) {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8' });
  if (error && 'code' in error && error.code === 'ENOENT') throw new Refusal(missing);
  if (status !== 0) throw new Refusal(`${program} failed: ${(stderr || stdout || String(error)).trim()}`);
}

/**
 * @param {X509Certificate[]} authorities
 * @returns {string} where they are now
 * @throws {Refusal}
 */
export function install(authorities) {
  const folder = mkdtempSync(join(tmpdir(), 'anjungan-ca-'));
  try {
    const files = authorities.map((ca, index) => {
      const file = join(folder, `${index}.crt`);
      writeFileSync(file, ca.toString());
      return { file, name: nameOf(ca) };
    });
    if (process.platform === 'win32') {
      for (const { file } of files)
        must('certutil.exe', ['-user', '-addstore', 'Root', file], 'certutil.exe is missing from this Windows.');
      return 'the trusted root certificates of this Windows user';
    }
    if (process.platform !== 'linux')
      throw new Refusal(
        'Only Linux and Windows are supported; on another system use the program instead of a browser.',
      );
    const missing = 'certutil is missing; install it first: sudo apt install libnss3-tools';
    const stores = nssFolders(homedir());
    for (const store of stores) {
      if (!existsSync(join(store, 'cert9.db'))) {
        mkdirSync(store, { recursive: true, mode: 0o700 });
        must('certutil', ['-d', `sql:${store}`, '-N', '--empty-password'], missing);
      }
      for (const { file, name } of files)
        must('certutil', ['-d', `sql:${store}`, '-A', '-n', name, '-t', 'C,,', '-i', file], missing);
    }
    return stores.join(' and ');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string[]} args */
async function main(args) {
  const hub = readArguments(args);
  const authorities = await fetchAuthorities(hub);
  const where = install(authorities);
  console.log(
    `Installed ${authorities.map(nameOf).join(' and ')} in ${where}. Restart the browser and open https://${hub.host}:${hub.port}/`,
  );
}

const started = process.argv[1];
if (started !== undefined && import.meta.url === pathToFileURL(realpathSync(started)).href) {
  main(process.argv.slice(2)).catch((error) => {
    console.error(error instanceof Refusal ? error.message : error);
    process.exitCode = 1;
  });
}
