import type { Locator, Page } from 'playwright-core';

/**
 * Touches the middle of what can be touched: it is there, enabled, on the screen and not covered. Unlike Playwright's
 * `click` it does not wait for frames in which nothing moves, because nothing does: without a graphics processor those
 * frames took most of the time of a picture.
 */
export async function touch(target: Locator): Promise<void> {
  const { x, y } = await target.evaluate(whenReachable, 4_000, { timeout: 4_000 });
  await target.page().mouse.click(x, y);
}

/**
 * Touches one key of the keyboard on the screen after the other, by their names: all in one visit to the page. The marks
 * of touched keys, which stay for a moment, are left out.
 */
export function touchKeys(page: Page, names: readonly string[]): Promise<void> {
  return page.evaluate(press, names);
}

/** A scanner types a code and Enter, as fast on a busy machine as on an idle one. */
export function scan(page: Page, text: string): Promise<void> {
  return page.evaluate((code) => {
    for (const key of [...code, 'Enter'])
      (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  }, text);
}

/** Runs in the page. */
async function press(names: readonly string[]): Promise<void> {
  for (const name of names) {
    const end = performance.now() + 4_000;
    const key = () =>
      [...document.querySelectorAll('button')].find((button) => {
        if ((button.ariaLabel ?? button.textContent).trim() !== name || button.disabled) return false;
        const { left, top, width, height } = button.getBoundingClientRect();
        return button.contains(document.elementFromPoint(left + width / 2, top + height / 2));
      });
    while (!key()) {
      if (performance.now() > end) throw new Error(`there is no key ${name} to touch`);
      await new Promise((done) => requestAnimationFrame(done));
    }
    key()?.click();
    await new Promise((done) => setTimeout(done));
  }
}

/** Runs in the page. */
async function whenReachable(element: Element, patience: number): Promise<{ x: number; y: number }> {
  const end = performance.now() + patience;
  for (;;) {
    const { left, top, width, height } = element.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    const hit = document.elementFromPoint(x, y);
    // A field is also touched by its label.
    const label = element instanceof HTMLInputElement && [...(element.labels ?? [])].some((one) => one.contains(hit));
    if (!element.matches(':disabled') && (element.contains(hit) || label)) return { x, y };
    if (performance.now() > end) throw new Error(`cannot be touched: ${element.outerHTML.slice(0, 120)}`);
    element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
    await new Promise((done) => requestAnimationFrame(done));
  }
}
