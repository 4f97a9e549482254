import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket, WebSocketServer } from 'ws';
import type { Actor } from '../../contract/principal.ts';
import type { Lounge } from '../../main/lounge.ts';
import { Assets } from '../../main/transport/assets.ts';
import { serveLoopback } from '../../main/transport/loopback.ts';
import { Sessions } from '../../main/transport/sessions.ts';
import { files, makeDataFolder, openBenchLounge, take } from './bench-lounge.ts';
import { startChild } from './child.ts';
import { type Bar, bar, type Figure, figure, interleave, median, pairedRatio, sharedNow } from './measure.ts';
import type { WatchOrder, WatchRound } from './watchers.ts';

const count = 50;

/** What fifty screens follow, and what makes it change. */
interface Show {
  readonly name: string;
  readonly what: string;
  /** `/queue/watch`, as a client of the contract asks for it over its socket. */
  readonly procedure: string;
  readonly lounge: Lounge;
  readonly act: () => void;
  readonly bars: (seen: { ratio: number; bytes: number }) => readonly Bar[];
}

/** From the commit of a number until the last of fifty screens has the new snapshot. */
export async function watch50(): Promise<Figure> {
  const lounge = openBenchLounge(makeDataFolder());
  let turn = 0;
  return show({
    name: 'watch-50',
    what: 'from the commit until the last of 50 screens has it',
    procedure: '/queue/watch',
    lounge,
    act: () => take(lounge, (turn += 1)),
    bars: () => [],
  });
}

/** From a counter's call until fifty displays have it, with 1,000 people waiting. */
export async function callToDisplay(): Promise<Figure> {
  const lounge = openBenchLounge(makeDataFolder());
  lounge.db.transaction(() => {
    for (let turn = 0; turn < 1_000; turn += 1) take(lounge, turn);
  })();
  const by: Actor = { role: 'operator', device: 'counter-3', person: 'clerk' };
  const at = () => ({ counterId: '3', requestKey: crypto.randomUUID() });
  lounge.duty.open(by, { ...at(), takeOver: false });
  lounge.calling.callNext(by, at());
  return show({
    name: 'call-to-display',
    what: 'from a call until 50 displays have it, 1,000 waiting',
    procedure: '/display/watch',
    lounge,
    act: () => {
      lounge.calling.recall(by, at());
    },
    bars: ({ ratio, bytes }) => [bar('ratio', ratio, 3), bar('snapshot bytes', bytes, 4_096)],
  });
}

async function show({ name, what, procedure, lounge, act, bars }: Show): Promise<Figure> {
  const subscribe = JSON.stringify({ i: '1', p: { u: procedure, b: {} } });
  const sessions = new Sessions(lounge.callers, lounge.doorkeeper, lounge.kiosk.device);
  const server = await serveLoopback({
    doorkeeper: lounge.doorkeeper,
    workshop: lounge.prober,
    health: lounge.health,
    diagnostics: lounge.diagnostics,
    port: 0,
    router: lounge.router,
    sessions,
    assets: new Assets(files.renderer, files.sounds),
    media: lounge.media,
    version: files.version,
    report: (error) => console.error(error),
  });
  const bare = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(bare, 'listening');

  const screens = await startChild('tests/bench/watchers.ts');
  const rounds = (order: WatchOrder) => {
    let waiting: ((round: WatchRound) => void) | undefined;
    screens.process.on('message', (round: WatchRound) => {
      if (round.url === order.url) waiting?.(round);
    });
    const next = () =>
      new Promise<WatchRound>((resolve, reject) => {
        const limit = setTimeout(() => reject(new Error('a screen missed a snapshot')), 10_000);
        waiting = (round) => {
          clearTimeout(limit);
          resolve(round);
        };
      });
    const ready = next();
    screens.process.send(order);
    return { ready, next };
  };
  const ours = rounds({ url: `ws://127.0.0.1:${server.port}/rpc`, token: sessions.tokens.rest, subscribe, count });
  const first = await ours.ready;
  const floor = rounds({
    url: `ws://127.0.0.1:${(bare.address() as AddressInfo).port}`,
    token: null,
    subscribe: null,
    count,
  });
  await floor.ready;

  let text = first.text;
  const middles = { ours: [] as number[], floor: [] as number[] };
  const measure = async (which: 'ours' | 'floor', next: () => Promise<WatchRound>, act: () => void) => {
    await sleep(5);
    const seen = next();
    act();
    const start = sharedNow();
    const { moments, text: got } = await seen;
    if (which === 'ours') text = got;
    middles[which].push(median(moments) - start);
    return Math.max(...moments) - start;
  };
  const samples = await interleave(
    {
      ours: () => measure('ours', ours.next, act),
      floor: () =>
        measure('floor', floor.next, () => {
          // A socket writes at once or on the next turn: the loop itself is what a bare broadcast costs.
          setImmediate(() => {
            for (const socket of bare.clients) if (socket.readyState === WebSocket.OPEN) socket.send(text);
          });
        }),
    },
    { rounds: 200, warmUp: 40 },
  );
  await screens.stop();
  bare.close();
  await server.close();
  await lounge.close();
  const medianRatio = pairedRatio(middles.ours, middles.floor);
  const bytes = Buffer.byteLength(text);
  return figure(name, { what, floorIs: 'a bare WebSocket broadcast of these bytes' }, samples.ours, samples.floor, {
    bars: bars({ ratio: pairedRatio(samples.ours, samples.floor), bytes }),
    also: {
      'median screen ms': median(middles.ours),
      'median screen of the floor ms': median(middles.floor),
      'median screen ratio': medianRatio,
      'snapshot bytes': bytes,
    },
  });
}
