import { type Actor, actorId } from '../../../contract/principal.ts';
import type { Disposal, DisposalRow, RetentionState } from '../../../contract/retention.ts';
import type { VillageFile } from '../../../contract/village.ts';
import { DomainError } from '../../ops/domain-error.ts';
import type { Audit } from '../../store/audit.ts';
import type { LogSweep } from '../../store/log-sweep.ts';
import type { RequestKeys } from '../../store/request-keys.ts';
import { letterDocument } from '../letters/letter-document.ts';
import type { UnitType } from '../letters/office.ts';
import type { LetterPress } from '../letters/press.ts';
import type { RequestStore } from '../requests/request-store.ts';
import { dueCsv } from './due-csv.ts';
import type { DisposalRecord } from './erasure-list.ts';
import type { Erasures } from './erasures.ts';
import { composeMinutes } from './minutes.ts';
import type { KeptLetter, RetentionStore } from './retention-store.ts';
import { archivedBefore, isOver } from './rules.ts';

export interface DisposalsParts {
  readonly kept: RetentionStore;
  readonly requests: RequestStore;
  readonly erasures: Erasures;
  readonly sweep: LogSweep;
  readonly keys: RequestKeys;
  readonly audit: Pick<Audit, 'write'>;
  readonly press: Pick<LetterPress, 'render'>;
  readonly village: () => VillageFile;
  readonly unitType: () => UnitType;
  /** The emblem, a PNG in base64. */
  readonly logo: () => string | null;
  readonly clock: { wall(): number };
  readonly clockConfirmed: () => boolean;
  readonly ids: { next(): string };
  readonly iso: (wall: number) => string;
  readonly nameOf: (actor: string) => string;
  readonly changed: () => void;
}

interface AskedDestruction {
  readonly letterIds: readonly string[];
  readonly minutesNumber: string;
  readonly minutesDate: string;
  readonly witnesses: readonly string[];
  readonly requestKey: string;
}

const pageRows = 50;

/** Letters whose time in the archive is over, and those that were destroyed with a berita acara. */
export class Disposals {
  readonly #its: DisposalsParts;

  constructor(parts: DisposalsParts) {
    this.#its = parts;
  }

  state(): RetentionState {
    const { kept, village, iso } = this.#its;
    const lastRun = kept.lastRun();
    return {
      ...village().retention,
      lastRun: lastRun && { ...lastRun, at: iso(lastRun.at) },
      unfinished: kept.unfinished(),
      due: kept.dueCount(this.#due()),
      disposals: kept.disposals().map((row) => this.#shown(row)),
    };
  }

  /** A page of the daftar usul musnah, oldest first. */
  due({ page }: { page: number }): { rows: DisposalRow[]; total: number } {
    const { kept } = this.#its;
    const due = this.#due();
    const letters = kept.due(due, pageRows, page * pageRows);
    const rows = letters.map(({ id, number, subject, date, register }) => ({
      letterId: id,
      number,
      title: subject,
      date,
      register,
    }));
    return { rows, total: kept.dueCount(due) };
  }

  exportDue(): { name: string; text: string } {
    const { kept } = this.#its;
    const due = this.#due();
    return {
      name: `daftar-usul-musnah-${due.today}.csv`,
      text: dueCsv(kept.due(due, kept.dueCount(due), 0)),
    };
  }

  /**
   * Destroys letters, all of them or none: their words, PDFs and what is left of whom they are about. The register keeps
   * number, date and kind. They are gone for everybody in one transaction, and their bytes when this is answered; if the
   * power goes before that, at the next start.
   * @throws DomainError CLOCK_UNCONFIRMED, NOT_DUE with their ids, REQUEST_KEY_REUSED, STORE_FULL
   */
  async destroy(by: Actor, { requestKey, ...asked }: AskedDestruction): Promise<Disposal> {
    const { keys, erasures, sweep, changed } = this.#its;
    const { answer, acted } = erasures.whole(() =>
      keys.once(by, requestKey, ['retention.destroy', asked], () => this.#shown(this.#destroy(by, asked))),
    );
    if (acted) changed();
    await erasures.wipe(answer.id);
    sweep.sweep();
    return answer;
  }

  /** The berita acara as a PDF. @throws DomainError DISPOSAL_UNKNOWN, LETTER_NOT_MADE */
  async minutes({ id }: { id: string }): Promise<{ name: string; pdf: string }> {
    const { kept, press, logo } = this.#its;
    const disposal = kept.disposal(id);
    if (!disposal) throw new DomainError('DISPOSAL_UNKNOWN');
    const document = letterDocument.parse(JSON.parse(disposal.document));
    const pdf = await press.render({ ...document, letterhead: { ...document.letterhead, logo: logo() } });
    return {
      name: `berita-acara-pemusnahan-${disposal.minutes_date}.pdf`,
      pdf: Buffer.from(pdf).toString('base64'),
    };
  }

  #destroy(by: Actor, asked: Omit<AskedDestruction, 'requestKey'>): DisposalRecord {
    const { kept, erasures, audit, village, unitType, clock, clockConfirmed, ids } = this.#its;
    if (!clockConfirmed()) throw new DomainError('CLOCK_UNCONFIRMED');
    const due = this.#due();
    const wanted = [...new Set(asked.letterIds)].map((id) => ({ id, letter: kept.dueOne(due, id) }));
    const notDue = wanted.filter(({ letter }) => !letter).map(({ id }) => id);
    if (notDue.length > 0) throw new DomainError('NOT_DUE', { ids: notDue });
    const letters = wanted.flatMap(({ letter }) => letter ?? []).sort(oldestFirst);
    const minutes = composeMinutes({ ...asked, letters, village: village(), unitType: unitType() });
    const disposal: DisposalRecord = {
      id: ids.next(),
      minutes_number: asked.minutesNumber,
      minutes_date: asked.minutesDate,
      letters: letters.length,
      document: JSON.stringify(minutes),
      at: clock.wall(),
      actor: actorId(by),
    };
    const purged = this.#withoutLetters(letters);
    erasures.erase({ purged, destroyed: { letters: letters.map(({ id }) => id), disposal } });
    audit.write(by, 'letters_destroyed', disposal.id, String(letters.length));
    return disposal;
  }

  /** Requests of which no letter is left after these, unless somebody still works on them. */
  #withoutLetters(letters: readonly KeptLetter[]): string[] {
    const { kept, requests } = this.#its;
    const going = new Set(letters.map(({ id }) => id));
    return [...new Set(letters.map(({ request_id }) => request_id))].filter((id) => {
      const request = requests.find(id);
      return (!request || isOver(request.state)) && kept.keptOf(id).every((letter) => going.has(letter.id));
    });
  }

  #due(): { archived: string; today: string } {
    const { village, iso, clock } = this.#its;
    const today = iso(clock.wall()).slice(0, 10);
    return { archived: archivedBefore(today, village().retention.letterYears), today };
  }

  #shown({ id, minutes_number, minutes_date, letters, at, actor }: Omit<DisposalRecord, 'document'>): Disposal {
    const { iso, nameOf } = this.#its;
    return {
      id,
      minutesNumber: minutes_number,
      minutesDate: minutes_date,
      letters,
      at: iso(at),
      by: nameOf(actor),
    };
  }
}

const oldestFirst = (a: KeptLetter, b: KeptLetter): number => a.date.localeCompare(b.date) || (a.id < b.id ? -1 : 1);
