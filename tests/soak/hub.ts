/**
 * A village's hub for the soak, with a clerk who serves whoever waits: `node --expose-gc tests/soak/hub.ts DATA PRINTER`
 * prints one line with the address of its kiosk.
 */
import { openHub } from '../../main/hub.ts';
import { machineTime } from '../../main/ops/clock.ts';
import { FileKey } from '../../main/store/key.ts';
import { files } from '../bench/bench-lounge.ts';
import { TestDesk } from '../doubles/lounge/desk.ts';
import { silentLog } from '../doubles/lounge/in-process.ts';

/** `serve`: whoever waits is called and served. `pass`: so many ms go by. `measure`: how the hub is, after a collection. */
export type HubOrder = { kind: 'serve' } | { kind: 'pass'; ms: number } | { kind: 'measure' };

export interface HubState {
  readonly heap: number;
  readonly resources: number;
  readonly rss: number;
  /** Told as errors since the start, and warnings of Node. */
  readonly errors: readonly string[];
}

const [data, printer] = process.argv.slice(2) as [string, string];
const errors: string[] = [];
let ahead = 0;
process.on('warning', (warning) => errors.push(String(warning)));
const hub = await openHub({
  options: { data, port: 0, printer, paper: undefined, now: undefined },
  files,
  key: new FileKey(data),
  time: { wall: () => machineTime.wall() + ahead, monotonic: () => machineTime.monotonic() + ahead },
  log: { ...silentLog, error: (about, message) => errors.push(`${message} ${JSON.stringify(about)}`) },
});
const clerk = new TestDesk(hub, '1');
clerk.open();

function serve(): void {
  for (let called = clerk.callNext(); called.current !== null; called = clerk.callNext()) clerk.done();
}

function measure(): HubState {
  for (let round = 0; round < 3; round += 1) gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  return { heap: heapUsed, resources: process.getActiveResourcesInfo().length, rss, errors };
}

process.on('message', (order: HubOrder) => {
  if (order.kind === 'pass') {
    ahead += order.ms;
    // What a screen is told again every few seconds, now.
    hub.lounge.house.changed();
  } else if (order.kind === 'serve') serve();
  process.send?.({ did: order.kind, ...(order.kind === 'measure' ? { state: measure() } : {}) });
});
process.on('SIGTERM', () => void hub.close().finally(() => process.exit(0)));
process.on('disconnect', () => process.exit(0));
console.log(JSON.stringify({ ready: true, url: `http://127.0.0.1:${hub.port}/kiosk#token=${hub.tokens.page}` }));
