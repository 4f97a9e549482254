import type { Bilingual } from '../../../contract/base.ts';
import { type Actor, actorId } from '../../../contract/principal.ts';
import { DomainError } from '../../ops/domain-error.ts';
import type { Audit } from '../../store/audit.ts';
import type { LogSweep } from '../../store/log-sweep.ts';
import type { RequestKeys } from '../../store/request-keys.ts';
import { letterDocument } from '../letters/letter-document.ts';
import type { LetterStore } from '../letters/letter-store.ts';
import { textOf } from '../letters/lines.ts';
import type { OfferedLetters } from '../requests/parts.ts';
import type { RequestStore } from '../requests/request-store.ts';
import { writeTrackingCode } from '../requests/tracking-code.ts';
import type { Resident } from '../residents/resident-rows.ts';
import { plainName } from '../residents/same-name.ts';
import type { Erasures } from './erasures.ts';
import { type KnownRequest, personFile } from './person-file.ts';
import type { FoundRequest, KeptLetter, RetentionStore } from './retention-store.ts';
import {
  answersAt,
  isNeverIssued,
  isOver,
  nikDigits,
  placesOf,
  type SoughtPerson,
  sameName,
  withoutPerson,
} from './rules.ts';

export interface PersonsParts {
  readonly kept: RetentionStore;
  readonly requests: RequestStore;
  readonly letters: LetterStore;
  readonly offered: OfferedLetters;
  readonly residents: { known(nik: string): Resident | undefined; forget(nik: string): void };
  readonly erasures: Erasures;
  readonly sweep: LogSweep;
  readonly keys: RequestKeys;
  readonly audit: Pick<Audit, 'write'>;
  readonly clock: { wall(): number };
  readonly clockConfirmed: () => boolean;
  readonly ids: { next(): string };
  readonly iso: (wall: number) => string;
  readonly nameOf: (actor: string) => string;
  /** "Desa Tambakrejo". */
  readonly office: () => string;
  readonly changed: () => void;
}

interface Asked {
  readonly nik: string;
  readonly name: string;
}

/** A request that names the person, and where. */
interface Naming extends FoundRequest {
  readonly beginnings: readonly string[];
}

interface Known {
  readonly resident: Resident | null;
  readonly requests: readonly Naming[];
  readonly letters: readonly KeptLetter[];
}

const applicantPlace = 'applicant.';

/** What the office knows of one person: found, given out and forgotten. A NIK counts with its name alone. */
export class Persons {
  readonly #its: PersonsParts;

  constructor(parts: PersonsParts) {
    this.#its = parts;
  }

  /** How much is known, without saying what. */
  find(asked: Asked): { onList: boolean; requests: number; letters: number; what: Bilingual[] } {
    const { resident, requests, letters } = this.#known(asked);
    const what = [
      { is: resident !== null, id: 'Data pada daftar penduduk', en: 'An entry of the residents’ list' },
      { is: requests.length > 0, id: 'Isian permohonan surat', en: 'Answers of requests for letters' },
      { is: requests.some(({ phone }) => phone !== null), id: 'Nomor telepon', en: 'A phone number' },
      { is: requests.some(({ before }) => before.length > 0), id: 'Isian yang dibetulkan', en: 'Corrected answers' },
      { is: letters.length > 0, id: 'Surat yang bernomor', en: 'Letters with a number' },
    ];
    return {
      onList: resident !== null,
      requests: requests.length,
      letters: letters.length,
      what: what.flatMap(({ is, ...words }) => (is ? [words] : [])),
    };
  }

  /** Everything that is kept of a person, for the person. It is written down. @throws DomainError PERSON_UNKNOWN */
  export(by: Actor, asked: Asked): { name: string; text: string } {
    const { requests: store, audit, clock, iso, office } = this.#its;
    const known = this.#known(asked);
    const person = this.#person(asked);
    if (!person || isNothing(known)) throw new DomainError('PERSON_UNKNOWN');
    const at = clock.wall();
    const ids = new Set([...known.requests.map(({ id }) => id), ...known.letters.map(({ request_id }) => request_id)]);
    const requests = [...ids].flatMap((id) => this.#request(id, known) ?? []);
    for (const id of ids) store.read(id, null, at, actorId(by), by.device);
    audit.write(by, 'person_exported', null, [...ids].join(' '));
    return {
      name: `data-pribadi-${iso(at).slice(0, 10)}.json`,
      text: personFile({ office: office(), at: iso(at), person, resident: known.resident, requests }),
    };
  }

  /**
   * Forgets a person as far as the law lets: requests that were never issued, whatever of issued ones is not in the letter,
   * and the entry of the residents' list for good. Letters stay until their time in the archive is over (UU 43/2009).
   * @throws DomainError CLOCK_UNCONFIRMED, PERSON_UNKNOWN, REQUEST_OPEN, REQUEST_KEY_REUSED, STORE_FULL
   */
  erase(by: Actor, asked: Asked & { reason: string; requestKey: string }): { requests: number; lettersKept: number } {
    const { keys, erasures, sweep, changed } = this.#its;
    const person = this.#person(asked);
    // What is kept of a key is a hash, and a NIK could be guessed from a bare one.
    const body = ['retention.erasePerson', erasures.markOf(JSON.stringify([person, asked.name, asked.reason]))];
    const { answer, acted } = erasures.whole(() =>
      keys.once(by, asked.requestKey, body, () => this.#erase(by, asked, person)),
    );
    if (acted) {
      sweep.sweep();
      changed();
    }
    return answer;
  }

  #erase(by: Actor, asked: Asked & { reason: string }, person: SoughtPerson | null) {
    const { clock, clockConfirmed, residents, erasures, kept, audit, ids } = this.#its;
    if (!clockConfirmed()) throw new DomainError('CLOCK_UNCONFIRMED');
    const known = this.#known(asked);
    if (!person || isNothing(known)) throw new DomainError('PERSON_UNKNOWN');
    if (known.requests.some(({ state }) => !isOver(state))) throw new DomainError('REQUEST_OPEN');
    const purged = known.requests.filter(({ state }) => isNeverIssued(state)).map(({ id }) => id);
    const reduced = known.requests.filter(({ state }) => !isNeverIssued(state)).map(({ id }) => id);
    residents.forget(person.nik);
    erasures.erase({ purged, reduced, forgotten: [erasures.markOf(person.nik)] });
    const id = ids.next();
    kept.addErasure(id, clock.wall(), actorId(by), withoutPerson(asked.reason, person));
    audit.write(by, 'person_erased', id, [...purged, ...reduced].join(' '));
    return { requests: purged.length, lettersKept: known.letters.length };
  }

  #person({ nik, name }: Asked): SoughtPerson | null {
    const digits = nikDigits(nik);
    return digits === null ? null : { nik: digits, name };
  }

  #known(asked: Asked): Known {
    const { kept, residents } = this.#its;
    const person = this.#person(asked);
    if (!person) return { resident: null, requests: [], letters: [] };
    const listed = residents.known(person.nik);
    const requests = kept.withNik(person.nik).flatMap((request) => {
      const before = request.before.flatMap(({ place, value }) => (value === null ? [] : [[place, value] as const]));
      const beginnings = placesOf(person, [...Object.entries(request.answers), ...before]);
      return beginnings.length === 0 ? [] : [{ ...request, beginnings }];
    });
    const purged = kept.purgedWithWords(person.nik).filter(({ document }) => {
      const words = textOf(letterDocument.parse(JSON.parse(document))).join('\n');
      return ` ${plainName(words)} `.includes(` ${plainName(person.name)} `);
    });
    const withLetters = new Set([...requests, ...purged].map(({ id }) => id));
    return {
      resident: listed && sameName(listed.name, person.name) ? listed : null,
      requests,
      letters: [...withLetters].flatMap((id) => kept.keptOf(id)),
    };
  }

  #request(id: string, known: Known): KnownRequest | null {
    const { requests, letters, offered, kept, iso, nameOf } = this.#its;
    const record = requests.find(id);
    if (!record) return null;
    const naming = known.requests.find((request) => request.id === id);
    // A request of which the letter alone is left was refused: it is the person's own.
    const ofOther = naming !== undefined && !naming.beginnings.includes(applicantPlace);
    const isTheirs = (place: string) => !ofOther || naming.beginnings.some((beginning) => place.startsWith(beginning));
    const answers = naming?.answers ?? {};
    const definition = offered.definition(record.letter_type);
    return {
      tracking: writeTrackingCode(record.tracking),
      letter: definition?.name.id ?? record.letter_type,
      definition,
      state: record.state,
      filedAt: iso(record.filed_at),
      ofOther,
      phone: ofOther ? null : (naming?.phone ?? null),
      answers: ofOther ? answersAt(naming.beginnings, answers) : answers,
      corrections: (naming?.before ?? [])
        .filter(({ place }) => isTheirs(place))
        .map(({ place, value, at, actor }) => ({ place, value, at: iso(at), by: nameOf(actor) })),
      events: requests.events(id).map(({ step, at, actor, note }) => ({
        step,
        at: iso(at),
        by: nameOf(actor),
        note: ofOther ? null : note,
      })),
      readers: kept.readers(id).map(({ at, actor, letter }) => ({
        at: iso(at),
        by: nameOf(actor),
        letter: letter === 1,
      })),
      letters: known.letters
        .filter(({ request_id }) => request_id === id)
        .map((letter) => ({
          number: letter.number,
          title: letter.subject,
          date: letter.date,
          state: letter.state,
          pdf: ofOther ? null : (letters.pdf(letter.id)?.toString('base64') ?? null),
        })),
    };
  }
}

const isNothing = ({ resident, requests, letters }: Known): boolean =>
  resident === null && requests.length === 0 && letters.length === 0;
