import type { Bilingual } from '../../contract/base.ts';
import type { Actor } from '../../contract/principal.ts';
import { actorId } from '../../contract/principal.ts';
import type { DayReport, ExportAsked, OwnReport, RangeReport } from '../../contract/statistics.ts';
import type { Bureau } from '../ops/bureau.ts';
import type { Asks } from './asks.ts';
import type { Labels } from './export-tables.ts';
import type { Groups } from './groups.ts';
import { exportWords } from './words.ts';

export interface StatisticsParts {
  readonly bureau: Bureau<Asks>;
  /** Read anew for every report: a supervisor may change it. */
  readonly catalogue: {
    readonly services: readonly { readonly id: string; readonly letter: string; readonly name: Bilingual }[];
    readonly counters: readonly { readonly id: string; readonly name: Bilingual }[];
    readonly lounge: { readonly timeZone: string };
  };
  readonly nameOf: (person: string) => string;
  readonly today: () => string;
  readonly iso: (wall: number) => string;
  readonly clock: { wall(): number };
}

/** A finished export. */
export interface ExportedFile {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const mimes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** What the lounge did, in figures. They are made elsewhere; here they get their names. */
export class Statistics {
  readonly #its: StatisticsParts;

  constructor(parts: StatisticsParts) {
    this.#its = parts;
  }

  /** @throws DomainError STATISTICS_BUSY, STATISTICS_FAILED */
  async day(day: string = this.#its.today()): Promise<DayReport> {
    const { bureau, clock, iso, catalogue } = this.#its;
    const { timeZone } = catalogue.lounge;
    const now = clock.wall();
    const { services, counters, people, hours, line, totals } = await bureau.ask({ kind: 'day', day, now, timeZone });
    const groups = this.#named({ services, counters, people });
    return { at: iso(now), day, timeZone, totals, hours: [...hours], line: [...line], ...groups };
  }

  /** @throws DomainError STATISTICS_BUSY, STATISTICS_FAILED */
  async range({ from, to, by }: { from: string; to: string; by: 'day' | 'month' }): Promise<RangeReport> {
    const { bureau, catalogue } = this.#its;
    const { timeZone } = catalogue.lounge;
    const made = await bureau.ask({ kind: 'range', from, to, by, timeZone });
    const { services, counters, people, ...figures } = made;
    const groups = this.#named({ services, counters, people });
    return { from, to, by, timeZone, ...figures, ...groups };
  }

  /** Today, of who asks. @throws DomainError STATISTICS_BUSY, STATISTICS_FAILED */
  async own(by: Actor): Promise<OwnReport> {
    const { bureau, clock, iso, today } = this.#its;
    const day = today();
    return { at: iso(clock.wall()), day, ...(await bureau.ask({ kind: 'own', day, person: actorId(by) })) };
  }

  /** @throws DomainError STATISTICS_BUSY, STATISTICS_FAILED, EXPORT_TOO_LARGE */
  async export(asked: ExportAsked): Promise<ExportedFile> {
    const { bureau, catalogue } = this.#its;
    const { timeZone } = catalogue.lounge;
    const { from, to, format, language } = asked;
    const people = asked.detail === 'days' ? await bureau.ask({ kind: 'people', from, to }) : [];
    const bytes = await bureau.ask({ kind: 'export', ...asked, labels: this.#labels(language, people), timeZone });
    const dates = from === to ? from : `${from}_${to}`;
    return { name: `${exportWords[language].file}_${dates}.${format}`, mime: mimes[format], bytes };
  }

  #labels(language: 'id' | 'en', people: readonly string[]): Labels {
    const { catalogue, nameOf } = this.#its;
    const { services, counters } = catalogue;
    return {
      services: Object.fromEntries(services.map(({ id, letter, name }) => [id, { letter, name: name[language] }])),
      counters: Object.fromEntries(counters.map(({ id, name }) => [id, name[language]])),
      people: Object.fromEntries(people.map((id) => [id, nameOf(id)])),
    };
  }

  /** In the order of the catalogue; what is no longer in it comes last under its id. People by name. */
  #named({ services, counters, people }: Groups): Pick<DayReport, 'services' | 'counters' | 'people'> {
    const { services: knownServices, counters: knownCounters } = this.#its.catalogue;
    return {
      services: inOrderOf(knownServices, services, ({ serviceId }) => serviceId).map((figures) => {
        const service = knownServices.find(({ id }) => id === figures.serviceId);
        const name = service?.name ?? { id: figures.serviceId, en: figures.serviceId };
        return { letter: service?.letter ?? '', name, ...figures };
      }),
      counters: inOrderOf(knownCounters, counters, ({ counterId }) => counterId).map((figures) => {
        const counter = knownCounters.find(({ id }) => id === figures.counterId);
        return { name: counter?.name ?? { id: figures.counterId, en: figures.counterId }, ...figures };
      }),
      people: people
        .map((figures) => ({ name: this.#its.nameOf(figures.personId), ...figures }))
        .sort((a, b) => a.name.localeCompare(b.name, 'id')),
    };
  }
}

function inOrderOf<F>(known: readonly { readonly id: string }[], figures: readonly F[], idOf: (one: F) => string): F[] {
  const place = (one: F) => {
    const index = known.findIndex(({ id }) => id === idOf(one));
    return index === -1 ? known.length : index;
  };
  return figures.toSorted((a, b) => place(a) - place(b));
}
