import { createHash } from 'node:crypto';
import { compareVersions, type ReleaseNote, type UpdatePlatform } from './release-note.ts';

/** The machine that is offered a release. */
export interface Machine {
  readonly version: string;
  readonly platform: UpdatePlatform;
  readonly arch: string;
  /** `pilot` on the few machines that try a release first, `stable` on the others. */
  readonly channel: string;
  /** Made by the machine itself at its first start, so that a cloned disk stands in another stage. */
  readonly deviceId: string;
}

/** What the machine remembers of earlier releases. */
export interface Known {
  /** Of any release it was ever offered. */
  readonly highestSequence: number;
  /** Versions that failed here and were taken back. */
  readonly blacklist: readonly string[];
}

export type NotTaken =
  | 'wrong_channel'
  | 'wrong_platform'
  | 'wrong_arch'
  | 'lower_sequence'
  | 'blacklisted'
  | 'same_version'
  | 'downgrade'
  | 'outside_stage';

/** Whether this machine takes a release at all; `null` when it does. The note's signature has been checked. */
export function reasonNotTaken(note: ReleaseNote, machine: Machine, known: Known): NotTaken | null {
  if (note.channel !== machine.channel) return 'wrong_channel';
  if (note.platform !== machine.platform) return 'wrong_platform';
  if (note.arch !== machine.arch) return 'wrong_arch';
  // An old release, though signed by us, served again to keep machines from what mends it.
  if (note.sequence < known.highestSequence) return 'lower_sequence';
  const difference = compareVersions(note.version, machine.version);
  if (difference === 0) return 'same_version';
  if (difference < 0) return 'downgrade';
  if (known.blacklist.includes(note.version)) return 'blacklisted';
  if (stageOf(machine.deviceId, note.version) >= note.rollout) return 'outside_stage';
  return null;
}

/** Whether a release is for this kind of machine, so that its sequence counts. */
export function isForMachine(note: ReleaseNote, { channel, platform, arch }: Machine): boolean {
  return note.channel === channel && note.platform === platform && note.arch === arch;
}

/**
 * 0 to 99: a machine takes a release whose rollout is above. The version is hashed along so that not always the same
 * villages go first; raising the percentage of a release only ever adds machines.
 */
export function stageOf(deviceId: string, version: string): number {
  return createHash('sha256').update(`${deviceId}\n${version}`).digest().readUInt32BE(0) % 100;
}

/** Only told to people: a dead clock battery must not keep a machine from what mends it. */
export function isExpired(note: ReleaseNote, now: number): boolean {
  return Date.parse(note.expires) < now;
}
