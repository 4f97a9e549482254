import { useCallback, useEffect, useState } from 'react';
import type { LetterCard, ValueProblem } from '../../../contract/documents.ts';
import { CallError } from '../../client.ts';
import type { Clock } from '../../clock.ts';
import { sameToFile, valuesToFile } from './draft.ts';
import { byPlaces } from './identifying.ts';
import type { IdentifyInput, LettersClient } from './letters-client.ts';
import { reduce } from './letters-flow.ts';
import { nikPlace } from './letters-moves.ts';
import {
  beginning,
  type LettersEvent,
  type LettersState,
  type TrackProblem,
  type VerifyProblem,
  type WithdrawProblem,
} from './letters-state.ts';
import { quietAfter, type Scan, Wedge } from './wedge.ts';

type Send = (event: LettersEvent) => void;

/** The flow "Surat", driven: events in, the state out, and what it wants of the hub. */
export function useLetters(client: LettersClient, clock: Clock): { state: LettersState; send: Send } {
  const [state, setState] = useState(() => beginning(clock.now()));
  const send = useCallback<Send>((event) => setState((was) => reduce(was, event, clock.now())), [clock]);
  useHub(state, client, send);
  useSearches(state, client, send);
  useRetry(state, clock, send);
  useWedge(clock, send);
  useKnown(client, send);
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
    const { definition, forWhom, broughtAll, phone, priority, match } = draft;
    const answers = { values: valuesToFile(draft), same: sameToFile(draft), matchId: match?.id ?? null };
    const about = { letterId: definition.id, forWhom, ...answers, broughtAll, phone, priority };
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

/** Whether there is a list of residents to be asked; the kiosk asks for nobody's KK number else. */
function useKnown(client: LettersClient, send: Send): void {
  useEffect(() => {
    client.known().then(
      ({ known }) => send({ type: 'known', known }),
      () => send({ type: 'known', known: false }),
    );
  }, [client, send]);
}

/** Looks for who asks on the list of residents, and reads the code of a letter. */
function useSearches({ screen, draft }: LettersState, client: LettersClient, send: Send): void {
  const by = screen.name === 'identify' && screen.looking ? screen.by : null;
  useEffect(() => {
    if (by === null || draft === null) return;
    const said = draft.typed[byPlaces[by]] ?? '';
    const input: IdentifyInput = {
      letterId: draft.definition.id,
      nik: draft.values[nikPlace] ?? '',
      by: by === 'kk' ? { kind: 'kk', kk: said } : { kind: 'name', name: said.trim() },
    };
    client.identify(input).then(
      ({ match }) => send({ type: 'matched', match }),
      (error: unknown) => send({ type: 'matchFailed', problem: oftenOr(error) }),
    );
  }, [by, draft, client, send]);

  const token = screen.name === 'verify' ? screen.token : null;
  useEffect(() => {
    if (token === null) return;
    client.verify({ token }).then(
      (said) => send({ type: 'verified', token, said }),
      (error: unknown) => send({ type: 'verifyFailed', token, problem: oftenOr(error) }),
    );
  }, [token, client, send]);
}

function useRetry({ screen }: LettersState, clock: Clock, send: Send): void {
  const at = screen.name === 'sending' ? screen.retryAt : null;
  useEffect(() => (at === null ? undefined : clock.wake(at, () => send({ type: 'tick' }))), [at, clock, send]);
}

/** Hears the scanner, which types like a keyboard. */
function useWedge(clock: Clock, send: Send): void {
  useEffect(() => {
    const wedge = new Wedge();
    let sleep = (): void => undefined;
    const say = (scan: Scan | null) => {
      if (scan !== null) send(scan);
    };
    const hear = ({ key, timeStamp }: KeyboardEvent) => {
      sleep();
      say(wedge.press(key, timeStamp));
      sleep = clock.wake(clock.now() + quietAfter, () => say(wedge.quiet()));
    };
    document.addEventListener('keydown', hear, { capture: true });
    return () => {
      sleep();
      document.removeEventListener('keydown', hear, { capture: true });
    };
  }, [clock, send]);
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
    case 'MATCH_OVER':
      return { type: 'matchOver', requestKey };
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

const oftenOr = (error: unknown): VerifyProblem => (codeOf(error) === 'TOO_MANY_TRIES' ? 'often' : 'unreachable');
