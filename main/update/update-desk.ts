import type { Actor } from '../../contract/principal.ts';
import type { UpdateAnswer, UpdateState, UpdateWait } from '../../contract/updates.ts';
import type { FeedState } from '../diagnostics/update.ts';
import { DomainError } from '../ops/domain-error.ts';
import type { Audit } from '../store/audit.ts';
import type { RequestKeys } from '../store/request-keys.ts';
import type { UpdateMemory } from './memory.ts';
import { type Moment, reasonNotToFetch, reasonNotToInstall } from './moment.ts';
import type { PauseFile } from './pause-file.ts';
import type { Schedule } from './schedule.ts';
import type { UpdateSettings, UpdateSettingsRead } from './settings.ts';
import type { Trial } from './trial.ts';
import type { Held, Round } from './updates.ts';

export interface UpdateDeskParts {
  readonly version: string;
  /** Versions in the order in which they ran here, the newest first; Unix ms. */
  readonly versions: () => readonly { readonly version: string; readonly at: number }[];
  readonly read: UpdateSettingsRead;
  readonly hasKeys: boolean;
  /** Null where nothing is asked. */
  readonly schedule: Schedule | null;
  readonly trial: Pick<Trial, 'isOn'>;
  readonly pause: PauseFile;
  readonly memory: Pick<UpdateMemory, 'read'>;
  readonly moment: () => Promise<Moment>;
  readonly keys: RequestKeys;
  readonly audit: Pick<Audit, 'write'>;
  readonly clock: { wall(): number };
  readonly iso: (wall: number) => string;
}

/** What a supervisor sees of new versions and decides about them. */
export class UpdateDesk {
  readonly #its: UpdateDeskParts;

  constructor(parts: UpdateDeskParts) {
    this.#its = parts;
  }

  async state(): Promise<UpdateState> {
    const { version, versions, read, schedule, trial, pause, memory, clock, iso } = this.#its;
    const settings = read.found === 'settings' ? read.settings : null;
    const left = pause.left();
    return {
      version,
      installed: versions().map(({ version: installed, at }) => ({ version: installed, at: iso(at) })),
      off: this.#off(),
      wrong: read.found === 'wrong' ? read.wrong : null,
      channel: settings?.channel ?? null,
      server: settings ? new URL(settings.feedUrl).host : null,
      quietHours: settings && hoursOf(settings),
      onProbation: trial.isOn,
      checking: schedule?.checking ?? false,
      lastCheck: schedule?.last ? { at: iso(schedule.last.at), answer: answerOf(schedule.last.round) } : null,
      offered: await this.#offered(schedule?.held ?? null),
      pausedUntil: left > 0 ? iso(clock.wall() + left) : null,
      failed: [...memory.read().blacklist],
    };
  }

  /** How updating stands, in one word: why nothing is asked, or what the server answered last. */
  word(): string {
    const { schedule } = this.#its;
    return this.#off() ?? (schedule?.last ? answerOf(schedule.last.round) : 'not_asked');
  }

  /** For the self-test; null where nothing is asked. */
  feed(): FeedState | null {
    const { schedule, clock } = this.#its;
    if (this.#off() !== null || !schedule) return null;
    const { last, held } = schedule;
    const reachable = last && answerOf(last.round) !== 'unreachable';
    return {
      reachable,
      answeredAgoMs: last && reachable ? Math.max(0, clock.wall() - last.at) : null,
      waiting: held?.version ?? null,
    };
  }

  /** @throws DomainError UPDATES_OFF, REQUEST_KEY_REUSED */
  checkNow(by: Actor, { requestKey }: { requestKey: string }): Promise<UpdateState> {
    const { schedule, keys, audit } = this.#its;
    const { acted } = keys.once(by, requestKey, ['updates.checkNow'], () => {
      if (!schedule) throw new DomainError('UPDATES_OFF');
      audit.write(by, 'update_check', null);
      return {};
    });
    if (acted) void schedule?.checkNow();
    return this.state();
  }

  /** @throws DomainError REQUEST_KEY_REUSED */
  pause(by: Actor, { days, requestKey }: { days: number; requestKey: string }): Promise<UpdateState> {
    const { pause, keys, audit } = this.#its;
    keys.once(by, requestKey, ['updates.pause', days], () => {
      audit.write(by, 'updates_paused', null, `${days} days`);
      pause.begin(days);
      return {};
    });
    return this.state();
  }

  /** @throws DomainError REQUEST_KEY_REUSED */
  resume(by: Actor, { requestKey }: { requestKey: string }): Promise<UpdateState> {
    const { pause, keys, audit } = this.#its;
    keys.once(by, requestKey, ['updates.resume'], () => {
      audit.write(by, 'updates_resumed', null);
      pause.end();
      return {};
    });
    return this.state();
  }

  #off(): UpdateState['off'] {
    const { read, hasKeys } = this.#its;
    if (read.found === 'nothing') return 'not_set_up';
    if (read.found === 'wrong') return 'settings_wrong';
    if (!read.settings.enabled) return 'switched_off';
    return hasKeys ? null : 'no_keys';
  }

  async #offered(held: Held | null): Promise<UpdateState['offered']> {
    if (!held) return null;
    const moment = await this.#its.moment();
    const { version, size, isFetched } = held;
    const waitsFor: UpdateWait = isFetched
      ? (reasonNotToInstall(moment, size) ?? 'to_be_installed')
      : (reasonNotToFetch(moment, size) ?? 'to_be_fetched');
    return { version, waitsFor };
  }
}

const notTaken = {
  same_version: 'up_to_date',
  downgrade: 'up_to_date',
  blacklisted: 'failed_here',
  outside_stage: 'later_stage',
  wrong_channel: 'not_for_this_machine',
  wrong_platform: 'not_for_this_machine',
  wrong_arch: 'not_for_this_machine',
  lower_sequence: 'old_release',
} as const satisfies Record<Extract<Round, { outcome: 'not_taken' }>['reason'], UpdateAnswer>;

function answerOf(round: Round): UpdateAnswer {
  switch (round.outcome) {
    case 'handed_over':
    case 'waiting':
      return round.outcome;
    case 'not_taken':
      return notTaken[round.reason];
    case 'refused':
      return round.reason === 'wrong_sum' ? 'damaged' : 'not_genuine';
    case 'failed':
      if (round.reason === 'ENOSPC') return 'disk_full';
      return round.reason === 'HTTP_404' ? 'no_release' : 'unreachable';
  }
}

function hoursOf({ quietHours: { from, until } }: UpdateSettings): { from: string; until: string } {
  return { from: timeOf(from), until: timeOf(until) };
}

function timeOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
