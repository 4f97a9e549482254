/**
 * `npm run --silent join -- https://ADDRESS:8443 FINGERPRINT CODE [--data DIR] [--again]`: makes the window program of
 * this machine a kiosk, a counter or a display of a hub elsewhere. The supervisor's screen shows all three (Perangkat →
 * Pasangkan perangkat). What the hub gives is kept in `hub.json` of the data folder, which the program reads at its start.
 */
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultDataFolder } from '../main/default-data-folder.ts';
import { HubFile, hubFilePath, type KnownHub } from '../main/transport/remote/known-hub.ts';
import { PairingRefused, pairWithHub } from '../main/transport/remote/pair.ts';
import { WrongKey } from '../main/transport/remote/pinned.ts';

const usage = 'npm run --silent join -- https://ADDRESS:8443 FINGERPRINT CODE [--data DIR] [--again]';

/** One line for the person who asked. */
class CannotJoin extends Error {}

interface Asked {
  readonly address: string;
  readonly fingerprint: string;
  readonly code: string;
  /** Absolute. */
  readonly data: string;
  /** In the place of an older pairing. */
  readonly again: boolean;
}

/** @throws CannotJoin before anything was sent, also where it only looks like a slip: each wrong code counts */
function readArguments(args: readonly string[]): Asked {
  // Taken out first, since it may begin like an option.
  const bare = args.map((arg) => arg.replaceAll(/\s/g, ''));
  const at = bare.findIndex((arg) => /^[\w-]{43}$/.test(arg));
  const { values, positionals } = parse(args.filter((_arg, place) => place !== at));
  const [address = '', code = ''] = positionals;
  if (positionals.length !== (at < 0 ? 3 : 2)) throw new CannotJoin(`Usage: ${usage}`);
  const fingerprint = bare[at];
  if (fingerprint === undefined)
    throw new CannotJoin(`The fingerprint is the 43 signs on the supervisor's screen, in quotes. Usage: ${usage}`);
  if (!/^[0-9a-z]{4}[\s-]?[0-9a-z]{4}$/i.test(code))
    throw new CannotJoin(`${code} is not a code: that is 8 letters and digits, such as 7Q4K-M2XV. Usage: ${usage}`);
  // npm runs scripts in the project's folder; the folder was named in the caller's.
  const data = values.data === undefined ? defaultDataFolder() : resolve(process.env['INIT_CWD'] ?? '.', values.data);
  return { address, fingerprint, code, data, again: values.again };
}

function parse(args: string[]) {
  try {
    const options = { data: { type: 'string' }, again: { type: 'boolean', default: false } } as const;
    return parseArgs({ args, allowPositionals: true, options });
  } catch (error) {
    throw new CannotJoin(`${(error as Error).message.split('\n', 1)[0]} Usage: ${usage}`);
  }
}

/** Everything on this machine that stands in the way is found before the hub is asked: a code is good only once. */
function readyFolder({ data, again }: Asked): HubFile {
  if (existsSync(join(data, 'lounge.db')))
    throw new CannotJoin(
      `${data} holds a lounge of its own, and a machine is either a hub or joins one. Move that folder away if nobody needs its numbers and settings, or name another with --data.`,
    );
  const path = hubFilePath(data);
  if (existsSync(path) && !again) throw new CannotJoin(`${paired(path)}; --again puts a new pairing in its place.`);
  try {
    mkdirSync(data, { recursive: true, mode: 0o700 });
    accessSync(data, constants.W_OK);
  } catch (error) {
    throw new CannotJoin(`${data} cannot be written to (${(error as NodeJS.ErrnoException).code}).`);
  }
  return new HubFile(path);
}

function paired(path: string): string {
  try {
    const hub = new HubFile(path).read();
    return `This machine is "${hub?.device.name}" of the hub at ${hub?.address}:${hub?.port} already`;
  } catch {
    return `The pairing in ${path} is damaged`;
  }
}

async function ask({ address, fingerprint, code }: Asked): Promise<KnownHub> {
  try {
    return await pairWithHub({ address, fingerprint, code });
  } catch (error) {
    throw new CannotJoin(reasonOf(error, address));
  }
}

/** The connection was not made: nothing can have been said. */
const notThere = ['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT'];

function reasonOf(error: unknown, address: string): string {
  if (error instanceof WrongKey)
    return `${address} is NOT the hub of that fingerprint (it shows ${error.found ?? 'no key'}); nothing was said to it. Compare address and fingerprint with the supervisor's screen.`;
  if (error instanceof PairingRefused) {
    if (error.code === 'CODE_WRONG')
      return 'The code is wrong, was used, or is older than five minutes. The supervisor makes a new one: Perangkat → Pasangkan perangkat.';
    if (error.code === 'TOO_MANY_REQUESTS') return 'Too many codes were tried; wait a minute and try again.';
    return `${error.message}.`;
  }
  const { message } = error as Error;
  const code = String((error as NodeJS.ErrnoException).code ?? '');
  if (notThere.includes(code))
    return `${address} cannot be reached (${code}); nothing was said to it. Check the address, the cable or Wi-Fi, and that the hub's network is switched on (Jaringan).`;
  // OpenSSL's own story has several lines.
  if (code === 'EPROTO' || code.startsWith('ERR_SSL'))
    return `What answers at ${address} is no hub (${code}); nothing was said to it. Check the port.`;
  return `${address} broke off (${message}). Try again; if the code is refused then, the supervisor makes a new one.`;
}

function keep(file: HubFile, hub: KnownHub): void {
  try {
    file.write(hub);
  } catch (error) {
    throw new CannotJoin(
      `The hub let this machine in, but that could not be written down (${(error as Error).message}). Take "${hub.device.name}" out again (Perangkat → Keluarkan), and join with a new code.`,
    );
  }
}

async function main(): Promise<void> {
  const asked = readArguments(process.argv.slice(2));
  const file = readyFolder(asked);
  const hub = await ask(asked);
  keep(file, hub);
  console.log(
    `This machine is now "${hub.device.name}" (${hub.device.kind}) of the hub at ${hub.address}:${hub.port}.`,
  );
  console.log('Start Anjungan here; if it is running, end it and start it again.');
  if (asked.again) console.log('What it was before still stands under Perangkat, unless it was taken out there.');
}

main().catch((error: unknown) => {
  console.error(error instanceof CannotJoin ? `anjungan: ${error.message}` : error);
  process.exit(1);
});
