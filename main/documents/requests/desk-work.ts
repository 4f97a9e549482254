import type { DeskStep, LetterValues, RequestStep, RequirementState } from '../../../contract/documents.ts';
import { checkValues } from '../../../contract/letter-fields.ts';
import type { LetterDefinition } from '../../../contract/letters.ts';
import { type Actor, actorId } from '../../../contract/principal.ts';
import { DomainError } from '../../ops/domain-error.ts';
import type { RequestKeys } from '../../store/request-keys.ts';
import { letterDocument } from '../letters/letter-document.ts';
import type { LetterRecord, LetterStore } from '../letters/letter-store.ts';
import { camatKnows } from '../letters/signatures.ts';
import type { LetterNumbers } from '../registers/letter-numbers.ts';
import type { FilledPlaceStore } from '../residents/filled-place-store.ts';
import type { Issue } from './issue.ts';
import { obstaclesTo, requirementsFor, signersOf } from './obstacles.ts';
import type { OfferedLetters } from './parts.ts';
import type { ListedRecord, PersonRecord, RequestStore } from './request-store.ts';
import { follow, hasNumbers, mayUndo, undoable } from './workflow.ts';

export interface DeskWorkParts {
  readonly offered: OfferedLetters;
  readonly requests: RequestStore;
  readonly filledPlaces: FilledPlaceStore;
  readonly letters: LetterStore;
  readonly numbers: LetterNumbers;
  readonly issue: Issue;
  readonly keys: RequestKeys;
  readonly clock: { wall(): number };
  readonly iso: (wall: number) => string;
  readonly clockConfirmed: () => boolean;
  /** A letter with a number waits to be made. */
  readonly numbered: () => void;
  readonly changed: () => void;
}

/** While a request can still be put right. */
const editable = ['submitted', 'checking', 'incomplete'];

type MovingStep = Exclude<RequestStep, 'file' | 'undo'>;

/** What people at a counter do with requests. Every act is one transaction with its event. */
export class DeskWork {
  readonly #its: DeskWorkParts;

  constructor(parts: DeskWorkParts) {
    this.#its = parts;
  }

  /**
   * Puts another value in the place of one; the old one is kept until the request is purged. Whoever does it has looked at
   * the KTP, so what came from the residents' list is confirmed with it.
   * @throws DomainError REQUEST_UNKNOWN, STEP_REFUSED once it has numbers, VALUES_WRONG
   */
  correct(by: Actor, asked: { id: string; field: string; value: string; requestKey: string }): void {
    this.#act(by, asked.requestKey, ['documents.correct', asked.id, asked.field, asked.value], () => {
      const { requests, filledPlaces, clock } = this.#its;
      const { definition, person } = this.#open(asked.id);
      const before = person.answers[asked.field] ?? null;
      const tried: LetterValues = { ...person.answers, [asked.field]: asked.value };
      if (asked.value.trim() === '') delete tried[asked.field];
      const { values, wrong } = checkValues(definition, tried, { today: this.#today(), by: 'desk' });
      // Of one of several people everything may go, answer by answer: until then something of them is missing.
      const mayGo = /^[a-z_]+_\d+\./.test(asked.field);
      const here = wrong.filter(({ field, problem }) => field === asked.field && !(mayGo && problem === 'missing'));
      if (here.length > 0) throw new DomainError('VALUES_WRONG', { wrong: here });
      // Other fields may be wanting still: only this one was asked to change.
      const answers: LetterValues = { ...person.answers };
      const value = values[asked.field];
      if (value === undefined) delete answers[asked.field];
      else answers[asked.field] = value;
      filledPlaces.confirm(asked.id, [asked.field], clock.wall(), actorId(by));
      if ((value ?? null) === before) return;
      const applicant = answers['applicant.name'] ?? '';
      requests.correct(asked.id, { applicant, answers }, asked.field, before, clock.wall(), actorId(by));
    });
  }

  /**
   * Notes that answers from the residents' list are as on the KTP. Others among them stay as they are: another clerk may
   * have been quicker.
   * @throws DomainError REQUEST_UNKNOWN, STEP_REFUSED once it has numbers
   */
  confirm(by: Actor, asked: { id: string; fields: string[]; requestKey: string }): void {
    const { id, fields } = asked;
    this.#act(by, asked.requestKey, ['documents.confirm', id, fields], () => {
      this.#open(id);
      this.#its.filledPlaces.confirm(id, fields, this.#its.clock.wall(), actorId(by));
    });
  }

  /**
   * Notes that something was shown, brought or looked up.
   * @throws DomainError REQUEST_UNKNOWN, REQUIREMENT_UNKNOWN, STEP_REFUSED once it has numbers
   */
  tick(by: Actor, asked: { id: string; requirementId: string; state: RequirementState; requestKey: string }): void {
    const { id, requirementId, state } = asked;
    this.#act(by, asked.requestKey, ['documents.tick', id, requirementId, state], () => {
      const { definition, person } = this.#open(id);
      if (!requirementsFor(definition, person.answers).some((one) => one.id === requirementId))
        throw new DomainError('REQUIREMENT_UNKNOWN');
      this.#its.requests.tick(id, requirementId, state, this.#its.clock.wall(), actorId(by));
    });
  }

  /**
   * Takes a step.
   * @throws DomainError REQUEST_UNKNOWN, STEP_REFUSED with why
   */
  step(by: Actor, asked: { id: string; step: DeskStep; note: string | null; requestKey: string }): void {
    const { id, step, note } = asked;
    this.#act(by, asked.requestKey, ['documents.step', id, step, note], () => {
      if (step === 'undo') this.#undo(by, id, note);
      else this.#move(by, this.#find(id), step, note);
    });
  }

  /**
   * Gives the numbers, enters the letters into the register and has them made.
   * @throws DomainError REQUEST_UNKNOWN, STEP_REFUSED with what stands against it
   */
  approve(by: Actor, asked: { id: string; officialId: string; knownBy: boolean; requestKey: string }): void {
    const { offered, requests, filledPlaces, issue, clock, clockConfirmed, numbered } = this.#its;
    const acted = this.#act(
      by,
      asked.requestKey,
      ['documents.approve', asked.id, asked.officialId, asked.knownBy],
      () => {
        const request = this.#find(asked.id);
        // The role and the state are looked at before what the request holds.
        this.#move(by, request, 'approve', null);
        const { definition, person } = this.#contents(request);
        const { village } = offered;
        const date = this.#today();
        const values = person.answers;
        const ticked = requests.requirements(asked.id);
        const [against] = obstaclesTo({
          definition,
          village,
          values,
          unconfirmed: filledPlaces.unconfirmed(asked.id),
          ticked,
          today: date,
          clockConfirmed: clockConfirmed(),
        });
        if (against) throw refused(against);
        const official = signersOf(definition, village).find(({ id }) => id === asked.officialId);
        if (!official) throw refused('official');
        const checked = checkValues(definition, values, { today: date, by: 'desk' });
        const of = { definition, village, values: checked.values, official, date, knownBy: asked.knownBy };
        issue.issue(by, asked.id, of, clock.wall());
      },
    );
    if (acted) numbered();
  }

  /**
   * "Sudah ditandatangani dan distempel" for several at once; each stands or falls for itself.
   * @param proven the signer has said so with an own PIN
   */
  signedMany(
    by: Actor,
    asked: { ids: string[]; requestKey: string },
    proven = false,
  ): { signed: string[]; refused: string[] } {
    const { keys, changed } = this.#its;
    const { answer, acted } = keys.once(by, asked.requestKey, ['documents.signedMany', asked.ids], () => {
      const signed: string[] = [];
      const others: string[] = [];
      for (const id of new Set(asked.ids)) {
        try {
          this.#move(by, this.#find(id), 'signed', null, proven);
          signed.push(id);
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
          others.push(id);
        }
      }
      return { signed, refused: others };
    });
    if (acted) changed();
    return answer;
  }

  /** Takes a request back for whoever filed it; inside the caller's transaction. @throws DomainError STEP_REFUSED */
  withdraw(by: Actor, id: string): void {
    this.#move(by, this.#find(id), 'cancel', null);
  }

  #act(by: Actor, requestKey: string, body: unknown, act: () => void): boolean {
    const { keys, changed } = this.#its;
    const { acted } = keys.once(by, requestKey, body, () => {
      act();
      return {};
    });
    if (acted) changed();
    return acted;
  }

  #move(by: Actor, request: ListedRecord, step: MovingStep, note: string | null, proven = false): void {
    const { clock, offered, requests } = this.#its;
    if (!requests.isWhole(request.id)) throw refused('state');
    const led = follow(request.state, step, by.role, { note: note !== null, camat: this.#camatSigns(request) });
    if ('refused' in led) throw refused(led.refused);
    if (step === 'signed' && offered.village.signerPin && !proven) throw refused('pin');
    if (step === 'signed' && this.#standing(request.id).some(({ render }) => render !== 'rendered'))
      throw refused('unprinted');
    if (led.to === 'rejected' && hasNumbers(request.state)) this.#voidNumbers(by, request.id, 'Permohonan ditolak');
    const at = { at: clock.wall(), actor: actorId(by), device: by.device };
    requests.moved(request.id, { step, state: led.to, undoes: null, note }, at);
  }

  #undo(by: Actor, id: string, note: string | null): void {
    const { requests, clock } = this.#its;
    const request = this.#find(id);
    if (!mayUndo(by.role)) throw refused('role');
    if (note === null) throw refused('reason');
    const last = requests.isWhole(id) ? undoable(requests.events(id)) : null;
    if (!last) throw refused('state');
    if (hasNumbers(request.state) && !hasNumbers(last.back)) this.#voidNumbers(by, id, 'Persetujuan dibatalkan');
    const at = { at: clock.wall(), actor: actorId(by), device: by.device };
    requests.moved(id, { step: 'undo', state: last.back, undoes: last.step.id, note }, at);
  }

  #voidNumbers(by: Actor, requestId: string, reason: string): void {
    for (const { number_id } of this.#standing(requestId)) this.#its.numbers.voidNumber(by, number_id, reason);
  }

  /** Its letters whose number counts. */
  #standing(requestId: string): LetterRecord[] {
    const { letters, numbers } = this.#its;
    return letters.ofRequest(requestId).filter(({ number_id }) => numbers.find(number_id)?.state === 'issued');
  }

  /** A request that can still be put right. @throws DomainError */
  #open(id: string): { definition: LetterDefinition; person: PersonRecord } {
    const request = this.#find(id);
    if (!editable.includes(request.state)) throw refused('state');
    return this.#contents(request);
  }

  #contents({ id, letter_type }: ListedRecord): { definition: LetterDefinition; person: PersonRecord } {
    const definition = this.#its.offered.definition(letter_type);
    const person = this.#its.requests.person(id);
    if (definition?.kind !== 'letter' || !person) throw refused('values');
    return { definition, person };
  }

  #find(id: string): ListedRecord {
    const request = this.#its.requests.find(id);
    if (!request) throw new DomainError('REQUEST_UNKNOWN');
    return request;
  }

  /** Whether the camat signs this request's letters too: what was approved says so, not what the catalogue says by now. */
  #camatSigns(request: ListedRecord): boolean {
    return this.#standing(request.id).some(({ document }) => isKnownByCamat(document));
  }

  #today(): string {
    const { iso, clock } = this.#its;
    return iso(clock.wall()).slice(0, 10);
  }
}

/** @param document of an issued letter; empty once that was destroyed */
function isKnownByCamat(document: string): boolean {
  return document !== '' && camatKnows(letterDocument.parse(JSON.parse(document)).signature);
}

function refused(why: string): DomainError {
  return new DomainError('STEP_REFUSED', { why });
}
