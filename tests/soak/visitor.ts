import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';

const patienceMs = 15_000;
/** A screen takes no touch for 350 ms after it came, so that a second tap does not fall through. */
const settledMs = 400;

/** Somebody before the kiosk whose clock does not let them wait: the time between two touches is skipped. */
export class Visitor {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Touches the first button whose name fits, once it can be touched. @param name a regular expression's source */
  async touch(name: string): Promise<void> {
    await this.#until(`no button "${name}"`, () => this.#page.evaluate(find, { name, press: false }));
    await this.#page.clock.runFor(settledMs);
    await this.#until(`no button "${name}" any more`, () => this.#page.evaluate(find, { name, press: true }));
  }

  /** Waits until these words stand on the screen. */
  sees(words: string): Promise<void> {
    return this.#until(`no words "${words}"`, () =>
      this.#page.evaluate((text) => document.body.innerText.includes(text), words),
    );
  }

  async #until(problem: string, done: () => Promise<boolean>): Promise<void> {
    const end = performance.now() + patienceMs;
    while (!(await done())) {
      if (performance.now() > end) throw new Error(`${problem} on: ${(await this.shown()).slice(0, 300)}`);
      await this.#page.clock.runFor(50);
      await sleep(10);
    }
  }

  /** What stands on the screen. */
  shown(): Promise<string> {
    return this.#page.evaluate(() => document.body.innerText.replaceAll(/\s+/g, ' '));
  }
}

/** Runs in the page. @returns whether the button is there; then it was touched, if it was to be */
function find({ name, press }: { name: string; press: boolean }): boolean {
  if (document.querySelector('[data-settling]') !== null) return false;
  const plain = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
  const buttons = [...document.querySelectorAll('button')].filter((one) => !one.disabled);
  // A box over the screen comes last in the page.
  const button = buttons.findLast((one) => new RegExp(name).test(plain(one.ariaLabel ?? one.textContent)));
  if (press) button?.click();
  return button !== undefined;
}
