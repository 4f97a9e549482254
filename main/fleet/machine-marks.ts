import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';

/**
 * What tells one machine from another, strongest first: what the board says of itself, its network cards, and the
 * number that the system got when it was installed, which a cloned disk takes along.
 */
export const markKinds = ['board', 'network', 'system'] as const;
export type MarkKind = (typeof markKinds)[number];
export type Marks = Readonly<Record<MarkKind, readonly string[]>>;

/** How a machine is asked; a test has another. */
export interface MachineSystem {
  readonly platform: NodeJS.Platform;
  /** @returns null for what is not there or not for this user */
  readonly read: (path: string) => string | null;
  readonly names: (folder: string) => readonly string[];
  /** What a program of the system says. */
  readonly ask: (program: string, args: readonly string[]) => string | null;
  /** Of the network cards that work just now. */
  readonly macs: () => readonly string[];
}

/** What makers leave in place of a number. */
const noNumber =
  /^(0+|f+|none|default( string)?|to be filled.*|not (specified|applicable|available)|system serial number|.*12345678.*|03000200040005000006000700080009)$/i;

function usable(texts: readonly (string | null)[]): string[] {
  return texts.flatMap((text) => {
    const plain = text?.replaceAll('\0', '').trim() ?? '';
    return plain === '' || noNumber.test(plain.replaceAll(/[-:]/g, '')) ? [] : [plain.toLowerCase()];
  });
}

/** The second bit of the first byte: an address that software made up. */
function isBurntIn(mac: string): boolean {
  return /^[0-9a-f][048c]:/i.test(mac);
}

/** Every mark that this user may see. On Linux the board's numbers are often root's alone; then the cards decide. */
export function readMarks(system: MachineSystem): Marks {
  return system.platform === 'win32' ? windowsMarks(system) : linuxMarks(system);
}

function linuxMarks({ read, names }: MachineSystem): Marks {
  const cards = names('/sys/class/net').filter((name) => names(`/sys/class/net/${name}/device`).length > 0);
  return {
    board: usable([
      read('/sys/class/dmi/id/product_uuid'),
      read('/sys/class/dmi/id/board_serial'),
      read('/proc/device-tree/serial-number'),
    ]),
    network: usable(cards.map((name) => read(`/sys/class/net/${name}/address`))).filter(isBurntIn),
    system: usable([read('/etc/machine-id')]),
  };
}

function windowsMarks({ ask, macs }: MachineSystem): Marks {
  const guid = ask('reg', ['query', 'HKLM\\SOFTWARE\\Microsoft\\Cryptography', '/v', 'MachineGuid']);
  const uuid = ask('powershell', [
    '-NoProfile',
    '-NonInteractive',
    '-Command',
    '(Get-CimInstance Win32_ComputerSystemProduct).UUID',
  ]);
  return {
    board: usable([uuid]),
    network: usable(macs()).filter(isBurntIn),
    system: usable([/REG_SZ\s+(\S+)/.exec(guid ?? '')?.[1] ?? null]),
  };
}

/** As they are kept: nobody can read a machine's numbers from them. */
export interface HashedMarks extends Marks {
  readonly salt: string;
}

export function hashMarks(marks: Marks, salt = randomBytes(16).toString('base64url')): HashedMarks {
  const hash = (kind: MarkKind) =>
    marks[kind].map((mark) => createHash('sha256').update(`${salt} ${kind} ${mark}`).digest('base64url').slice(0, 22));
  return { salt, board: hash('board'), network: hash('network'), system: hash('system') };
}

/**
 * Whether the marks are those of one machine. A swapped network card or a system installed anew leave it the same; where
 * nothing can be compared it is taken for the same, so that nobody is asked for nothing.
 */
export function isSameMachine(kept: HashedMarks, now: Marks): boolean {
  const hashed = hashMarks(now, kept.salt);
  const comparable = (kind: MarkKind) => kept[kind].length > 0 && hashed[kind].length > 0;
  const agrees = (kind: MarkKind) => kept[kind].some((mark) => hashed[kind].includes(mark));
  const hardware = (['board', 'network'] as const).filter(comparable);
  if (hardware.length > 0) return hardware.some(agrees);
  return !comparable('system') || agrees('system');
}

const patienceMs = 10_000;

/** This machine. */
export const thisMachine: MachineSystem = {
  platform: process.platform,
  read: (path) => orNull(() => readFileSync(path, 'utf8')),
  names: (folder) => orNull(() => readdirSync(folder)) ?? [],
  ask: (program, args) =>
    orNull(() =>
      execFileSync(program, args, {
        encoding: 'utf8',
        timeout: patienceMs,
        windowsHide: true,
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    ),
  macs: () =>
    Object.values(networkInterfaces())
      .flat()
      .flatMap((card) => (card && !card.internal ? [card.mac] : [])),
};

function orNull<A>(ask: () => A): A | null {
  try {
    return ask();
  } catch {
    return null;
  }
}
