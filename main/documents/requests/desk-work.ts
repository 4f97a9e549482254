import type { DeskStep, LetterValues, RequestStep, RequirementState } from '../../../contract/documents.ts';
import { checkValues } from '../../../contract/letter-fields.ts';
import type { LetterDefinition } from '../../../contract/letters.ts';
import { type Actor, actorId } from '../../../contract/principal.ts';
import { DomainError } from '../../ops/domain-error.ts';
import type { RequestKeys } from '../../store/request-keys.ts';
import type { LetterRecord, LetterStore } from '../letters/letter-store.ts';
import type { LetterNumbers } from '../registers/letter-numbers.ts';
import type { Issue } from './issue.ts';
import { obstaclesTo, requirementsFor, signersOf } from './obstacles.ts';
import type { OfferedLetters } from './parts.ts';
import type { ListedRecord, PersonRecord, RequestStore } from './request-store.ts';
import { follow, hasNumbers, mayUndo, undoable } from './workflow.ts';

export interface DeskWorkParts {
  readonly offered: OfferedLetters;
  readonly requests: RequestStore;
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
   * Puts another value in the place of one; the old one is kept until the request is purged.
   * @throws DomainError REQUEST_UNKNOWN, STEP_REFUSED once it has numbers, VALUES_WRONG
   */
  correct(by: Actor, asked: { id: string; field: string; value: string; requestKey: string }): void {
    this.#act(by, asked.requestKey, ['documents.correct', asked.id, asked.field, asked.value], () => {
      const { requests, clock } = this.#its;
      const { definition, person } = this.#open(asked.id);
      const before = person.answers[asked.field] ?? null;
      const tried: LetterValues = { ...person.answers, [asked.field]: asked.value };
      if (asked.value.trim() === '') delete tried[asked.field];
      const { values, wrong } = checkValues(definition, tried, { today: this.#today(), by: 'desk' });
      const here = wrong.filter(({ field }) => field === asked.field);
      if (here.length > 0) throw new DomainError('VALUES_WRONG', { wrong: here });
      // Other fields may be wanting still: only this one was asked to change.
      const answers: LetterValues = { ...person.answers };
      const value = values[asked.field];
      if (value === undefined) delete answers[asked.field];
      else answers[asked.field] = value;
      if ((value ?? null) === before) return;
      const applicant = answers['applicant.name'] ?? '';
      requests.correct(asked.id, { applicant, answers }, asked.field, before, clock.wall(), actorId(by));
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
  approve(by: Actor, asked: { id: string; officialId: string; requestKey: string }): void {
    const { offered, requests, issue, clock, clockConfirmed, numbered } = this.#its;
    const acted = this.#act(by, asked.requestKey, ['documents.approve', asked.id, asked.officialId], () => {
      const request = this.#find(asked.id);
      // The role and the state are looked at before what the request holds.
      this.#move(by, request, 'approve', null);
      const { definition, person } = this.#contents(request);
      const { village } = offered;
      const date = this.#today();
      const values = person.answers;
      const ticked = requests.requirements(asked.id);
      const facts = { definition, village, values, ticked, today: date, clockConfirmed: clockConfirmed() };
      const [against] = obstaclesTo(facts);
      if (against) throw refused(against);
      const official = signersOf(definition, village).find(({ id }) => id === asked.officialId);
      if (!official) throw refused('official');
      const checked = checkValues(definition, values, { today: date, by: 'desk' });
      issue.issue(by, asked.id, { definition, village, values: checked.values, official, date }, clock.wall());
    });
    if (acted) numbered();
  }

  /** "Sudah ditandatangani dan distempel" for several at once; each stands or falls for itself. */
  signedMany(by: Actor, asked: { ids: string[]; requestKey: string }): { signed: string[]; refused: string[] } {
    const { keys, changed } = this.#its;
    const { answer, acted } = keys.once(by, asked.requestKey, ['documents.signedMany', asked.ids], () => {
      const signed: string[] = [];
      const others: string[] = [];
      for (const id of new Set(asked.ids)) {
        try {
          this.#move(by, this.#find(id), 'signed', null);
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

  #move(by: Actor, request: ListedRecord, step: MovingStep, note: string | null): void {
    const { clock } = this.#its;
    const led = follow(request.state, step, by.role, { note: note !== null, camat: this.#camatSigns(request) });
    if ('refused' in led) throw refused(led.refused);
    if (step === 'signed' && this.#standing(request.id).some(({ render }) => render !== 'rendered'))
      throw refused('unprinted');
    if (led.to === 'rejected' && hasNumbers(request.state)) this.#voidNumbers(by, request.id, 'Permohonan ditolak');
    const at = { at: clock.wall(), actor: actorId(by), device: by.device };
    this.#its.requests.moved(request.id, { step, state: led.to, undoes: null, note }, at);
  }

  #undo(by: Actor, id: string, note: string | null): void {
    const { requests, clock } = this.#its;
    const request = this.#find(id);
    if (!mayUndo(by.role)) throw refused('role');
    if (note === null) throw refused('reason');
    const last = undoable(requests.events(id));
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

  #camatSigns({ letter_type }: ListedRecord): boolean {
    const definition = this.#its.offered.definition(letter_type);
    return definition?.kind === 'letter' && definition.signing.knownBy === 'camat' && definition.signing.knownByAlways;
  }

  #today(): string {
    const { iso, clock } = this.#its;
    return iso(clock.wall()).slice(0, 10);
  }
}

function refused(why: string): DomainError {
  return new DomainError('STEP_REFUSED', { why });
}
