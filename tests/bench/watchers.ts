/**
 * Fifty screens in a process of their own. For each message to it, `{ url, token, subscribe, count }`, it connects that many
 * sockets, sends each the first frame if there is one, and then reports every round: the moments (shared clock, ms) at
 * which each socket had its next message, and the text that the last one got.
 */
import { WebSocket } from 'ws';
import { sharedNow } from './measure.ts';

export interface WatchOrder {
  readonly url: string;
  readonly token: string | null;
  /** The frame that begins the stream; null when the server speaks by itself. */
  readonly subscribe: string | null;
  readonly count: number;
}

/** Once when everyone has connected (`round` 0: and has the first snapshot), then after each change. */
export interface WatchRound {
  readonly url: string;
  readonly round: number;
  readonly moments: readonly number[];
  readonly text: string;
}

process.on('message', ({ url, token, subscribe, count }: WatchOrder) => {
  let round = 0;
  let moments: number[] = [];
  let connected = 0;
  const report = (text: string) => {
    process.send?.({ url, round, moments, text } satisfies WatchRound);
    round += 1;
    moments = [];
  };
  for (let i = 0; i < count; i += 1) {
    const socket = new WebSocket(url, token === null ? {} : { headers: { authorization: `Bearer ${token}` } });
    let answered = subscribe === null;
    socket.on('open', () => {
      connected += 1;
      if (subscribe !== null) socket.send(subscribe);
      else if (connected === count) report('');
    });
    socket.on('message', (data: Buffer) => {
      const moment = sharedNow();
      // The first frame is the answer that a stream begins; the snapshots follow.
      if (!answered) answered = true;
      else if (moments.push(moment) === count) report(data.toString('utf8'));
    });
  }
});
process.on('disconnect', () => process.exit(0));
console.log(JSON.stringify({ ready: true }));
