import { type CataloguePart, catalogueFiles } from '../../contract/catalogue.ts';
import type { WholeCatalogue } from '../../contract/catalogue-whole.ts';
import type { Actor } from '../../contract/principal.ts';
import type { Previewed, SettingsPart, SettingsSnapshot, SettingsVersion } from '../../contract/settings.ts';
import { DomainError } from '../ops/domain-error.ts';
import { Live } from '../ops/live.ts';
import type { CatalogueFolder } from '../store/versions/catalogue-folder.ts';
import { Changes, type ChangesNeeds, changedFields, type Decided, textOf } from '../store/versions/changes.ts';
import type { VersionStore } from '../store/versions/version-store.ts';
import type { CloseNow } from './close-now.ts';
import { consequencesOf, lettersLoseLine, type QueueUnderSettings } from './consequences.ts';
import { type Judged, judge } from './judge.ts';

type Act = Exclude<SettingsVersion['act'], 'file'>;

export interface SettingsParts extends ChangesNeeds {
  readonly versions: VersionStore<SettingsPart, Act>;
  readonly folder: CatalogueFolder<SettingsPart>;
  readonly queue: QueueUnderSettings;
  readonly closeNow: CloseNow;
  /** The service in which people with a letter stand; null where no letters are issued. */
  readonly lettersLine: () => string | null;
  /** What holds now. */
  readonly catalogue: WholeCatalogue;
  /** Lets the whole lounge go by another catalogue from now on, and tells every screen. */
  readonly adopt: (next: WholeCatalogue) => void;
}

const repeatMs = 8_000;

/** What a supervisor changes of the lounge itself. */
export class Settings {
  readonly #its: SettingsParts;
  readonly #changes: Changes<SettingsPart, Act, WholeCatalogue>;
  readonly #live: Live<SettingsSnapshot>;

  constructor(parts: SettingsParts) {
    this.#its = parts;
    this.#live = new Live(() => this.snapshot(), repeatMs);
    this.#changes = new Changes({
      ...parts,
      parts: Object.keys(catalogueFiles) as CataloguePart[],
      adopt: (next) => {
        parts.adopt(next);
        this.changed();
      },
    });
  }

  watch(signal: AbortSignal | undefined) {
    return this.#live.watch(signal);
  }

  /** Tells the supervisors' screens that something may have changed. */
  changed(): void {
    this.#live.changed();
  }

  snapshot(): SettingsSnapshot {
    const { catalogue, closeNow, clock, iso } = this.#its;
    return {
      at: iso(clock.wall()),
      revision: this.#changes.revision(),
      lounge: catalogue.lounge,
      calendar: catalogue.calendar,
      services: contentOf(catalogue, 'services'),
      undo: this.#changes.undoable(),
      closedNow: closeNow.list(),
    };
  }

  /** Whether a part could be saved like this, and what that would do to people who are here. */
  preview(part: SettingsPart, content: unknown): Previewed {
    const { queue, catalogue, lettersLine } = this.#its;
    const judged = judge(part, content, catalogue, queue.inUse);
    if (!judged.ok) return { ok: false, ...judged.wrong };
    const next = judged.catalogue;
    const ofQueue = consequencesOf(catalogue, next, queue, this.#its.clock.wall());
    return { ok: true, consequences: [...ofQueue, ...lettersLoseLine(catalogue, next, lettersLine())] };
  }

  /** @throws DomainError SETTINGS_WRONG with the place, SETTINGS_CHANGED with the newest revision */
  save(by: Actor, asked: { part: SettingsPart; content?: unknown; revision: number; requestKey: string }) {
    const { part, revision, requestKey } = asked;
    const parsed = catalogueFiles[part].safeParse(asked.content);
    // What no schema lets in is never looked at further, not even to compare it with an earlier body.
    const text = parsed.success ? textOf(parsed.data) : null;
    return this.#changes.once(by, requestKey, ['settings.save', part, text, revision], () => {
      this.#changes.expect(revision);
      const next = this.#judged(part, asked.content);
      return this.#decide(by, { part, act: 'saved', after: text }, next);
    });
  }

  /** @throws DomainError NOTHING_TO_UNDO, SETTINGS_WRONG when people need what would go, SETTINGS_CHANGED */
  undo(by: Actor, { revision, requestKey }: { revision: number; requestKey: string }) {
    return this.#changes.once(by, requestKey, ['settings.undo', revision], () => {
      this.#changes.expect(revision);
      const { part, before } = this.#changes.takeBack();
      const next = this.#judged(part, JSON.parse(before ?? this.#its.folder.shipped(part)));
      return this.#decide(by, { part, act: 'undone', after: before }, next);
    });
  }

  /** Newest first. */
  history(): SettingsVersion[] {
    return this.#changes.history();
  }

  #judged(part: CataloguePart, content: unknown): WholeCatalogue {
    const judged: Judged = judge(part, content, this.#its.catalogue, this.#its.queue.inUse);
    if (!judged.ok) throw new DomainError('SETTINGS_WRONG', judged.wrong);
    return judged.catalogue;
  }

  #decide(
    by: Actor,
    change: { part: SettingsPart; act: Act; after: string | null },
    next: WholeCatalogue,
  ): Decided<WholeCatalogue> {
    const fields = changedFields(contentOf(this.#its.catalogue, change.part), contentOf(next, change.part));
    return { revision: this.#changes.decide(by, change, fields), next };
  }
}

/** A part of the catalogue as its file has it. */
function contentOf<P extends CataloguePart>(catalogue: WholeCatalogue, part: P) {
  const { lounge, calendar, agencies, counters, services } = catalogue;
  const files = { lounge, calendar, services: { agencies, counters, services: [...services] } };
  return files[part];
}
