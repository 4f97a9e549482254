import type { KeyObject } from 'node:crypto';
import updater, { type AppUpdater } from 'electron-updater';
import type { ProviderRuntimeOptions } from 'electron-updater/out/providers/Provider.js';
import type { Log } from '../ops/log.ts';
import type { UpdateMemory } from './memory.ts';
import { type Moment, type NotYet, reasonNotToFetch, reasonNotToInstall } from './moment.ts';
import type { AppAdapter } from './plain-adapter.ts';
import { type ReleaseNote, UnreadableNote } from './release-note.ts';
import { type FeedOptions, SignedFeed } from './signed-feed.ts';
import { type Refusal, SignatureRefused } from './signed-text.ts';
import type { SlowNetwork } from './slow-network.ts';
import type { Spool } from './spool.ts';
import { isExpired, isForMachine, type Machine, type NotTaken, reasonNotTaken } from './verdict.ts';

/** How it meets the network. */
type Executor = ProviderRuntimeOptions['executor'];

export interface UpdatesParts {
  readonly machine: Machine;
  /** Folder of the feed on a static server. */
  readonly feedUrl: string;
  /** Public keys of ours, the newest and those it replaces. */
  readonly trusted: readonly KeyObject[];
  readonly memory: UpdateMemory;
  readonly spool: Spool;
  readonly adapter: AppAdapter;
  readonly network: SlowNetwork;
  readonly wall: () => number;
  readonly log: Log;
}

/** How one round ended. */
export type Round =
  | { readonly outcome: 'handed_over'; readonly version: string }
  | { readonly outcome: 'not_taken'; readonly reason: NotTaken }
  | { readonly outcome: 'waiting'; readonly reason: NotYet | 'parcel_waits' }
  | { readonly outcome: 'refused'; readonly reason: Refusal | 'unreadable' | 'wrong_sum' }
  /** The network or the disk; to be tried again after `pauseBeforeCheck`. */
  | { readonly outcome: 'failed'; readonly reason: string };

/** What this machine would take. */
export interface Held {
  readonly version: string;
  /** Of its package, bytes. */
  readonly size: number;
  /** It lies here, whole. */
  readonly isFetched: boolean;
}

interface Offer {
  readonly note: ReleaseNote;
  readonly signed: string;
  readonly notTaken: NotTaken | null;
}

/** Asks the feed, fetches what this machine takes, and hands it to the root's program when the moment is right. */
export class Updates {
  readonly #parts: UpdatesParts;
  readonly #updater: AppUpdater;
  #offer: Offer | null = null;
  #held: Held | null = null;

  constructor(parts: UpdatesParts) {
    this.#parts = parts;
    const { machine, adapter, network, feedUrl, trusted } = parts;
    const make = machine.platform === 'linux' ? updater.DebUpdater : updater.NsisUpdater;
    const own = new make(null, adapter);
    // The executor is taken over when the feed is set, not later.
    (own as unknown as { httpExecutor: Executor }).httpExecutor = network as unknown as Executor;
    const options: FeedOptions = {
      provider: 'custom',
      updateProvider: SignedFeed,
      url: feedUrl,
      kind: machine,
      trusted,
      noted: (note, signed) => this.#judge(note, signed),
    };
    own.setFeedURL(options as unknown as Parameters<AppUpdater['setFeedURL']>[0]);
    own.autoDownload = false;
    // It would run as the user, unwatched, and be killed by a shut-down; installing is the root's program's work.
    own.autoInstallOnAppQuit = false;
    own.disableWebInstaller = true;
    own.disableDifferentialDownload = true;
    own.allowDowngrade = false;
    own.isUserWithinRollout = () => this.#offer?.notTaken === null;
    own.logger = quietly(parts.log);
    this.#updater = own;
  }

  get held(): Held | null {
    return this.#held;
  }

  /** What keeps that which was fetched from being installed; null where nothing does, undefined where nothing is fetched. */
  obstacle(moment: Moment): NotYet | null | undefined {
    return this.#held?.isFetched ? reasonNotToInstall(moment, this.#held.size) : undefined;
  }

  /**
   * One round; never throws. To be called once at a time.
   * @param moment asked again before installing, since fetching takes long
   */
  async round(moment: () => Promise<Moment>): Promise<Round> {
    if (this.#parts.spool.isFull()) return { outcome: 'waiting', reason: 'parcel_waits' };
    this.#offer = null;
    try {
      const found = await this.#updater.checkForUpdates();
      const offer = this.#offer as Offer | null;
      if (!offer || !found) return { outcome: 'failed', reason: 'no answer' };
      const notTaken = offer.notTaken ?? (found.isUpdateAvailable ? null : 'downgrade');
      if (notTaken) this.#held = null;
      if (notTaken) return { outcome: 'not_taken', reason: notTaken };
      return await this.#fetchAndHandOver(offer, moment);
    } catch (error) {
      return whatFailed(error);
    }
  }

  async #fetchAndHandOver({ note, signed }: Offer, moment: () => Promise<Moment>): Promise<Round> {
    const { version, size } = note;
    if (this.#held?.version !== version) this.#held = { version, size, isFetched: false };
    const notFetched = this.#held.isFetched ? null : reasonNotToFetch(await moment(), size);
    if (notFetched) return { outcome: 'waiting', reason: notFetched };
    this.#parts.network.expect(size);
    const [packagePath] = await this.#updater.downloadUpdate();
    this.#held = { version, size, isFetched: true };
    const notInstalled = reasonNotToInstall(await moment(), size);
    if (notInstalled) return { outcome: 'waiting', reason: notInstalled };
    if (packagePath === undefined) return { outcome: 'failed', reason: 'no file' };
    this.#parts.spool.drop({ packagePath, signedNote: signed });
    this.#held = null;
    return { outcome: 'handed_over', version };
  }

  #judge(note: ReleaseNote, signed: string): void {
    const { machine, memory, wall, log } = this.#parts;
    const notTaken = reasonNotTaken(note, machine, memory.read());
    if (isForMachine(note, machine)) memory.sawSequence(note.sequence);
    if (isExpired(note, wall())) log.warn({ version: note.version, expires: note.expires }, 'the release is old');
    this.#offer = { note, signed, notTaken };
  }
}

function whatFailed(error: unknown): Round {
  if (error instanceof SignatureRefused) return { outcome: 'refused', reason: error.refusal };
  if (error instanceof UnreadableNote) return { outcome: 'refused', reason: 'unreadable' };
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ERR_CHECKSUM_MISMATCH') return { outcome: 'refused', reason: 'wrong_sum' };
  return { outcome: 'failed', reason: code ?? message.split('\n', 1)[0] ?? 'unknown' };
}

/** What electron-updater tells everybody is told once, by the caller, as the round's end. */
function quietly(log: Log) {
  const none = () => {};
  return {
    info: none,
    warn: (message: unknown) => log.warn({ said: String(message) }, 'electron-updater'),
    error: none,
  };
}
