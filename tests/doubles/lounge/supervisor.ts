import type { Actor } from '../../../contract/principal.ts';
import type { SettingsPart, SettingsSnapshot } from '../../../contract/settings.ts';
import type { Lounge } from '../../../main/lounge.ts';
import { supervisorActor } from './in-process.ts';

/** A supervisor at the settings: reads a part, changes something in it, saves the whole. Every press has a key of its own. */
export class TestSupervisor {
  readonly by: Actor = supervisorActor;
  readonly #test: { readonly lounge: Lounge };

  constructor(test: { readonly lounge: Lounge }) {
    this.#test = test;
  }

  get sees(): SettingsSnapshot {
    return this.#settings.snapshot();
  }

  /** A copy of a part with something changed in it. */
  edited<P extends SettingsPart>(part: P, change: (content: SettingsSnapshot[P]) => void): SettingsSnapshot[P] {
    const content = structuredClone(this.sees[part]);
    change(content);
    return content;
  }

  change<P extends SettingsPart>(part: P, change: (content: SettingsSnapshot[P]) => void) {
    return this.save(part, this.edited(part, change));
  }

  save(part: SettingsPart, content: unknown, revision = this.sees.revision, requestKey: string = key()) {
    return this.#settings.save(this.by, { part, content, revision, requestKey });
  }

  undo(revision = this.sees.revision, requestKey: string = key()) {
    return this.#settings.undo(this.by, { revision, requestKey });
  }

  /** What would be refused, or what a change would do. */
  preview<P extends SettingsPart>(part: P, change: (content: SettingsSnapshot[P]) => void) {
    return this.#settings.preview(part, this.edited(part, change));
  }

  get #settings() {
    return this.#test.lounge.settings;
  }
}

const key = () => crypto.randomUUID();
