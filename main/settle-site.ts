import type { Bilingual } from '../contract/base.ts';
import type { WholeCatalogue } from '../contract/catalogue-whole.ts';
import type { Actor } from '../contract/principal.ts';
import type { Paper } from '../contract/printing.ts';
import type { SettingsPart } from '../contract/settings.ts';
import { readSite, type SiteFile, siteFile } from '../contract/site.ts';
import type { VillageFile, VillagesFile } from '../contract/village.ts';
import { BackupStore } from './backup/backup-store.ts';
import type { LetterParts } from './documents/catalogue/letter-catalogue.ts';
import { judgeLetterPart, type LetterPart } from './documents/settings/judge.ts';
import { FleetStore } from './fleet/fleet-store.ts';
import { type Assignment, assign, assignmentsOf, isEqual, valueAt } from './fleet/site.ts';
import { findSite, keepSite, type SiteText, type Sticks } from './fleet/site-file.ts';
import { SiteStore } from './fleet/site-store.ts';
import { issueInWords } from './ops/issue-words.ts';
import type { Log } from './ops/log.ts';
import { keepOwnPrinter } from './printing/outlets.ts';
import { paperOf } from './printing/paper.ts';
import { PrinterStore } from './printing/printer-store.ts';
import { type CatalogueInUse, judge } from './settings/judge.ts';
import { Audit } from './store/audit.ts';
import type { Store } from './store/open.ts';
import type { CatalogueFolder } from './store/versions/catalogue-folder.ts';
import { changedFields, textOf } from './store/versions/changes.ts';
import { VersionStore } from './store/versions/version-store.ts';

export interface SiteRoom {
  readonly store: Store;
  readonly dataFolder: string;
  readonly sticks: Sticks;
  readonly folder: CatalogueFolder<SettingsPart>;
  readonly letterFiles: CatalogueFolder<LetterPart>;
  readonly catalogue: WholeCatalogue;
  readonly letters: LetterParts;
  readonly villages: VillagesFile;
  /** The hub's own kiosk. */
  readonly device: string;
  readonly clock: { wall(): number };
  readonly log: Log;
}

export interface SettledSite {
  /** The village that site.json names; null: none does. */
  readonly code: string | null;
  /** What is wrong with the file, for people; the lounge goes on as if it were not there. */
  readonly problem: Bilingual | null;
  /** For whoever updates the program. */
  readonly update: SiteFile['update'] | null;
}

/** Who changed it, in the history of the settings. */
const author = 'site.json';
const by: Actor = { role: 'supervisor', device: author, person: null };

/** At a start nobody waits at a counter whom another name or other hours could harm. */
const nobody: CatalogueInUse = {
  tickets: () => () => ({ waiting: 0, called: 0, parked: 0, missed: 0 }),
  letters: () => () => false,
  counter: () => false,
};

/**
 * Takes over this machine's site.json, once for each of its revisions, as versions of the settings that a supervisor can
 * see and take back. At the first start everything it says holds; later only where nobody has changed what an earlier
 * revision, or the shipped file, said. Never throws for what is in the file: a broken one leaves the set-up pages.
 */
export function settleSite(room: SiteRoom): SettledSite {
  const sites = new SiteStore(room.store.db);
  const taken = sites.taken();
  const nothing = { code: taken?.code ?? null, update: null };
  const refuse = (problem: Bilingual): SettledSite => {
    room.log.warn({ problem: problem.en }, 'site.json was not taken over');
    return { ...nothing, problem };
  };
  try {
    const found = findSite(room.dataFolder, room.sticks, taken === null && !sites.hasBegun());
    if (!found) return { ...nothing, problem: null };
    const content = parseSite(found);
    const wrongForm = siteFile.safeParse(content).error;
    if (wrongForm) return refuse(inPlace(found, issueInWords(wrongForm.issues, content)));
    const read = readSite(content, room.villages);
    if (!read.ok)
      return refuse(
        inPlace(found, { at: read.wrong.at, what: { id: unfit[read.wrong.at] ?? '', en: read.wrong.what } }),
      );
    const { site, village } = read;
    const { code, revision, update = null } = site;
    if (taken === null || revision > taken.revision) {
      const assignments = assignmentsOf(site, village, room.villages);
      const wrong = takeOver(room, sites, assignments, { revision, code });
      if (wrong !== null) return refuse(inPlace(found, wrong));
      keepSite(room.dataFolder, found);
    }
    return { code, problem: null, update };
  } catch (error) {
    const [line = ''] = (error as Error).message.split('\n', 1);
    return refuse({ id: line, en: line });
  }
}

/** @throws Error in one line */
function parseSite({ path, text }: SiteText): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${path} is no JSON: ${(error as Error).message.split('\n', 1)[0]}`);
  }
}

/** What is right in itself, and is not the regency's. */
const unfit: Readonly<Record<string, string>> = {
  code: 'kode ini tidak ada di kabupaten',
  office: 'jenis kantor tidak sesuai dengan desa atau kelurahannya',
};

interface Wrong {
  readonly at: string;
  readonly what: Bilingual;
}

function inPlace({ path }: SiteText, { at, what }: Wrong): Bilingual {
  const place = at === '' ? path : `${path}, ${at}`;
  return { id: `${place}: ${what.id}`, en: `${place}: ${what.en}` };
}

/** @returns what does not fit; then nothing was taken over */
function takeOver(
  room: SiteRoom,
  sites: SiteStore,
  assignments: readonly Assignment[],
  { revision, code }: { revision: number; code: string },
): Wrong | null {
  const { store, folder, letterFiles, catalogue, letters, clock } = room;
  const mayReplace = replaceable(room, sites);
  const of = (part: Assignment['part']) => assignments.filter((one) => one.part === part);
  const lounge = assign(catalogue.lounge, of('lounge'), mayReplace);
  const calendar = assign(catalogue.calendar, of('calendar'), mayReplace);
  const village = assign(letters.village, of('village'), mayReplace);
  const machine = machineOf(room);
  const next = assign(machine, of('machine'), mayReplace);

  const asked = judge('lounge', lounge, catalogue, nobody);
  const judged = asked.ok ? judge('calendar', calendar, asked.catalogue, nobody) : asked;
  if (!judged.ok) return judged.wrong;
  const { services } = judged.catalogue;
  const line = lounge.unitType === 'lounge' ? null : services.map(({ id }) => id);
  const fits = judgeLetterPart('village', village, letters, { services: () => line, asked: () => false });
  if (!fits.ok) return fits.wrong;

  const audit = new Audit(store.db, clock);
  const settings = new VersionStore<SettingsPart, 'saved'>(store.db, 'settings');
  const ofLetters = new VersionStore<LetterPart, 'saved'>(store.db, 'letter_settings');
  const at = clock.wall();
  store.immediate(() => {
    for (const [part, before, after] of [
      ['lounge', catalogue.lounge, lounge],
      ['calendar', catalogue.calendar, calendar],
    ] as const) {
      if (isEqual(before, after)) continue;
      settings.add({ part, act: 'saved', at, actor: author, before: folder.own(part), after: textOf(after) });
      settings.owe(part, textOf(after));
      audit.write(by, 'settings_saved', part, changedFields(before, after).join(' '));
    }
    if (!isEqual(letters.village, village)) {
      const [part, text] = ['village', textOf(village)] as const;
      ofLetters.add({ part, act: 'saved', at, actor: author, before: letterFiles.own(part), after: text });
      ofLetters.owe(part, text);
      audit.write(by, 'letter_settings_saved', part, changedFields(letters.village, village).join(' '));
    }
    keepMachine(room, machine, next);
    sites.keep({ revision, code, assignments });
    sites.finishFirstStart(at, author);
  });
  return null;
}

/** What an earlier revision set, or what was shipped, is nobody's own; at the first start nothing is. */
function replaceable({ folder, letterFiles }: SiteRoom, sites: SiteStore) {
  const taken = sites.taken();
  const isFirst = taken === null && !sites.hasBegun();
  const shipped: Readonly<Record<Assignment['part'], unknown>> = {
    lounge: JSON.parse(folder.shipped('lounge')),
    calendar: JSON.parse(folder.shipped('calendar')),
    village: JSON.parse(letterFiles.shipped('village')) as VillageFile,
    machine: {},
  };
  return ({ part, at }: Assignment, now: unknown): boolean => {
    const before = taken?.assignments.find((one) => one.part === part && isEqual(one.at, at));
    if (before) return isEqual(now, before.value);
    return isFirst || now === null || now === undefined || isEqual(now, valueAt(shipped[part], at));
  };
}

interface Machine {
  readonly printer: { readonly uri: string; readonly paper: Paper } | null;
  readonly report: string | null;
  readonly backupKey: string | null;
}

function machineOf({ store: { db }, device }: SiteRoom): Machine {
  const row = new PrinterStore(db).of(device);
  const printer = row?.uri ? { uri: row.uri, paper: paperOf(row.profile) } : null;
  const report = db.prepare<[], string | null>('SELECT address FROM fleet').pluck().get() ?? null;
  return { printer, report, backupKey: new BackupStore(db).choices()?.recipient?.publicKey ?? null };
}

function keepMachine({ store: { db }, device, clock }: SiteRoom, before: Machine, after: Machine): void {
  if (after.printer && !isEqual(before.printer, after.printer))
    keepOwnPrinter(new PrinterStore(db), device, after.printer);
  if (before.report !== after.report) new FleetStore(db).setAddress(after.report);
  if (after.backupKey !== null && before.backupKey !== after.backupKey)
    new BackupStore(db).setRecipient({ kind: 'regency', publicKey: after.backupKey, since: clock.wall() });
}
