import { useCallback, useEffect, useState } from 'react';
import type { LetterCard, ValueProblem } from '../../../contract/documents.ts';
import { CallError } from '../../client.ts';
import type { Clock } from '../../clock.ts';
import { valuesToFile } from './draft.ts';
import type { LettersClient } from './letters-client.ts';
import { reduce } from './letters-flow.ts';
import {
  beginning,
  type LettersEvent,
  type LettersState,
  type TrackProblem,
  type WithdrawProblem,
} from './letters-state.ts';
import { code, scannedKind } from './tracking.ts';

type Send = (event: LettersEvent) => void;

/** The flow "Surat", driven: events in, the state out, and what it wants of the hub. */
export function useLetters(client: LettersClient, clock: Clock): { state: LettersState; send: Send } {
  const [state, setState] = useState(() => beginning(clock.now()));
  const send = useCallback<Send>((event) => setState((was) => reduce(was, event, clock.now())), [clock]);
  useHub(state, client, send);
  useRetry(state, clock, send);
  useWedge(send);
  return { state, send };
}

/** The letters that are offered; null while they are awaited. */
export function useCards(client: LettersClient): {
  cards: readonly LetterCard[] | null;
  failed: boolean;
  again: () => void;
} {
  const [cards, setCards] = useState<readonly LetterCard[] | null>(null);
  const [failed, setFailed] = useState(false);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    client.letters().then(setCards, () => setFailed(true));
  }, [client, turn]);
  const again = () => {
    setFailed(false);
    setTurn(turn + 1);
  };
  return { cards, failed, again };
}

function useHub({ screen, draft }: LettersState, client: LettersClient, send: Send): void {
  const opening = screen.name === 'opening' && !screen.failed ? screen.id : null;
  useEffect(() => {
    if (opening === null) return;
    client.letter({ id: opening }).then(
      (info) => send({ type: 'opened', id: opening, info }),
      () => send({ type: 'openFailed', id: opening }),
    );
  }, [opening, client, send]);

  const sending = screen.name === 'sending' && screen.retryAt === null ? screen : null;
  const requestKey = sending?.requestKey ?? null;
  const attempt = sending?.attempt ?? 0;
  useEffect(() => {
    if (requestKey === null || attempt === 0 || draft === null) return;
    const { definition, forWhom, broughtAll, phone, priority } = draft;
    const values = valuesToFile(draft);
    const about = { letterId: definition.id, forWhom: forWhom ?? 'self', values, broughtAll, phone, priority };
    client.file({ ...about, wantsTicket: true, requestKey }).then(
      (filed) => send({ type: 'filed', requestKey, filed }),
      (error: unknown) => send(refusal(error, requestKey)),
    );
  }, [requestKey, attempt, draft, client, send]);

  const looked = screen.name === 'track' && screen.looking ? screen.typed : null;
  useEffect(() => {
    if (looked === null) return;
    client.track({ code: looked }).then(
      (request) => send({ type: 'tracked', code: looked, request }),
      (error: unknown) => send({ type: 'trackFailed', code: looked, problem: trackProblem(error) }),
    );
  }, [looked, client, send]);

  const back = screen.name === 'withdraw' && screen.requestKey !== null ? screen : null;
  const backKey = back?.requestKey ?? null;
  const backCode = back?.code ?? '';
  const lastFour = back?.typed ?? '';
  useEffect(() => {
    if (backKey === null) return;
    client.withdraw({ code: backCode, lastFour, requestKey: backKey }).then(
      (request) => send({ type: 'takenBack', requestKey: backKey, request }),
      (error: unknown) => send({ type: 'takeBackFailed', requestKey: backKey, problem: withdrawProblem(error) }),
    );
  }, [backKey, backCode, lastFour, client, send]);
}

function useRetry({ screen }: LettersState, clock: Clock, send: Send): void {
  const at = screen.name === 'sending' ? screen.retryAt : null;
  useEffect(() => (at === null ? undefined : clock.wake(at, () => send({ type: 'tick' }))), [at, clock, send]);
}

/** A scanner is quicker than this between two keys, and no finger is; ms. */
const gap = 100;

/** Hears the scanner, which types like a keyboard: the code of a request, or the sixteen digits of a card. */
function useWedge(send: Send): void {
  useEffect(() => {
    let typed = '';
    let at = Number.NEGATIVE_INFINITY;
    const hear = ({ key, timeStamp }: KeyboardEvent) => {
      if (key.length !== 1 && key !== 'Enter' && key !== 'Tab') return;
      if (timeStamp - at > gap) typed = '';
      at = timeStamp;
      if (key.length === 1) {
        typed = (typed + key).slice(-64);
        return;
      }
      const kind = scannedKind(typed);
      typed = '';
      if (kind === null) return;
      send('code' in kind ? { type: 'scannedCode', code: code(kind.code) } : { type: 'scannedDigits', ...kind });
    };
    document.addEventListener('keydown', hear, { capture: true });
    return () => document.removeEventListener('keydown', hear, { capture: true });
  }, [send]);
}

const codeOf = (error: unknown): string | null => (error instanceof CallError ? error.code : null);

function refusal(error: unknown, requestKey: string): LettersEvent {
  switch (codeOf(error)) {
    case 'UNREACHABLE':
      return { type: 'unreachable', requestKey };
    case 'VALUES_WRONG': {
      const { wrong } = (error as CallError).data as { wrong: { field: string; problem: ValueProblem }[] };
      return { type: 'wrong', requestKey, wrong };
    }
    default:
      return { type: 'broken', requestKey };
  }
}

const trackProblems: Partial<Record<string, TrackProblem>> = { REQUEST_UNKNOWN: 'unknown', TOO_MANY_TRIES: 'often' };
const trackProblem = (error: unknown): TrackProblem => trackProblems[codeOf(error) ?? ''] ?? 'unreachable';

const withdrawProblems: Partial<Record<string, WithdrawProblem>> = {
  NOT_YOURS: 'not_yours',
  REQUEST_UNKNOWN: 'not_yours',
  STEP_REFUSED: 'too_late',
  TOO_MANY_TRIES: 'often',
};
const withdrawProblem = (error: unknown): WithdrawProblem => withdrawProblems[codeOf(error) ?? ''] ?? 'unreachable';
