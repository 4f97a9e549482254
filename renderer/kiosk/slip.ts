import type { SlipOutlet } from '../../contract/catalogue.ts';
import type { PrinterCondition, PrintJobSnapshot, PrintJobState } from '../../contract/printing.ts';
import { type FlowEvent, type FlowState, type Printing, type TicketShown, times } from './flow-state.ts';

/** The paper of a ticket inside the flow: whether it is out, and what the person says where nobody knows. Pure. */

const lost = new Set<PrintJobState>(['held', 'unknown', 'cancelled']);
const moving = new Set<PrintJobState>(['sending', 'sent']);
const able = new Set<PrinterCondition>(['ready', 'paper_low']);

/**
 * Whether the slip is out, for whoever waits. One that the printer has and cannot print, for the roll ended just then,
 * has failed like one that was not sent; one that is printed and only not cut can be pulled off.
 */
export function outcomeOf({ state, printer }: PrintJobSnapshot): Printing {
  if (state === 'done' || isUncut({ state, printer })) return 'out';
  return lost.has(state) || (moving.has(state) && !able.has(printer)) ? 'failed' : 'under way';
}

/** Every line is on the paper, and the blade does not come. */
export const isUncut = ({ state, printer }: Pick<PrintJobSnapshot, 'state' | 'printer'>): boolean =>
  state === 'printed' && !able.has(printer);

/** The question is on the screen; also until the hub has its first chance to answer. */
export const isAsking = ({ question }: TicketShown): boolean =>
  question?.step === 'asked' || (question?.step === 'answering' && question.attempt === 1 && question.retryAt === null);

/** What Bacakan says of the paper: keys of spoken.ts. */
export function paperClips({ print, printing, question }: TicketShown, outlet: SlipOutlet): string[] {
  if (question?.step === 'over' && question.came) return ['ticket.fine'];
  if (printing === 'failed') return [question === null ? 'ticket.photograph' : 'ticket.staff'];
  const elsewhere = print !== null && print.elsewhere !== null;
  const here = outlet === 'below' ? 'ticket.paper' : `ticket.paper.${outlet}`;
  if (print !== null && isUncut(print)) return ['ticket.uncut', ...(elsewhere ? ['ticket.elsewhere'] : [])];
  return [elsewhere ? 'ticket.elsewhere' : here, ...(print?.tear === true ? ['ticket.tear'] : [])];
}

/** When the question goes away unanswered; like every countdown it starts anew with a touch. Null: it is not asked. */
export function questionEnd({ screen, touchedAt }: FlowState): number | null {
  if (screen.name !== 'ticket' || screen.question?.step !== 'asked') return null;
  return Math.max(screen.question.since, touchedAt) + times.slipQuestion;
}

/** When an answer that did not reach the hub is sent again. */
export const answerRetryAt = ({ screen }: FlowState): number | null =>
  screen.name === 'ticket' && screen.question?.step === 'answering' ? screen.question.retryAt : null;

/** The hub's newest word about the paper. */
export function printingHeard(
  state: FlowState,
  { jobId, print }: { jobId: string; print: PrintJobSnapshot },
  now: number,
): FlowState {
  const { screen } = state;
  if (screen.name !== 'ticket' || screen.ticket.printJobId !== jobId) return state;
  const { question } = screen;
  const told = { ...screen, print };
  // Who has the paper in hand knows best.
  if (question?.step === 'over' && question.came) return { ...state, screen: told };
  const printing = outcomeOf(print);
  const next = printing === screen.printing ? told : { ...told, printing, settledAt: now };
  const asks = print.state === 'unknown' && print.asks;
  if (asks && question === null) return turned(state, { ...next, question: { step: 'asked', since: now } }, now);
  if (asks || question?.step !== 'asked') return { ...state, screen: next };
  // Somebody else has answered it, or it is too late to ask.
  return turned(state, { ...next, question: printing === 'failed' ? { step: 'over', came: false } : null }, now);
}

/** The person says whether the paper has come out. */
export function answering(
  state: FlowState,
  { came, requestKey }: { came: boolean; requestKey: string },
  now: number,
): FlowState {
  const { screen } = state;
  if (screen.name !== 'ticket' || screen.question?.step !== 'asked') return state;
  return turned(
    state,
    { ...screen, question: { step: 'answering', came, requestKey, attempt: 1, retryAt: null } },
    now,
  );
}

/** Nobody has answered the question: staff see to it. */
export const unanswered = (state: FlowState, now: number): FlowState =>
  state.screen.name === 'ticket' ? toStaff(state, state.screen, now) : state;

/** Sends the same answer once more. */
export function answeringAgain(state: FlowState): FlowState {
  const { screen } = state;
  if (screen.name !== 'ticket' || screen.question?.step !== 'answering') return state;
  const { question } = screen;
  return { ...state, screen: { ...screen, question: { ...question, attempt: question.attempt + 1, retryAt: null } } };
}

/** What the hub made of the answer; only of the one on this screen. */
export function answerHeard(
  state: FlowState,
  event: Extract<FlowEvent, { type: 'slipAnswered' | 'slipRefused' | 'slipUnreachable' }>,
  now: number,
): FlowState {
  const { screen } = state;
  if (screen.name !== 'ticket' || screen.question?.step !== 'answering') return state;
  const { question } = screen;
  if (question.requestKey !== event.requestKey) return state;
  if (event.type === 'slipUnreachable') {
    if (question.retryAt !== null) return state;
    const waiting = { ...screen, question: { ...question, retryAt: now + times.retry } };
    // Only the first one changes the picture: staff are named while the answer goes on trying.
    return question.attempt === 1 ? turned(state, waiting, now) : { ...state, screen: waiting };
  }
  if (event.type === 'slipRefused') return toStaff(state, screen, now);
  if (question.came) return turned(state, { ...screen, printing: 'out', question: { step: 'over', came: true } }, now);
  if (event.printJobId === null) return toStaff(state, screen, now);
  const ticket = { ...screen.ticket, printJobId: event.printJobId };
  return turned(state, { ...screen, ticket, print: null, printing: 'under way', question: null, again: true }, now);
}

const toStaff = (state: FlowState, screen: TicketShown, now: number): FlowState =>
  turned(state, { ...screen, question: { step: 'over', came: false } }, now);

/** The picture is another one: it stays its whole time, and a tap meant for the one before is not taken. */
const turned = (state: FlowState, screen: TicketShown, now: number): FlowState => ({
  ...state,
  screen: { ...screen, settledAt: now },
  changedAt: now,
});
