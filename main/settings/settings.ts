import { type CataloguePart, catalogueFiles } from '../../contract/catalogue.ts';
import type { WholeCatalogue } from '../../contract/catalogue-whole.ts';
import { type Actor, actorId } from '../../contract/principal.ts';
import type { Previewed, SettingsPart, SettingsSnapshot, SettingsVersion } from '../../contract/settings.ts';
import { DomainError } from '../ops/domain-error.ts';
import { Live } from '../ops/live.ts';
import type { Audit } from '../store/audit.ts';
import type { RequestKeys } from '../store/request-keys.ts';
import type { CatalogueFolder } from './catalogue-folder.ts';
import type { CloseNow } from './close-now.ts';
import { consequencesOf, type QueueUnderSettings } from './consequences.ts';
import { type Judged, judge } from './judge.ts';
import type { VersionRow, VersionStore } from './version-store.ts';

export interface SettingsParts {
  readonly versions: VersionStore;
  readonly folder: CatalogueFolder;
  readonly keys: RequestKeys;
  readonly audit: Audit;
  readonly clock: { wall(): number };
  readonly iso: (wall: number) => string;
  readonly nameOf: (person: string) => string;
  readonly queue: QueueUnderSettings;
  readonly closeNow: CloseNow;
  /** What holds now. */
  readonly catalogue: WholeCatalogue;
  /** Lets the whole lounge go by another catalogue from now on, and tells every screen. */
  readonly adopt: (next: WholeCatalogue) => void;
  /** A decided change could not be written to its file; it is written at the next start. */
  readonly report: (error: unknown) => void;
}

const repeatMs = 8_000;

/**
 * What a supervisor changes. A change is decided by one transaction (version, audit, the answer to its key, and what is
 * owed to the file); then its file is replaced, then the lounge goes by it. A crash between these is made up for at the
 * next start, before the files are read.
 */
export class Settings {
  readonly #its: SettingsParts;
  readonly #live: Live<SettingsSnapshot>;
  readonly #ownAtStart: Readonly<Record<SettingsPart, string | null>>;

  constructor(parts: SettingsParts) {
    this.#its = parts;
    this.#live = new Live(() => this.snapshot(), repeatMs);
    const { folder } = parts;
    this.#ownAtStart = {
      lounge: folder.own('lounge'),
      calendar: folder.own('calendar'),
      services: folder.own('services'),
    };
    this.#noteForeignChanges();
  }

  watch(signal: AbortSignal | undefined) {
    return this.#live.watch(signal);
  }

  /** Tells the supervisors' screens that something may have changed. */
  changed(): void {
    this.#live.changed();
  }

  snapshot(): SettingsSnapshot {
    const { versions, catalogue, closeNow, clock, iso } = this.#its;
    const undo = versions.undoable();
    return {
      at: iso(clock.wall()),
      revision: versions.revision(),
      lounge: catalogue.lounge,
      calendar: catalogue.calendar,
      services: contentOf(catalogue, 'services'),
      undo: undo ? this.#version(undo) : null,
      closedNow: closeNow.list(),
    };
  }

  /** Whether a part could be saved like this, and what that would do to people who are here. */
  preview(part: SettingsPart, content: unknown): Previewed {
    const { queue, catalogue } = this.#its;
    const judged = judge(part, content, catalogue, queue.inUse);
    if (!judged.ok) return { ok: false, ...judged.wrong };
    return { ok: true, consequences: consequencesOf(catalogue, judged.catalogue, queue, this.#its.clock.wall()) };
  }

  /** @throws DomainError SETTINGS_WRONG with the place, SETTINGS_CHANGED with the newest revision */
  save(by: Actor, asked: { part: SettingsPart; content?: unknown; revision: number; requestKey: string }) {
    const { part, revision, requestKey } = asked;
    const parsed = catalogueFiles[part].safeParse(asked.content);
    // What no schema lets in is never looked at further, not even to compare it with an earlier body.
    const text = parsed.success ? textOf(parsed.data) : null;
    return this.#change(by, requestKey, ['settings.save', part, text, revision], () => {
      this.#expect(revision);
      const next = this.#judged(part, asked.content);
      return this.#decide(by, { part, act: 'saved', before: this.#held(part), after: text }, next);
    });
  }

  /** @throws DomainError NOTHING_TO_UNDO, SETTINGS_WRONG when people need what would go, SETTINGS_CHANGED */
  undo(by: Actor, { revision, requestKey }: { revision: number; requestKey: string }) {
    const { versions, folder } = this.#its;
    return this.#change(by, requestKey, ['settings.undo', revision], () => {
      this.#expect(revision);
      const last = versions.undoable();
      if (!last) throw new DomainError('NOTHING_TO_UNDO');
      const { part, before } = last;
      const next = this.#judged(part, JSON.parse(before ?? folder.shipped(part)));
      versions.takeBack(last.id);
      return this.#decide(by, { part, act: 'undone', before: last.after, after: before }, next);
    });
  }

  /** Newest first. */
  history(): SettingsVersion[] {
    return this.#its.versions.history().map((row) => this.#version(row));
  }

  #change(by: Actor, requestKey: string, body: unknown, act: () => Decided): { revision: number } {
    const { keys, versions, folder, adopt, report } = this.#its;
    let next: WholeCatalogue | null = null;
    const { answer } = keys.once(by, requestKey, body, () => {
      const decided = act();
      next = decided.next;
      return { revision: decided.revision };
    });
    if (next === null) return answer;
    try {
      versions.settle(folder);
    } catch (error) {
      report(error);
    }
    adopt(next);
    this.changed();
    return answer;
  }

  #expect(revision: number): void {
    const newest = this.#its.versions.revision();
    if (revision !== newest) throw new DomainError('SETTINGS_CHANGED', { revision: newest });
  }

  #judged(part: CataloguePart, content: unknown): WholeCatalogue {
    const judged: Judged = judge(part, content, this.#its.catalogue, this.#its.queue.inUse);
    if (!judged.ok) throw new DomainError('SETTINGS_WRONG', judged.wrong);
    return judged.catalogue;
  }

  #decide(by: Actor, change: Pick<VersionRow, 'part' | 'act' | 'before' | 'after'>, next: WholeCatalogue): Decided {
    const { versions, audit, clock, catalogue } = this.#its;
    const { part, act } = change;
    const revision = versions.add({ ...change, at: clock.wall(), actor: actorId(by) });
    versions.owe(part, change.after);
    const fields = changedFields(contentOf(catalogue, part), contentOf(next, part));
    audit.write(by, act === 'undone' ? 'settings_undone' : 'settings_saved', part, fields.join(' '));
    return { revision, next };
  }

  /** Somebody may edit a file while the hub stands still: that is a version too, so that nobody saves over it unseen. */
  #noteForeignChanges(): void {
    const { versions, clock } = this.#its;
    for (const part of Object.keys(catalogueFiles) as CataloguePart[]) {
      const newest = versions.newest(part);
      if (!newest) continue;
      const own = this.#ownAtStart[part];
      if (own !== newest.after)
        versions.add({ part, act: 'file', at: clock.wall(), actor: null, before: newest.after, after: own });
    }
  }

  /** The own file that holds now, as text; null: as shipped. */
  #held(part: SettingsPart): string | null {
    const newest = this.#its.versions.newest(part);
    return newest ? newest.after : this.#ownAtStart[part];
  }

  #version({ id, part, act, at, actor }: Omit<VersionRow, 'before' | 'after'>): SettingsVersion {
    const { iso, nameOf } = this.#its;
    const by = { id: actor ?? '', name: actor === null ? null : nameOf(actor) };
    return { revision: id, part, act, at: iso(at), by };
  }
}

interface Decided {
  readonly revision: number;
  readonly next: WholeCatalogue;
}

/** A part of the catalogue as its file has it. */
function contentOf<P extends CataloguePart>(catalogue: WholeCatalogue, part: P) {
  const { lounge, calendar, agencies, counters, services } = catalogue;
  const files = { lounge, calendar, services: { agencies, counters, services: [...services] } };
  return files[part];
}

function changedFields(before: object, after: object): string[] {
  const values = (file: object) => new Map(Object.entries(file).map(([name, value]) => [name, JSON.stringify(value)]));
  const was = values(before);
  const is = values(after);
  return [...new Set([...was.keys(), ...is.keys()])].filter((name) => was.get(name) !== is.get(name));
}

/** A file as it is written: for people too. */
const textOf = (content: unknown): string => `${JSON.stringify(content, null, 2)}\n`;
