import { existsSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext, BrowserType } from 'playwright-core';
import { note } from './journal.ts';
import { theDisplay } from './screen.ts';

const programs = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The machine's Chromium, or the one that Playwright installed. */
export function findChromium(chromium: BrowserType): string {
  const named = process.env['ANJUNGAN_CHROMIUM'];
  if (named) return named;
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const paths = programs.flatMap((program) => folders.map((folder) => join(folder, program)));
  const found = [...paths, chromium.executablePath()].find((path) => existsSync(path));
  if (found === undefined) throw new Error('no Chromium on this machine: install it, or set ANJUNGAN_CHROMIUM');
  return found;
}

/** @param switches as `--name` or `--name=value` */
export async function launchChromium(profile: string, switches: readonly string[]): Promise<BrowserContext> {
  const { width, height } = theDisplay;
  // Not at the top: most starts of a test need no browser, and it is large.
  const { chromium } = await import('playwright-core');
  // Of a run that was killed.
  rmSync(join(profile, 'DevToolsActivePort'), { force: true });
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium(chromium),
    headless: process.env['ELECTRON_DOUBLE_SHOW'] === undefined,
    // Beside Playwright's own pipe: a test connects to the port and sees the same pages.
    args: ['--remote-debugging-port=0', ...switches],
    viewport: { width, height },
    hasTouch: true,
    // Signals are for the program to answer.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  note('chromium', { endpoint: await endpointOf(profile) });
  return context;
}

async function endpointOf(profile: string): Promise<string> {
  const file = join(profile, 'DevToolsActivePort');
  while (!existsSync(file)) await sleep(20);
  return `http://127.0.0.1:${readFileSync(file, 'utf8').split('\n', 1)[0]}`;
}
