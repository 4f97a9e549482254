import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, CDPSession, Page } from 'playwright-core';
import shippedLounge from '../../resources/catalogue/lounge.json' with { type: 'json' };
import { type Child, startChild, told } from '../bench/child.ts';
import { neverClosed, newFolder } from '../doubles/lounge/data-folder.ts';
import { seeded } from '../doubles/lounge/seeded.ts';
import { SimulatedPrinter } from '../doubles/printer/simulator.ts';
import { namedVillage } from '../letters/village-office.ts';
import { growthOf } from './growth.ts';
import type { HubOrder, HubState } from './hub.ts';
import { Visitor } from './visitor.ts';

/** How a page and its hub are between two residents, after a forced collection. */
interface Sample {
  readonly session: number;
  readonly pageHeap: number;
  readonly hubHeap: number;
  readonly hubRss: number;
  readonly listeners: number;
  readonly nodes: number;
  readonly hubResources: number;
}

export interface SoakReport {
  readonly sessions: number;
  readonly kinds: Readonly<Record<string, number>>;
  /** Rise by regression from the end of the warm-up to the last session, percent of the mean: of the worse of both. */
  readonly heapSlopePercent: number;
  readonly pageSlopePercent: number;
  readonly hubSlopePercent: number;
  /** More listeners in the page at the end than after the warm-up. */
  readonly orphanListeners: number;
  readonly orphanNodes: number;
  readonly orphanResources: number;
  readonly numbersPrinted: number;
  readonly errors: readonly string[];
  readonly samples: readonly Sample[];
}

export interface SoakPlan {
  readonly sessions: number;
  /** Sessions in which both fill their caches; the slope is taken from then on. */
  readonly warmUp: number;
  readonly seed: number;
  readonly tell?: (session: number) => void;
}

const samplesWanted = 60;

/** Residents at a kiosk of a village office, one after the other, and nobody ever restarts anything. */
export async function soak(browser: Browser, { sessions, warmUp, seed, tell }: SoakPlan): Promise<SoakReport> {
  const printer = await SimulatedPrinter.listen();
  const hub = await startChild('tests/soak/hub.ts', newVillage(), printer.uri);
  try {
    const kiosk = await Kiosk.open(browser, hub, seed);
    const every = Math.max(1, Math.floor((sessions - warmUp) / samplesWanted));
    const samples: Sample[] = [];
    for (let session = 1; session <= sessions; session += 1) {
      await kiosk.session();
      if (session >= warmUp && (session - warmUp) % every === 0) samples.push(await kiosk.sample(session));
      tell?.(session);
    }
    return await kiosk.report(sessions, samples, printer.slips.length);
  } finally {
    await hub.stop();
    await printer.switchOff();
  }
}

function newVillage(): string {
  const data = newFolder('soak');
  mkdirSync(join(data, 'catalogue'), { recursive: true });
  const files = {
    ...neverClosed,
    lounge: { ...shippedLounge, unitType: 'desa' },
    village: { ...namedVillage, queueService: 'layanan-a' },
  };
  for (const [name, content] of Object.entries(files))
    writeFileSync(join(data, 'catalogue', `${name}.json`), JSON.stringify(content));
  return data;
}

class Kiosk {
  readonly #page: Page;
  readonly #devTools: CDPSession;
  readonly #hub: Child;
  readonly #visitor: Visitor;
  readonly #random: () => number;
  readonly #errors: string[] = [];
  readonly #kinds: Record<string, number> = {};
  #lastNumber = 'A001';

  private constructor(page: Page, devTools: CDPSession, hub: Child, seed: number) {
    this.#page = page;
    this.#devTools = devTools;
    this.#hub = hub;
    this.#visitor = new Visitor(page);
    this.#random = seeded(seed);
    page.on('pageerror', (error) => this.#errors.push(`page: ${error.message}`));
    page.on('console', (said) => {
      if (said.type() === 'error') this.#errors.push(`console: ${said.text()}`);
    });
  }

  static async open(browser: Browser, hub: Child, seed: number): Promise<Kiosk> {
    const context = await browser.newContext({ viewport: { width: 1080, height: 1920 }, hasTouch: true });
    const page = await context.newPage();
    await page.clock.install();
    const kiosk = new Kiosk(page, await context.newCDPSession(page), hub, seed);
    await page.goto(String(hub.ready['url']));
    await kiosk.#visitor.sees('Sentuh layar');
    return kiosk;
  }

  /** One resident, of a kind that the dice choose, from the first screen back to it. */
  async session(): Promise<void> {
    const kinds = [
      [0.6, 'number', () => this.#takesNumber('^Tidak$')],
      [0.7, 'priority', () => this.#takesNumber('Lansia')],
      [0.8, 'check', () => this.#checksNumber()],
      [0.86, 'reads', () => this.#readsLarge()],
      [0.9, 'help', () => this.#callsForHelp()],
      [0.96, 'letter', () => this.#looksAtLetter()],
      [1, 'walks away', () => this.#walksAway()],
    ] as const;
    const dice = this.#random();
    const [, name, act] = kinds.find(([below]) => dice < below) ?? kinds[0];
    try {
      // Else the kiosk takes them for somebody who wants a second number.
      await this.#waits(45);
      await act();
      await this.#visitor.sees('Sentuh layar');
      this.#kinds[name] = (this.#kinds[name] ?? 0) + 1;
    } catch (error) {
      this.#errors.push(`${name}: ${(error as Error).message}`);
      await this.#page.reload();
      await this.#visitor.sees('Sentuh layar');
    }
  }

  async sample(session: number): Promise<Sample> {
    await this.#order({ kind: 'serve' });
    const { state } = await this.#order({ kind: 'measure' });
    await this.#devTools.send('HeapProfiler.collectGarbage');
    const { usedSize } = await this.#devTools.send('Runtime.getHeapUsage');
    const { nodes, jsEventListeners } = await this.#devTools.send('Memory.getDOMCounters');
    const { heap, rss, resources } = state as HubState;
    return {
      session,
      pageHeap: usedSize,
      hubHeap: heap,
      hubRss: rss,
      listeners: jsEventListeners,
      nodes,
      hubResources: resources,
    };
  }

  async report(sessions: number, samples: readonly Sample[], numbersPrinted: number): Promise<SoakReport> {
    const { state } = await this.#order({ kind: 'measure' });
    const percent = (of: (sample: Sample) => number) => Math.round(growthOf(samples.map(of)) * 10_000) / 100;
    const [first, last] = [samples[0], samples.at(-1)];
    const more = (of: (sample: Sample) => number) => (first && last ? Math.max(0, of(last) - of(first)) : 0);
    const [page, hub] = [percent(({ pageHeap }) => pageHeap), percent(({ hubHeap }) => hubHeap)];
    return {
      sessions,
      kinds: this.#kinds,
      heapSlopePercent: Math.max(page, hub),
      pageSlopePercent: page,
      hubSlopePercent: hub,
      orphanListeners: more(({ listeners }) => listeners),
      orphanNodes: more(({ nodes }) => nodes),
      orphanResources: more(({ hubResources }) => hubResources),
      numbersPrinted,
      errors: [...this.#errors, ...(state as HubState).errors],
      samples,
    };
  }

  async #takesNumber(priority: string): Promise<void> {
    await this.#visitor.touch('Sentuh layar');
    await this.#visitor.touch('Ambil nomor antrean');
    await this.#visitor.touch(`Layanan ${'ABC'[Math.floor(this.#random() * 3)]}`);
    await this.#visitor.touch(priority);
    await this.#visitor.sees('Silakan ambil kertas Anda');
    this.#lastNumber = /[ABC]\d{3,}/.exec(await this.#visitor.shown())?.[0] ?? this.#lastNumber;
    await this.#visitor.touch('Selesai');
    await this.#order({ kind: 'serve' });
  }

  async #checksNumber(): Promise<void> {
    await this.#visitor.touch('Cek nomor saya');
    for (const sign of this.#lastNumber) await this.#visitor.touch(`^${sign}$`);
    await this.#visitor.touch('^Cek nomor$');
    await this.#visitor.touch('^Awal$');
  }

  async #readsLarge(): Promise<void> {
    await this.#visitor.touch('Sentuh layar');
    await this.#visitor.touch('Huruf besar');
    await this.#visitor.touch('Ukuran huruf 150');
    await this.#visitor.touch('Kontras tinggi');
    await this.#visitor.touch('Tutup');
    await this.#visitor.touch('^English$');
    await this.#visitor.touch('^Indonesia$');
    await this.#visitor.touch('^Awal$');
  }

  async #callsForHelp(): Promise<void> {
    await this.#visitor.touch('Sentuh layar');
    await this.#visitor.touch('Panggil petugas');
    await this.#visitor.touch('Batalkan');
    await this.#visitor.touch('^Awal$');
  }

  /** Looks at a letter, begins to type, and goes: nothing of it may stay. */
  async #looksAtLetter(): Promise<void> {
    await this.#visitor.touch('Sentuh layar');
    await this.#visitor.touch('^Surat(Ajukan| )');
    await this.#visitor.touch('Surat Keterangan Usaha');
    await this.#visitor.touch('Saya sendiri');
    for (const sign of '351016') await this.#visitor.touch(`^${sign}$`);
    await this.#visitor.touch('^Awal$');
    await this.#visitor.touch('^Hapus');
  }

  /** The screen asks whether somebody is still there, and goes back by itself. */
  async #walksAway(): Promise<void> {
    await this.#visitor.touch('Sentuh layar');
    await this.#visitor.touch('Ambil nomor antrean');
    await this.#waits(90);
  }

  /** In steps that a link to the hub survives: a stream is stale after 25 s without news. */
  async #waits(seconds: number): Promise<void> {
    for (let left = seconds; left > 0; left -= 15) {
      await this.#order({ kind: 'pass', ms: 15_000 });
      await this.#page.clock.fastForward(15_000);
    }
  }

  #order(order: HubOrder): Promise<{ did: HubOrder['kind']; state?: HubState }> {
    const done = told<{ did: HubOrder['kind']; state?: HubState }>(this.#hub.process, 'did');
    this.#hub.process.send(order);
    return done;
  }
}
