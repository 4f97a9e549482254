import { setTimeout as sleep } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { startLounge } from '../doubles/lounge/start-lounge.ts';
import { SimulatedPrinter } from '../doubles/printer/simulator.ts';
import { makeDataFolder } from './bench-lounge.ts';
import { bar, type Figure, figure } from './measure.ts';
import { cpuMs, familyOf, writtenBytes } from './process-use.ts';

/** The bar asks for ten minutes; `IDLE_MINUTES` makes a shorter look. */
const minutes = Number(process.env['IDLE_MINUTES'] ?? 10);
const settleMs = 60_000;
const secondMs = 1_000;
/** Of one core. */
const mostPercent = 2;
const browserFlags = [
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
];

/** A hub and its kiosk's page that nobody touches, for ten minutes; beside it a Chromium with an empty page. */
export async function idleLounge(): Promise<Figure> {
  const printer = await SimulatedPrinter.listen();
  const hub = await startLounge({ data: makeDataFolder(), now: null, printer: printer.uri });
  const [kiosk, empty] = [await openPage(hub.url), await openPage('about:blank')];
  await sleep(settleMs);
  const heard = printer.received;
  const hubOnly: number[] = [];
  const [ours, floor]: [number[], number[]] = [[], []];
  let writes = 0;
  for (let second = 0; second < minutes * 60; second += 1) {
    const all = [hub.pid, ...kiosk.family()];
    const before = {
      all: cpuMs(all),
      hub: cpuMs([hub.pid]),
      empty: cpuMs(empty.family()),
      bytes: writtenBytes(hub.pid),
    };
    await sleep(secondMs);
    ours.push(cpuMs(all) - before.all);
    hubOnly.push(cpuMs([hub.pid]) - before.hub);
    floor.push(cpuMs(empty.family()) - before.empty);
    if (writtenBytes(hub.pid) > before.bytes) writes += 1;
  }
  const asked = printer.received - heard;
  await Promise.all([kiosk.close(), empty.close(), hub.stop()]);
  await printer.switchOff();
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return figure(
    'idle',
    {
      what: `processor time of hub and kiosk page in each of ${minutes * 60} seconds in which nobody comes`,
      floorIs: 'a Chromium with an empty page',
    },
    ours,
    floor,
    {
      ratio: mean(ours) / mean(floor),
      bars: [
        bar('percent of one core', mean(ours) / 10, mostPercent),
        bar("hub's writes to the disk a minute", writes / minutes, 1),
      ],
      also: { 'hub alone, percent': mean(hubOnly) / 10, 'bytes of status questions to the printer': asked },
    },
  );
}

async function openPage(url: string) {
  const server = await chromium.launchServer({
    executablePath: process.env['ANJUNGAN_CHROMIUM'] ?? '/usr/bin/chromium',
    args: browserFlags,
  });
  const browser = await chromium.connect(server.wsEndpoint());
  const page = await browser.newPage({ viewport: { width: 1080, height: 1920 }, hasTouch: true });
  await page.goto(url);
  const pid = server.process().pid as number;
  return { family: () => familyOf(pid), close: () => server.close() };
}
