import { type PackageTarget, targetName } from '../../build/package-target.ts';
import { testMark } from '../release/packages.ts';
import type { PackagedFile } from './package-files.ts';

/** Without Electron: what an office with a weak line has to fetch with each update, in bytes before compression. */
export const sizeLimit = 15 * 1024 * 1024;

export interface Judging {
  readonly target: PackageTarget;
  /** Names of the packages that the program needs at run time. */
  readonly modules: ReadonlySet<string>;
  /** What would tell of the machine that builds: its folders. */
  readonly traces: readonly string[];
}

/** Each is a fault in plain words; none: the package may go out. */
export function judgeContents(files: readonly PackagedFile[], judging: Judging): string[] {
  const size = files.reduce((sum, file) => sum + file.size, 0);
  return [
    ...mustHave(judging.target)
      .filter((one) => !files.some((file) => one.test(nameOf(file))))
      .map((one) => `missing: ${one.source}`),
    ...files.flatMap((file) => judgeFile(file, judging).map((fault) => `${nameOf(file)}: ${fault}`)),
    ...(size > sizeLimit ? [`${(size / 2 ** 20).toFixed(1)} MB are more than ${sizeLimit / 2 ** 20} MB`] : []),
  ];
}

const nameOf = ({ place, path }: PackagedFile) => `${place}/${path}`;

function mustHave(target: PackageTarget): RegExp[] {
  const name = targetName(target);
  return [
    /^asar\/package\.json$/,
    /^asar\/out\/main\/index\.js$/,
    /^asar\/out\/main\/headless\.js$/,
    ...['backup', 'letter', 'residents', 'statistics'].map(
      (worker) => new RegExp(`^asar/out/main/${worker}-worker\\.js$`),
    ),
    /^asar\/out\/preload\/index\.cjs$/,
    ...['admin', 'counter', 'display', 'join', 'kiosk', 'letter-print'].map(
      (page) => new RegExp(`^asar/out/renderer/${page}/index\\.html$`),
    ),
    /^asar\/main\/store\/migrations\/[^/]+\.sql$/,
    /^asar\/resources\/catalogue\/village\.json$/,
    /^asar\/resources\/catalogue\/letters\/[^/]+\.json$/,
    /^asar\/resources\/sounds\/clips\.json$/,
    /^asar\/resources\/fonts\/[^/]+\.ttf$/,
    new RegExp(`^asar/node_modules/better-sqlite3/prebuilds/${name}\\.node$`),
    new RegExp(`^asar/node_modules/@serialport/bindings-cpp/prebuilds/${name}/[^/]+\\.node$`),
    new RegExp(`^asar/node_modules/@node-rs/argon2-${name}-(gnu|msvc)/[^/]+\\.node$`),
    ...(target.platform === 'win32' ? [new RegExp(`^asar/node_modules/@koromix/koffi-${name}/.+\\.node$`)] : []),
  ];
}

/** What of ours may stand in the archive, besides modules. */
const ours = [
  /^package\.json$/,
  /^out\/main\/[^.]+\.js$/,
  /^out\/main\/chunks\/.+\.js$/,
  /^out\/preload\/index\.cjs$/,
  /^out\/renderer\/[a-z-]+\/index\.html$/,
  /^out\/renderer\/assets\/[^/]+\.(js|mjs|css|woff2|svg|wasm)$/,
  /^main\/store\/migrations\/\d+[^/]*\.sql$/,
  /^resources\/catalogue\/(letters\/)?[a-z_-]+\.json$/,
  /^resources\/sounds\/((id|en)\/)?[^/]+\.(ogg|json)$/,
  /^resources\/fonts\/[^/]+\.(ttf|txt)$/,
];
const real = [/^system\/.+$/, /^update-keys\/[^/]+\.pem$/, /^elevate\.exe$/, /^apparmor-profile$/];

/** Of a module: programs, data, native parts and its licence. */
const ofModules = /\.(js|cjs|mjs|json|node)$|\/(licen[cs]e|copying|notice)[^/]*$/i;
const developers =
  /\.(map|ts|cts|mts|tsx|orig|rej|swp|log|db|db-wal|sqlite|key|p12|pfx)$|(^|\/)(\.env[^/]*|\.git[^/]*|\.DS_Store|hub\.json|site\.json|maintenance\.pin)$|\.(test|spec)\.[a-z]+$|(^|\/)(__tests__|node_modules\/\.[^/]+)(\/|$)/;

function judgeFile(file: PackagedFile, judging: Judging): string[] {
  const { path, place } = file;
  const faults: string[] = [];
  const allowed = place === 'resources' ? real.some((rule) => rule.test(path)) : isAllowed(path, judging);
  if (!allowed || developers.test(path)) faults.push('does not belong into a package');
  if (path.endsWith('.node')) {
    if (machineOf(file.read()) !== targetName(judging.target)) faults.push(`not for ${targetName(judging.target)}`);
    if (!file.unpacked) faults.push('is in the archive, from where no system loads it');
  } else if (file.unpacked) faults.push('lies beside the archive, where nothing guards it');
  return [...faults, ...judgeText(file, judging.traces)];
}

function isAllowed(path: string, { modules }: Judging): boolean {
  if (!path.startsWith('node_modules/')) return ours.some((rule) => rule.test(path));
  const [, name = '', inner = ''] = /^.*node_modules\/((?:@[^/]+\/)?[^/]+)\/(.+)$/.exec(path) ?? [];
  return modules.has(name) && ofModules.test(`/${inner}`);
}

const privateKey = /-----BEGIN [A-Z ]*PRIVATE KEY-----\s+[A-Za-z0-9+/=\s:,-]{60}/;
/** Sixteen digits that begin like a district of Indonesia and hold a day and a month: the number of a resident. */
const residentNumber = /(?<![\d.])[1-9]\d{5}(?:[0-2]\d|3[01]|[4-6]\d|7[01])(?:0[1-9]|1[0-2])\d{6}(?![\d.])/;

function judgeText(file: PackagedFile, traces: readonly string[]): string[] {
  const text = file.read().toString('latin1');
  const faults: string[] = [];
  if (text.includes(testMark)) faults.push('holds a test key');
  if (privateKey.test(text)) faults.push('holds a private key');
  const trace = traces.find((one) => text.includes(one));
  if (trace !== undefined) faults.push('names a folder of the machine that built it');
  const data = file.place === 'asar' && /^resources\/.*\.(json|txt)$/.test(file.path);
  if (data && residentNumber.test(text)) faults.push('holds what looks like the number of a resident');
  return faults;
}

/** @returns what machine a native part is for, by its own head; `linux-x64`, or `unknown` */
export function machineOf(bytes: Buffer): string {
  if (bytes.length > 64 && bytes.readUInt32BE(0) === 0x7f454c46) {
    const machine = bytes.readUInt16LE(18);
    return machine === 62 ? 'linux-x64' : machine === 183 ? 'linux-arm64' : 'unknown';
  }
  if (bytes.length > 64 && bytes.toString('latin1', 0, 2) === 'MZ') {
    const at = bytes.readUInt32LE(60) + 4;
    return at + 2 <= bytes.length && bytes.readUInt16LE(at) === 0x8664 ? 'win32-x64' : 'unknown';
  }
  return 'unknown';
}
