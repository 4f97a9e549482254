import type { Bilingual } from '../../contract/base.ts';
import { type Actor, actorId } from '../../contract/principal.ts';
import type { ClosedService, CloseReason } from '../../contract/settings.ts';
import { DomainError } from '../ops/domain-error.ts';
import type { Audit } from '../store/audit.ts';
import type { RequestKeys } from '../store/request-keys.ts';
import type { ClosedServices } from './closed-services.ts';

export interface CloseNowParts {
  readonly closed: ClosedServices;
  readonly keys: RequestKeys;
  readonly audit: Audit;
  readonly clock: { wall(): number };
  readonly day: () => string;
  readonly iso: (wall: number) => string;
  readonly nameOf: (person: string) => string;
  /** Ids of the services there are. */
  readonly services: () => readonly string[];
  readonly changed: () => void;
}

const inWords: Record<CloseReason, Bilingual> = {
  system_down: { id: 'Sistem sedang terganggu', en: 'The system is down' },
  no_staff: { id: 'Petugas sedang tidak di tempat', en: 'No officer is available' },
  event: { id: 'Ada kegiatan di kantor ini', en: 'There is an event at this office' },
  emergency: { id: 'Keadaan darurat', en: 'Emergency' },
  materials_out: { id: 'Bahan atau blangko habis', en: 'Forms or materials have run out' },
};

const longestMs = 30 * 86_400_000;

/** "Tutup sekarang": a supervisor stops giving numbers of services for a while. Whoever waits is still called. */
export class CloseNow {
  readonly #its: CloseNowParts;

  constructor(parts: CloseNowParts) {
    this.#its = parts;
  }

  /** What is closed now. */
  list(): ClosedService[] {
    const { closed, services, clock, iso, nameOf } = this.#its;
    const wall = clock.wall();
    return services().flatMap((serviceId) => {
      const row = closed.row(serviceId, wall);
      if (!row) return [];
      return [
        {
          serviceId,
          reason: { id: row.reason_id, en: row.reason_en },
          until: row.until === null ? null : iso(row.until),
          since: iso(row.since),
          by: { id: row.actor, name: nameOf(row.actor) },
        },
      ];
    });
  }

  /** @throws DomainError SERVICE_UNKNOWN, TIME_PAST */
  close(
    by: Actor,
    asked: {
      serviceIds: string[] | null;
      reason: CloseReason | Bilingual;
      until: string | null;
      requestKey: string;
    },
  ): { closed: string[] } {
    const { closed, audit, clock, day } = this.#its;
    const { serviceIds, reason, requestKey } = asked;
    const since = clock.wall();
    const until = asked.until === null ? null : Date.parse(asked.until);
    const words = typeof reason === 'string' ? inWords[reason] : reason;
    return this.#once(by, requestKey, ['settings.closeNow', serviceIds, reason, asked.until], () => {
      if (until !== null && (until <= since || until > since + longestMs)) throw new DomainError('TIME_PAST');
      const ids = this.#known(serviceIds);
      for (const id of ids) {
        closed.put({
          service_id: id,
          reason_id: words.id,
          reason_en: words.en,
          until,
          service_day: day(),
          since,
          actor: actorId(by),
        });
        // A reason in a person's own words stays out of the trail.
        audit.write(by, 'service_closed', id, typeof reason === 'string' ? reason : 'own_words');
      }
      return { closed: ids };
    });
  }

  /** Services that were not closed, or are there no more, are passed over. */
  reopen(by: Actor, { serviceIds, requestKey }: { serviceIds: string[] | null; requestKey: string }) {
    const { closed, audit, clock } = this.#its;
    return this.#once(by, requestKey, ['settings.reopenNow', serviceIds], () => {
      const wall = clock.wall();
      const reopened = this.#its
        .services()
        .filter((id) => (serviceIds?.includes(id) ?? true) && closed.row(id, wall) !== null);
      for (const id of reopened) {
        closed.remove(id);
        audit.write(by, 'service_reopened', id);
      }
      return { reopened };
    });
  }

  #known(asked: readonly string[] | null): string[] {
    const known = this.#its.services();
    if (asked === null) return [...known];
    if (asked.some((id) => !known.includes(id))) throw new DomainError('SERVICE_UNKNOWN');
    return [...new Set(asked)];
  }

  #once<A>(by: Actor, requestKey: string, body: unknown, act: () => A): A {
    const { keys, closed, changed } = this.#its;
    const { answer, acted } = keys.once(by, requestKey, body, act);
    if (acted) {
      closed.reread();
      changed();
    }
    return answer;
  }
}
