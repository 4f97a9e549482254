import type { LoungeFile } from '../../contract/catalogue.ts';
import type { HelpState, LoungeSnapshot } from '../../contract/lounge.ts';
import type { Actor } from '../../contract/principal.ts';
import type { PrinterCondition } from '../../contract/printing.ts';
import { Live } from '../ops/live.ts';
import type { RequestKeys } from '../store/request-keys.ts';
import type { ClockTrust } from './clock-trust.ts';
import { faceOf } from './face.ts';
import type { HelpCalls } from './help-calls.ts';

export interface HouseParts {
  readonly lounge: () => LoungeFile;
  readonly iso: (wall: number) => string;
  readonly clock: { wall(): number; tick(): number };
  readonly keys: RequestKeys;
  readonly trust: ClockTrust;
  readonly help: HelpCalls;
  readonly printerOf: (device: string) => PrinterCondition;
  readonly space: () => LoungeSnapshot['space'];
  /** Set when this start followed an unclean stop while people were waiting. */
  readonly powerReturned: boolean;
  /** A person has answered for the clock: opening hours may count again, and the day may be another. */
  readonly clockAnswered: () => void;
  /** Somebody calls for help, or it was answered. */
  readonly helpChanged: () => void;
}

/** How long people are told that their numbers still count after the power was out. */
const powerNoticeMs = 15 * 60_000;
const repeatMs = 8_000;

/** The house beside the queue: its clock, its printers, calls for help, and what a device shows of them. */
export class House {
  readonly #its: HouseParts;
  readonly #startedWall: number;
  readonly #startedTick: number;
  readonly #live = new Map<string, Live<LoungeSnapshot>>();

  constructor(parts: HouseParts) {
    this.#its = parts;
    this.#startedWall = parts.clock.wall();
    this.#startedTick = parts.clock.tick();
  }

  /** What one device shows, live. */
  live(device: string): Live<LoungeSnapshot> {
    let live = this.#live.get(device);
    if (!live) {
      live = new Live(() => this.snapshot(device), repeatMs);
      this.#live.set(device, live);
    }
    return live;
  }

  /** Tells every device that something may have changed. */
  changed(): void {
    for (const live of this.#live.values()) live.changed();
  }

  /** The lounge's own picture. */
  logo(): { png: string | null } {
    return { png: this.#its.lounge().logo ?? null };
  }

  snapshot(device: string): LoungeSnapshot {
    const { lounge, iso, clock, trust, help, printerOf, space, powerReturned } = this.#its;
    const call = help.open(device);
    const noticed = powerReturned && clock.tick() - this.#startedTick < powerNoticeMs;
    return {
      at: iso(clock.wall()),
      ...faceOf(lounge(), device),
      clockConfirmed: trust.confirmed,
      powerReturnedAt: noticed ? iso(this.#startedWall) : null,
      printer: printerOf(device),
      space: space(),
      help: call ? { id: call.id, state: call.state, calledAt: iso(call.called_at) } : null,
    };
  }

  /** Every open call for help, the oldest first; seconds since it was made. */
  openHelp(): { id: string; device: string; state: HelpState; seconds: number }[] {
    const wall = this.#its.clock.wall();
    return this.#its.help.allOpen().map(({ id, device, state, called_at }) => ({
      id,
      device,
      state,
      seconds: Math.max(0, Math.floor((wall - called_at) / 1000)),
    }));
  }

  /** A person at a screen says whether the machine's clock is right. */
  answerClock(by: Actor, asked: { right: boolean; requestKey: string }): { clockConfirmed: boolean } {
    const { trust, clockAnswered } = this.#its;
    const answer = this.#once(by, asked.requestKey, ['lounge.answerClock', asked.right], () => {
      trust.answer(by, asked.right);
      return { clockConfirmed: trust.confirmed };
    });
    clockAnswered();
    return answer;
  }

  callForHelp(by: Actor, asked: { requestKey: string }): { id: string } {
    return this.#once(by, asked.requestKey, ['lounge.callForHelp'], () => this.#its.help.call(by));
  }

  /** @throws DomainError HELP_UNKNOWN */
  answerHelp(by: Actor, asked: { id: string; requestKey: string }) {
    return this.#once(by, asked.requestKey, ['lounge.answerHelp', asked.id], () => this.#its.help.accept(by, asked.id));
  }

  /** @throws DomainError HELP_UNKNOWN */
  endHelp(by: Actor, asked: { id: string; requestKey: string }) {
    return this.#once(by, asked.requestKey, ['lounge.endHelp', asked.id], () => this.#its.help.end(asked.id));
  }

  #once<A>(by: Actor, key: string, body: unknown, act: () => A): A {
    const { answer, acted } = this.#its.keys.once(by, key, body, act);
    if (acted) {
      this.changed();
      this.#its.helpChanged();
    }
    return answer;
  }
}
