import { readKk, readNik } from '../../../contract/nik.ts';
import type { Actor } from '../../../contract/principal.ts';
import type { OfferedLetters } from '../requests/parts.ts';
import type { Tries } from '../requests/tries.ts';
import type { Matches } from './matches.ts';
import type { Residents } from './residents.ts';
import { storedAnswers } from './stored-answers.ts';

export interface IdentifyParts {
  readonly residents: Pick<Residents, 'match' | 'count'>;
  readonly offered: OfferedLetters;
  readonly matches: Matches;
  readonly tries: Tries;
  /** YYYY-MM-DD in the lounge's time zone. */
  readonly today: () => string;
}

interface Asked {
  readonly letterId: string;
  readonly nik: string;
  readonly by: { readonly kind: 'kk'; readonly kk: string } | { readonly kind: 'name'; readonly name: string };
}

/** Finds whoever asks for a letter in the village's list. What it knows of them never leaves the hub. */
export class Identify {
  readonly #its: IdentifyParts;

  constructor(parts: IdentifyParts) {
    this.#its = parts;
  }

  /** Whether there is a list to ask. */
  known(): { known: boolean } {
    return { known: this.#its.residents.count() > 0 };
  }

  /**
   * The same answer whatever of a claim is wrong.
   * @throws DomainError TOO_MANY_TRIES
   */
  identify(by: Actor, asked: Asked): { match: { id: string; stored: string[] } | null } {
    const { offered, matches, tries, today } = this.#its;
    if (!this.known().known) return { match: null };
    tries.expectPatience(by.device);
    const definition = offered.info(asked.letterId)?.definition;
    if (definition?.kind !== 'letter') return { match: null };
    const resident = this.#find(asked);
    if (!resident) {
      tries.missed(by.device);
      return { match: null };
    }
    const answers = storedAnswers(definition, resident, today());
    const id = matches.add(by.device, { nik: resident.nik, letterId: definition.id, answers });
    return { match: { id, stored: Object.keys(answers) } };
  }

  #find({ nik, by }: Asked) {
    const { residents, today } = this.#its;
    const read = readNik(nik, today());
    if (!read.ok) return null;
    if (by.kind === 'name') return residents.match({ nik: read.nik, name: by.name });
    const card = readKk(by.kk);
    return card.ok ? residents.match({ nik: read.nik, kk: card.kk }) : null;
  }
}
