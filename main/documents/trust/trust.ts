import type { Actor } from '../../../contract/principal.ts';
import type { TrustState } from '../../../contract/trust.ts';
import type { VillageFile } from '../../../contract/village.ts';
import { DomainError } from '../../ops/domain-error.ts';
import type { Audit } from '../../store/audit.ts';
import type { RequestKeys } from '../../store/request-keys.ts';
import type { TrustedKey } from '../letters/authenticity.ts';
import { thumbprintOf } from '../letters/office-key.ts';
import { readTrustList, type TrustList } from './trust-list.ts';
import type { KeptList, TrustStore } from './trust-store.ts';

export interface TrustParts {
  readonly lists: TrustStore;
  readonly keys: RequestKeys;
  readonly audit: Pick<Audit, 'write'>;
  readonly clock: { wall(): number };
  readonly iso: (wall: number) => string;
  /** As the village's file says it now. */
  readonly settings: () => VillageFile['trust'];
  /** This office's own key. */
  readonly own: () => Promise<{ id: string; x: string }>;
  /** What this office is called beside the regency's others: "Desa Tambakrejo, Kecamatan Muncar". */
  readonly issuer: () => string;
}

/** How the last look at the feed went. */
export type Fed = NonNullable<TrustState['fed']>['result'];

interface Read {
  readonly text: string;
  readonly signer: string;
  /** Null: the key of the village's file is not the one that it was signed with. */
  readonly list: TrustList | null;
}

/** Which other offices' letters can be checked here: the newest list that the regency has signed. */
export class Trust {
  readonly #its: TrustParts;
  #read: Read | null = null;
  #fed: TrustState['fed'] = null;

  constructor(parts: TrustParts) {
    this.#its = parts;
  }

  /** Another office's key, by the id that its letters name. */
  async keyOf(id: string): Promise<TrustedKey | undefined> {
    const list = await this.#current();
    const office = list?.offices.find((one) => one.id === id);
    return list && office ? { issuer: office.issuer, x: office.x, listDate: list.date } : undefined;
  }

  async state(): Promise<TrustState> {
    const { lists, settings, own, issuer, iso } = this.#its;
    const { key, feed } = settings();
    const { id, x } = await own();
    const list = await this.#current();
    const kept = lists.find();
    return {
      own: { id, issuer: issuer(), x },
      list: list &&
        kept && {
          sequence: list.sequence,
          date: list.date,
          takenAt: iso(kept.taken_at),
          from: kept.source,
          offices: list.offices.length,
        },
      signer: key === null ? null : await thumbprintOf(key),
      feed,
      fed: this.#fed,
    };
  }

  /**
   * Takes over a list from a file.
   * @throws DomainError NO_SIGNER, LIST_FALSE, LIST_OLDER, REQUEST_KEY_REUSED
   */
  async take(by: Actor, { list: text, requestKey }: { list: string; requestKey: string }): Promise<TrustState> {
    const { keys, audit } = this.#its;
    const { key } = this.#its.settings();
    if (key === null) throw new DomainError('NO_SIGNER');
    const list = await this.#readList(text, key);
    if (!list) throw new DomainError('LIST_FALSE');
    keys.once(by, requestKey, ['trust.take', text], () => {
      const step = this.#take(text, list, key, 'file');
      if (step === 'older') throw new DomainError('LIST_OLDER');
      if (step === 'newer') audit.write(by, 'trust_list_taken', String(list.sequence));
      return {};
    });
    return this.state();
  }

  /** Takes over what the feed holds, where it is newer. */
  async feed(text: string): Promise<Exclude<Fed, 'unreachable'>> {
    const { key } = this.#its.settings();
    const list = key === null ? null : await this.#readList(text, key);
    if (!list || key === null) return 'wrong';
    // A list that a person brought as a file may be ahead of the feed.
    return this.#take(text, list, key, 'feed') === 'newer' ? 'taken' : 'same';
  }

  /** Says how a look at the feed went. */
  looked(result: Fed): void {
    const { iso, clock } = this.#its;
    this.#fed = { at: iso(clock.wall()), result };
  }

  /** The kept list, if it still holds. */
  async #current(): Promise<TrustList | null> {
    const { lists, settings } = this.#its;
    const { key } = settings();
    const kept = lists.find();
    if (kept === null || key === null) return null;
    if (this.#read?.text === kept.list && this.#read.signer === key) return this.#read.list;
    const list = await this.#readList(kept.list, key);
    this.#read = { text: kept.list, signer: key, list };
    return list;
  }

  /** Null also where somebody claims the id of this office's own key. */
  async #readList(text: string, signer: string): Promise<TrustList | null> {
    const list = await readTrustList(text, signer);
    const own = await this.#its.own();
    return list?.offices.some(({ id, x }) => id === own.id && x !== own.x) ? null : list;
  }

  /** A key's sequence never falls, and one that was given is never given to another list. */
  #take(text: string, { sequence }: TrustList, signer: string, source: KeptList['source']): 'older' | 'same' | 'newer' {
    const { lists, clock } = this.#its;
    const list = text.trim();
    const kept = lists.find();
    if (kept?.signer === signer && sequence <= kept.sequence) return kept.list === list ? 'same' : 'older';
    lists.keep({ list, signer, sequence, source, taken_at: clock.wall() });
    return 'newer';
  }
}
