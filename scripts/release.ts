/**
 * `npm run release -- --channel pilot --percent 10 --packages FOLDER --out FOLDER --key FILE [--key OLDER]`: signs what
 * electron-builder made and lays it out for a static server. Raising the percentage is the same command with another one.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { layOut, type Release } from './release/lay-out.ts';
import { CannotRelease } from './release/packages.ts';
import { openSigningKey } from './release/signing-keys.ts';

const usage = `npm run release -- --channel pilot|stable --percent 0-100 --packages FOLDER --out FOLDER --key FILE [--key OLDER]

Signs every package in FOLDER and lays it out for a static server. Each --key is an encrypted P-256 key that lies
outside the repository; the passphrase is taken from ANJUNGAN_RELEASE_PASSPHRASE. Two keys sign while machines change
from one to the other. To make one:
  openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -aes256 -out release-key.pem`;

const repository = resolve(import.meta.dirname, '..');

/** @throws CannotRelease */
function readArguments(): Release {
  const { channel, percent, packages, out, key = [] } = parse();
  if (channel !== 'pilot' && channel !== 'stable') throw new CannotRelease(`--channel is pilot or stable.\n${usage}`);
  if (!/^(\d{1,2}|100)$/.test(percent ?? '')) throw new CannotRelease(`--percent is 0 to 100.\n${usage}`);
  if (packages === undefined || out === undefined || key.length === 0) throw new CannotRelease(usage);
  // npm runs scripts in the project's folder; the paths were named in the caller's.
  const at = (path: string) => resolve(process.env['INIT_CWD'] ?? '.', path);
  const passphrase = process.env['ANJUNGAN_RELEASE_PASSPHRASE'] ?? '';
  const keys = key.map((path) => openSigningKey(at(path), passphrase, repository));
  return { channel, percent: Number(percent), packages: at(packages), out: at(out), keys, now: Date.now() };
}

function parse() {
  const text = { type: 'string' } as const;
  try {
    const options = {
      channel: text,
      percent: text,
      packages: text,
      out: text,
      key: { ...text, multiple: true },
    } as const;
    return parseArgs({ options }).values;
  } catch (error) {
    throw new CannotRelease(`${(error as Error).message.split('\n', 1)[0]}\n${usage}`);
  }
}

async function main(): Promise<void> {
  const release = readArguments();
  for (const note of await layOut(release))
    console.log(
      `${note.version} ${note.platform} ${note.arch}: ${note.rollout} % of ${note.channel}, sequence ${note.sequence}`,
    );
  console.log(`Let a static server give out ${release.out}.`);
}

main().catch((error: unknown) => {
  console.error(error instanceof CannotRelease ? `release: ${error.message}` : error);
  process.exitCode = 1;
});
