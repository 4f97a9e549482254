import { type CataloguePart, catalogueFiles, placeIn } from '../../contract/catalogue.ts';
import { type Contradiction, findContradiction, type WholeCatalogue } from '../../contract/catalogue-whole.ts';
import type { WrongSetting } from '../../contract/settings.ts';
import { issueInWords } from '../ops/issue-words.ts';
import { contradictionInWords } from './wording.ts';

/** What people who are here need of the catalogue. */
export interface CatalogueInUse {
  tickets(): (serviceId: string) => { waiting: number; called: number; parked: number; missed: number };
  letters(): (letter: string, series: string) => boolean;
  counter(id: string): boolean;
}

export type Judged = { ok: true; catalogue: WholeCatalogue } | { ok: false; wrong: WrongSetting };

/** The series of pre-printed numbers. */
const spareSeries = 'SPARE';

/** Whether one part of the catalogue may become `content`: its form, its fit with the rest, and who is here now. */
export function judge(part: CataloguePart, content: unknown, now: WholeCatalogue, inUse: CatalogueInUse): Judged {
  const parsed = catalogueFiles[part].safeParse(content);
  if (!parsed.success) return { ok: false, wrong: issueInWords(parsed.error.issues, content) };
  const changed = part === 'services' ? parsed.data : { [part]: parsed.data };
  // One by one: what holds now gives its files through getters, which a spread does not see.
  const { lounge, calendar, agencies, counters, services } = now;
  const next: WholeCatalogue = { lounge, calendar, agencies, counters, services, ...changed };
  const contradiction = findContradiction(next);
  const wrong = contradiction ? seenFrom(part, contradiction, next) : needed(part, now, next, inUse);
  return wrong ? { ok: false, wrong } : { ok: true, catalogue: next };
}

/** A contradiction is between two files: the place is in the one that is being changed. */
function seenFrom(part: CataloguePart, wrong: Contradiction, next: WholeCatalogue): WrongSetting {
  const { code, what } = contradictionInWords(wrong);
  if (wrong.part === part) return { at: placeIn(wrong.at), code, what };
  const service = next.services[wrong.at[1] as number];
  return {
    at: part === 'lounge' ? 'spareLetter' : 'hours',
    code,
    what: {
      id: `Layanan "${service?.name.id}": ${what.id}`,
      en: `Service "${service?.name.en}": ${what.en}`,
    },
  };
}

function needed(
  part: CataloguePart,
  now: WholeCatalogue,
  next: WholeCatalogue,
  inUse: CatalogueInUse,
): WrongSetting | null {
  if (part === 'calendar') return null;
  const used = inUse.letters();
  if (part === 'lounge') {
    const letter = next.lounge.spareLetter;
    const taken = letter !== now.lounge.spareLetter && used(letter, spareSeries);
    return taken ? letterUsed('spareLetter', letter) : null;
  }
  return neededServices(now, next, inUse) ?? neededCounters(now, next, inUse) ?? reusedLetter(now, next, used);
}

function neededServices(now: WholeCatalogue, next: WholeCatalogue, inUse: CatalogueInUse): WrongSetting | null {
  const open = inUse.tickets();
  for (const { id, name } of left(now.services, next.services)) {
    const { waiting, called, parked } = open(id);
    const people = waiting + called + parked;
    if (people > 0)
      return {
        at: 'services',
        code: 'in_use',
        what: {
          id: `Layanan "${name.id}" belum dapat dihapus: ${people} nomor belum selesai. Gunakan "Tutup sekarang" dan hapus setelah selesai.`,
          en: `Service "${name.en}" cannot be removed yet: ${people} ${people === 1 ? 'number is' : 'numbers are'} not finished. Use "Close now" and remove it afterwards.`,
        },
      };
  }
  return null;
}

function neededCounters(now: WholeCatalogue, next: WholeCatalogue, inUse: CatalogueInUse): WrongSetting | null {
  const busy = left(now.counters, next.counters).find(({ id }) => inUse.counter(id));
  return busy
    ? {
        at: 'counters',
        code: 'in_use',
        what: {
          id: `${busy.name.id} sedang dipakai. Tutup loket itu dahulu.`,
          en: `${busy.name.en} is at work. Close it first.`,
        },
      }
    : null;
}

function reusedLetter(
  now: WholeCatalogue,
  next: WholeCatalogue,
  used: (letter: string, series: string) => boolean,
): WrongSetting | null {
  const letters = new Map(now.services.map(({ id, letter }) => [id, letter]));
  const i = next.services.findIndex(({ id, letter }) => letters.get(id) !== letter && used(letter, id));
  return i === -1 ? null : letterUsed(placeIn(['services', i, 'letter']), next.services[i]?.letter ?? '');
}

function letterUsed(at: string, letter: string): WrongSetting {
  return {
    at,
    code: 'letter_used',
    what: {
      id: `Hari ini sudah ada nomor dengan huruf ${letter}. Ganti besok, atau pilih huruf lain.`,
      en: `Numbers with the letter ${letter} were given today. Change it tomorrow, or choose another letter.`,
    },
  };
}

/** What is there now and will not be. */
function left<T extends { readonly id: string }>(now: readonly T[], next: readonly T[]): T[] {
  const stay = new Set(next.map(({ id }) => id));
  return now.filter(({ id }) => !stay.has(id));
}
