import type Database from 'better-sqlite3';
import { CatalogueFolder } from '../../store/versions/catalogue-folder.ts';
import { VersionStore } from '../../store/versions/version-store.ts';
import type { LetterPart } from './judge.ts';
import { type LetterAct, LetterSettings, type LetterSettingsParts } from './letter-settings.ts';

/** Where the village and its letters lie: `village.json`, `letters/sk_usaha.json`. */
export function letterFolder(shipped: string, own: string): CatalogueFolder<LetterPart> {
  return new CatalogueFolder(shipped, own, (part) => `${part.replace('letter:', 'letters/')}.json`);
}

/** Writes to the files what was decided before a crash. @returns whether anything was; then the letters are others */
export function settleLetters(db: Database.Database, folder: CatalogueFolder<LetterPart>): boolean {
  return new VersionStore<LetterPart, LetterAct>(db, 'letter_settings').settle(folder);
}

/** What a supervisor changes of the letters and of the office that issues them. */
export function openLetterSettings({
  db,
  ...needs
}: Omit<LetterSettingsParts, 'versions'> & { readonly db: Database.Database }): LetterSettings {
  return new LetterSettings({ ...needs, versions: new VersionStore(db, 'letter_settings') });
}
