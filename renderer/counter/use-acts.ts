import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { CounterSnapshot } from '../../contract/counters.ts';
import type { CounterClient } from '../client/staff-client.ts';
import type { Clock } from '../clock.ts';
import { codeOf } from '../staff/problem-words.ts';
import { answered, begin, type Flight, landed, longestLanding, settleMs } from './flight.ts';
import { type Order, send } from './orders.ts';

/** What the strip under the current ticket tells. */
export type Notice = { kind: 'problem'; code: string } | { kind: 'followed'; number: string } | { kind: 'pinChanged' };

export interface Acts {
  readonly flight: Flight | null;
  /** The answer is late and the act is being sent again. */
  readonly late: boolean;
  readonly notice: Notice | null;
  /** False when another act is still under way. */
  readonly perform: (order: Order) => boolean;
  /** True while an act is under way, and for a moment after, so that a double press is one. */
  readonly busy: () => boolean;
  readonly tell: (notice: Notice) => void;
}

/** ms */
const noticeMs = 8_000;
const lateMs = 2_500;

/** Sends one act at a time and holds the next until the screen shows what the last one did. */
export function useActs(
  client: CounterClient,
  counterId: string,
  snapshot: CounterSnapshot | undefined,
  clock: Clock,
): Acts {
  // In a ref as well: two presses within one frame must see each other.
  const newest = useRef<Flight | null>(null);
  const quietUntil = useRef(Number.NEGATIVE_INFINITY);
  const [flight, setFlight] = useState<Flight | null>(null);
  const [late, setLate] = useState(false);
  const [notice, setNotice] = useState<Notice | null>(null);
  const current = snapshot?.current?.ticketId ?? null;
  const latest = useRef(current);
  useLayoutEffect(() => {
    latest.current = current;
  }, [current]);

  const put = useCallback((next: Flight | null) => {
    newest.current = next;
    setFlight(next);
  }, []);
  const end = useCallback(() => {
    quietUntil.current = clock.now() + settleMs;
    put(null);
  }, [clock, put]);
  const land = useCallback(() => {
    if (newest.current !== null && landed(newest.current, latest.current, clock.now())) end();
  }, [clock, end]);

  useEffect(() => {
    if (snapshot === undefined || newest.current === null) return;
    put({ ...newest.current, seen: true });
    land();
  }, [snapshot, put, land]);

  const answeredAt = flight?.answeredAt ?? null;
  useEffect(
    () => (answeredAt === null ? undefined : clock.wake(answeredAt + longestLanding, land)),
    [answeredAt, clock, land],
  );

  const waiting = flight !== null && answeredAt === null;
  useEffect(() => {
    if (!waiting) return;
    const cancel = clock.wake(clock.now() + lateMs, () => setLate(true));
    return () => {
      cancel();
      setLate(false);
    };
  }, [waiting, clock]);

  useEffect(
    () => (notice === null ? undefined : clock.wake(clock.now() + noticeMs, () => setNotice(null))),
    [notice, clock],
  );

  const perform = useCallback(
    (order: Order) => {
      if (newest.current !== null || clock.now() < quietUntil.current) return false;
      const own = begin(order.act, 'ticketId' in order ? order.ticketId : null);
      put(own);
      setNotice(null);
      send(client.counters, counterId, order).then(
        (result) => {
          if (result.followed !== null) setNotice({ kind: 'followed', number: result.followed });
          if (newest.current === null) return;
          put(answered(newest.current, result.current, clock.now()));
          land();
        },
        (error: unknown) => {
          setNotice({ kind: 'problem', code: codeOf(error) });
          end();
        },
      );
      return true;
    },
    [client, counterId, clock, put, land, end],
  );
  const busy = useCallback(() => newest.current !== null || clock.now() < quietUntil.current, [clock]);
  return { flight, late, notice, perform, busy, tell: setNotice };
}
