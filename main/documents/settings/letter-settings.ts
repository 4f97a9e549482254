import type { LetterSettingsSnapshot, LetterSettingsVersion } from '../../../contract/letter-settings.ts';
import { type LetterFile, letterFile } from '../../../contract/letters.ts';
import type { Actor } from '../../../contract/principal.ts';
import type { VillageFile, VillagesFile } from '../../../contract/village.ts';
import { DomainError } from '../../ops/domain-error.ts';
import type { CatalogueFolder } from '../../store/versions/catalogue-folder.ts';
import { Changes, type ChangesNeeds, changedFields, type Decided, textOf } from '../../store/versions/changes.ts';
import type { VersionStore } from '../../store/versions/version-store.ts';
import { LetterCatalogue, type LetterParts } from '../catalogue/letter-catalogue.ts';
import type { Samples } from '../letters/samples.ts';
import {
  type JudgedLetters,
  judgeLetterPart,
  type LetterPart,
  type LettersInUse,
  letterIdOf,
  schemaOf,
} from './judge.ts';

export type LetterAct = Exclude<LetterSettingsVersion['act'], 'file'>;

export interface LetterSettingsParts extends ChangesNeeds {
  readonly versions: VersionStore<LetterPart, LetterAct>;
  readonly folder: CatalogueFolder<LetterPart>;
  readonly catalogue: LetterCatalogue;
  readonly unitType: () => LetterSettingsSnapshot['unitType'];
  readonly inUse: LettersInUse;
  readonly samples: Samples;
  /** Of the regency. */
  readonly villages: () => VillagesFile;
  /** Desks may show something else. */
  readonly changed: () => void;
}

interface Asked {
  readonly revision: number;
  readonly requestKey: string;
}

/** What a supervisor changes of the letters and of the office that issues them. */
export class LetterSettings {
  readonly #its: LetterSettingsParts;
  readonly #changes: Changes<LetterPart, LetterAct, LetterParts>;

  constructor(parts: LetterSettingsParts) {
    this.#its = parts;
    const { catalogue, changed } = parts;
    this.#changes = new Changes({
      ...parts,
      parts: ['village', ...catalogue.all().map(({ id }) => partOf(id))],
      adopt: (next) => {
        catalogue.adopt(next);
        changed();
      },
    });
  }

  snapshot(): LetterSettingsSnapshot {
    const { catalogue, folder, unitType } = this.#its;
    return {
      revision: this.#changes.revision(),
      unitType: unitType(),
      village: catalogue.village,
      letters: catalogue.all().map(({ id, kind, name, category, active, everyday }) => ({
        id,
        kind,
        name,
        category,
        active,
        everyday: everyday ?? null,
        own: this.#isOwn(id),
        shipped: folder.ships(partOf(id)),
      })),
      people: catalogue.parts.people,
      undo: this.#changes.undoable(),
    };
  }

  villages(): VillagesFile {
    return this.#its.villages();
  }

  /** A letter as its file has it. @throws DomainError LETTER_UNKNOWN */
  letter({ id }: { id: string }) {
    const { folder } = this.#its;
    const content = this.#letter(id);
    const part = partOf(id);
    const shipped = folder.ships(part) ? letterFile.parse(JSON.parse(folder.shipped(part))) : null;
    return { revision: this.#changes.revision(), content, own: this.#isOwn(id), shipped };
  }

  /** Whether a part could be saved like this, and how letters would look then. @throws DomainError LETTER_NOT_MADE */
  async preview({ part, content }: { part: string; content?: unknown }) {
    const { catalogue, samples } = this.#its;
    const judged = this.#judge(part as LetterPart, content);
    if (!judged.ok) return { ok: false as const, ...judged.wrong };
    const { next } = judged;
    // A new letterhead is shown on the first letter of every day.
    const id =
      letterIdOf(part as LetterPart) ?? catalogue.all().find(({ kind, active }) => active && kind === 'letter')?.id;
    const letter = id === undefined ? undefined : new LetterCatalogue(next).letter(id);
    const papers = letter?.kind === 'letter' ? await samples.papers(letter, next.village) : [];
    return { ok: true as const, papers };
  }

  /** @throws DomainError SETTINGS_WRONG with the place, SETTINGS_CHANGED with the newest revision */
  save(by: Actor, { part: asked, content, revision, requestKey }: Asked & { part: string; content?: unknown }) {
    const part = asked as LetterPart;
    const parsed = schemaOf(part).safeParse(content);
    // What no schema lets in is never looked at further, not even to compare it with an earlier body.
    const text = parsed.success ? textOf(parsed.data) : null;
    return this.#changes.once(by, requestKey, ['letterSettings.save', part, text, revision], () => {
      this.#changes.expect(revision);
      return this.#to(by, part, 'saved', text, content);
    });
  }

  /**
   * Gives up the village's own copy. A letter that does not come with the program is no more offered, and is kept.
   * @throws DomainError LETTER_UNKNOWN, SETTINGS_WRONG when the rest does not fit the shipped one, SETTINGS_CHANGED
   */
  backToShipped(by: Actor, { id, revision, requestKey }: Asked & { id: string }) {
    return this.#changes.once(by, requestKey, ['letterSettings.backToShipped', id, revision], () => {
      this.#changes.expect(revision);
      const letter = this.#letter(id);
      const part = partOf(id);
      if (this.#its.folder.ships(part))
        return this.#isOwn(id) ? this.#shipped(by, part, 'shipped') : { revision, next: null };
      return letter.active ? this.#keepUnoffered(by, letter, 'shipped') : { revision, next: null };
    });
  }

  /** @throws DomainError NOTHING_TO_UNDO, SETTINGS_WRONG when the rest does not fit it any more, SETTINGS_CHANGED */
  undo(by: Actor, { revision, requestKey }: Asked) {
    return this.#changes.once(by, requestKey, ['letterSettings.undo', revision], () => {
      this.#changes.expect(revision);
      const { part, before } = this.#changes.takeBack();
      if (before !== null) return this.#to(by, part, 'undone', before, JSON.parse(before));
      const id = letterIdOf(part);
      return id === null || this.#its.folder.ships(part) ? this.#shipped(by, part, 'undone') : this.#unadd(by, id);
    });
  }

  /** Newest first. */
  history(): LetterSettingsVersion[] {
    return this.#changes.history();
  }

  #shipped(by: Actor, part: LetterPart, act: LetterAct): Decided<LetterParts> {
    return this.#to(by, part, act, null, JSON.parse(this.#its.folder.shipped(part)));
  }

  /** Takes a letter back that was added; one that people asked for is kept for their requests. */
  #unadd(by: Actor, id: string): Decided<LetterParts> {
    const { catalogue, inUse } = this.#its;
    const letter = this.#letter(id);
    if (inUse.asked(id)) return this.#keepUnoffered(by, letter, 'undone');
    const letters = catalogue.parts.letters.filter((other) => other.id !== id);
    const change = { part: partOf(id), act: 'undone', after: null } as const;
    return { revision: this.#changes.decide(by, change, ['id']), next: { ...catalogue.parts, letters } };
  }

  #keepUnoffered(by: Actor, letter: LetterFile, act: LetterAct): Decided<LetterParts> {
    const content = { ...letter, active: false };
    return this.#to(by, partOf(letter.id), act, textOf(content), content);
  }

  /** @param text of the own file from now on; null: none */
  #to(by: Actor, part: LetterPart, act: LetterAct, text: string | null, content: unknown): Decided<LetterParts> {
    const judged = this.#judge(part, content);
    if (!judged.ok) throw new DomainError('SETTINGS_WRONG', judged.wrong);
    const fields = changedFields(this.#content(part) ?? {}, judged.content);
    return { revision: this.#changes.decide(by, { part, act, after: text }, fields), next: judged.next };
  }

  #judge(part: LetterPart, content: unknown): JudgedLetters {
    const { catalogue, inUse } = this.#its;
    return judgeLetterPart(part, content, catalogue.parts, inUse);
  }

  #content(part: LetterPart): VillageFile | LetterFile | undefined {
    const { village, letters } = this.#its.catalogue.parts;
    const id = letterIdOf(part);
    return id === null ? village : letters.find((letter) => letter.id === id);
  }

  #letter(id: string): LetterFile {
    const letter = this.#its.catalogue.parts.letters.find((other) => other.id === id);
    if (!letter) throw new DomainError('LETTER_UNKNOWN');
    return letter;
  }

  #isOwn(id: string): boolean {
    return this.#changes.held(partOf(id)) !== null;
  }
}

const partOf = (letterId: string): LetterPart => `letter:${letterId}`;
