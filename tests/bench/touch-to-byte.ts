import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeDataFolder, openBenchLounge, serviceAt, take } from './bench-lounge.ts';
import { startChild } from './child.ts';
import { syncsPerNumber } from './disk-syncs.ts';
import { FloorStore } from './floor-store.ts';
import { bar, type Figure, figure, interleave, pairedRatio, sharedNow } from './measure.ts';
import type { SinkEvent } from './sink.ts';

/** Until the journal has it as done, and printer and disk rest: the next number is asked for out of the same quiet. */
const rest = 30;

/** From asking for a number until its slip's first byte is at the printer. */
export async function touchToByte(): Promise<Figure> {
  const sink = await startChild('tests/bench/sink.ts');
  const { process: printer, ready } = sink;
  const next = async (kind: SinkEvent['kind']): Promise<SinkEvent> => {
    const signal = AbortSignal.timeout(15_000);
    for (;;) {
      const [event] = (await once(printer, 'message', { signal })) as [SinkEvent];
      if (event.kind === kind) return event;
    }
  };
  const lounge = openBenchLounge(makeDataFolder(), { printer: String(ready['uri']) });
  const floor = new FloorStore(makeDataFolder());
  const socket = connect({ host: '127.0.0.1', port: Number(ready['barePort']), noDelay: true });
  await once(socket, 'connect');

  let slip = Buffer.alloc(800, 'x');
  let turn = 0;
  const ours = async () => {
    const [arrived, cut] = [next('first byte'), next('cut')];
    const start = sharedNow();
    take(lounge, (turn += 1));
    const { at, bytes } = await arrived;
    await cut;
    await sleep(rest);
    if (slip.length !== bytes) slip = Buffer.alloc(bytes, 'x');
    return at - start;
  };
  const bare = async () => {
    const arrived = next('bare byte');
    const start = sharedNow();
    const { printJobId } = floor.issue(serviceAt(turn), crypto.randomUUID());
    floor.sending(printJobId);
    socket.write(slip);
    const { at } = await arrived;
    await sleep(rest);
    return at - start;
  };
  const samples = await interleave({ ours, floor: bare }, { rounds: 200, warmUp: 20 });
  socket.destroy();
  floor.close();
  await lounge.close();
  await sink.stop();
  const syncs = syncsPerNumber();
  const ratio = pairedRatio(samples.ours, samples.floor);
  return figure(
    'touch-to-byte',
    {
      what: "from asking for a number until its slip's first byte is at the printer",
      floorIs: 'the same SQL transaction, one commit of the print journal and a bare socket write',
    },
    samples.ours,
    samples.floor,
    {
      ratio,
      bars: [bar('ratio', ratio, 1.3), ...(syncs === null ? [] : [bar('disk syncs a number', syncs, 3)])],
      also: { 'slip bytes': slip.length },
    },
  );
}
