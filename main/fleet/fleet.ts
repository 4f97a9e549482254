import { statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bilingual } from '../../contract/base.ts';
import type { FleetProblem, FleetState, StatusBody } from '../../contract/fleet.ts';
import type { Actor } from '../../contract/principal.ts';
import type { PrinterCondition } from '../../contract/printing.ts';
import { DomainError } from '../ops/domain-error.ts';
import type { Audit } from '../store/audit.ts';
import type { RequestKeys } from '../store/request-keys.ts';
import { diskClass, isStatusDue, minuteOfMachine, nextSequence, worstPrinter } from './daily.ts';
import type { Figures } from './figures.ts';
import type { FleetStore, KeptStatus } from './fleet-store.ts';
import type { OwnMachine } from './own-machine.ts';
import type { Place } from './place.ts';
import type { Sender } from './send.ts';
import { fleetFingerprint, readStatus, signStatus } from './status-text.ts';

export interface FleetParts {
  readonly store: FleetStore;
  readonly immediate: <A>(act: () => A) => A;
  readonly keys: RequestKeys;
  readonly audit: Pick<Audit, 'write'>;
  readonly sender: Sender;
  readonly machine: OwnMachine;
  readonly figures: Figures;
  readonly clock: { wall(): number; tick(): number };
  readonly clockConfirmed: () => boolean;
  readonly day: () => string;
  readonly iso: (wall: number) => string;
  readonly version: string;
  readonly dataFolder: string;
  readonly place: () => Place | null;
  readonly printers: () => readonly PrinterCondition[];
  /** Age of the last good backup, ms; null: there is none. */
  readonly backupAge: () => Promise<number | null>;
  readonly stands: () => readonly string[];
  /** How updating stands, in a word such as `up_to_date` or `handed_over`. */
  readonly updateStands: () => Promise<string>;
  /** The folder of the backups' second copies; null where there is none, or it is not there now. */
  readonly secondPlace: () => Promise<string | null>;
  readonly siteProblem: Bilingual | null;
}

const hourMs = 3_600_000;
const mostCounted = 999_999;
const hours = (ms: number): number => Math.min(mostCounted, Math.max(0, Math.floor(ms / hourMs)));

/** What this machine tells the regency of itself, once a day or when somebody asks. */
export class Fleet {
  readonly #its: FleetParts;
  readonly #startedTick: number;
  /** Statuses are made one after the other: each has the number after the last. */
  #making: Promise<unknown> = Promise.resolve();

  constructor(parts: FleetParts) {
    this.#its = parts;
    this.#startedTick = parts.clock.tick();
  }

  /** Every minute: makes the day's status when it is due, and sends what is not sent. Never waits for the network. */
  async look(): Promise<void> {
    if (this.#problem() !== null) return;
    if (this.#isDue()) await this.#alone(async () => this.#keep(await this.#make()));
    void this.#its.sender.look();
  }

  async state(): Promise<FleetState> {
    const { store, iso, sender, place, secondPlace, siteProblem } = this.#its;
    const { x } = store.key();
    const { address, sentAt } = store.facts();
    const here = place();
    const text = store.newest()?.text;
    const body = text === undefined ? null : await readStatus(text);
    return {
      fingerprint: fleetFingerprint(x),
      village: here && { code: here.code, name: here.name, district: here.district },
      address,
      problem: this.#problem(),
      last: text === undefined || body === null ? null : { text, body },
      sentAt: sentAt === null ? null : iso(sentAt),
      unsent: store.unsentCount(),
      failing: sender.failing,
      secondPlace: (await secondPlace()) !== null,
      siteProblem,
    };
  }

  /** @throws DomainError REQUEST_KEY_REUSED */
  setAddress(by: Actor, { address, requestKey }: { address: string | null; requestKey: string }): Promise<FleetState> {
    const { store, keys, audit, sender } = this.#its;
    const { acted } = keys.once(by, requestKey, ['fleet.setAddress', address], () => {
      store.setAddress(address);
      audit.write(by, 'fleet_address_set', null, address === null ? 'none' : 'set');
      return {};
    });
    if (acted) {
      sender.afresh();
      if (this.#problem() === null) void sender.look();
    }
    return this.state();
  }

  /** @throws DomainError CANNOT_REPORT, REQUEST_KEY_REUSED */
  async makeNow(by: Actor, { requestKey }: { requestKey: string }): Promise<FleetState> {
    const { keys, audit, sender } = this.#its;
    const body = ['fleet.makeNow'];
    await this.#alone(async () => {
      if (keys.answered(by, requestKey, body) !== undefined) return;
      this.#mustReport();
      const made = await this.#make();
      keys.once(by, requestKey, body, () => {
        this.#its.store.keep(made);
        audit.write(by, 'fleet_status_made', null);
        return {};
      });
    });
    if (this.#problem() === null) void sender.look();
    return this.state();
  }

  /** @throws DomainError CANNOT_REPORT, SECOND_PLACE_GONE, REQUEST_KEY_REUSED */
  async putAtSecondPlace(by: Actor, { requestKey }: { requestKey: string }): Promise<{ name: string }> {
    const { store, keys, audit, secondPlace } = this.#its;
    const asked = ['fleet.putAtSecondPlace'];
    const before = keys.answered<{ name: string }>(by, requestKey, asked);
    if (before) return before;
    const here = this.#mustReport();
    const newest = store.newest();
    const folder = newest ? await secondPlace() : null;
    if (!newest || folder === null) throw new DomainError('SECOND_PLACE_GONE');
    const name = `anjungan-status-${here.code}-${newest.sequence}.txt`;
    await writeFile(join(folder, name), `${newest.text}\n`, { flush: true }).catch(() => {
      throw new DomainError('SECOND_PLACE_GONE');
    });
    return keys.once(by, requestKey, asked, () => {
      audit.write(by, 'fleet_status_put', null);
      return { name };
    }).answer;
  }

  /** @throws DomainError NOT_ASKED, REQUEST_KEY_REUSED */
  answerMachine(by: Actor, asked: { answer: 'moved' | 'copy'; requestKey: string }): Promise<FleetState> {
    const { store, keys, audit, machine } = this.#its;
    const { answer, requestKey } = asked;
    const { acted } = keys.once(by, requestKey, ['fleet.answerMachine', answer], () => {
      if (!machine.isOther) throw new DomainError('NOT_ASKED');
      if (answer === 'copy') store.renewKey();
      audit.write(by, 'machine_answered', null, answer);
      return {};
    });
    if (acted) machine.take();
    return this.state();
  }

  async close(): Promise<void> {
    await this.#its.sender.close();
    await this.#making;
  }

  #problem(): FleetProblem | null {
    if (this.#its.machine.isOther) return 'other_machine';
    return this.#its.place() === null ? 'no_village' : null;
  }

  #mustReport(): Place {
    const problem = this.#problem();
    const here = this.#its.place();
    if (problem !== null || here === null) throw new DomainError('CANNOT_REPORT', { problem: problem ?? 'no_village' });
    return here;
  }

  #isDue(): boolean {
    const { store, clock, clockConfirmed, iso, day } = this.#its;
    const newest = store.newest();
    const [hour = 0, minute = 0] = iso(clock.wall()).slice(11, 16).split(':').map(Number);
    return isStatusDue({
      last: newest ? { day: newest.service_day, ageMs: clock.tick() - newest.made_tick } : null,
      day: day(),
      minute: clockConfirmed() ? hour * 60 + minute : null,
      minuteOfMachine: minuteOfMachine(store.key().x),
    });
  }

  async #make(): Promise<KeptStatus> {
    const { store, clock, clockConfirmed, day, iso, version, figures, printers, backupAge, stands, updateStands } =
      this.#its;
    const { code, unit } = this.#mustReport();
    const [backup, free] = [await backupAge(), await freeBytes(this.#its.dataFolder)];
    const key = store.key();
    const sequence = nextSequence(store.facts().sequence, clock.wall());
    const body: StatusBody = {
      v: 1,
      of: 'anjungan',
      key: key.x,
      code,
      unit,
      seq: sequence,
      at: iso(clock.wall()),
      version,
      printer: worstPrinter(printers()),
      clock: clockConfirmed(),
      backup: backup === null ? null : hours(backup),
      disk: diskClass(free),
      tickets: Math.min(mostCounted, figures.tickets(day())),
      waiting: Math.min(mostCounted, figures.waiting()),
      up: hours(clock.tick() - this.#startedTick),
      stands: [...stands()],
      update: await updateStands(),
    };
    return { sequence, text: await signStatus(body, key), service_day: day(), made_tick: clock.tick() };
  }

  #keep(made: KeptStatus): void {
    this.#its.immediate(() => this.#its.store.keep(made));
  }

  #alone<A>(work: () => Promise<A>): Promise<A> {
    const done = this.#making.then(work);
    this.#making = done.catch(() => undefined);
    return done;
  }
}

async function freeBytes(folder: string): Promise<number | null> {
  return statfs(folder).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => null,
  );
}
