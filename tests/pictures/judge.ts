import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Result {
  id: string;
  nodes: { html: string; target: unknown[] }[];
}

/** In CSS px. */
interface Sizes {
  minimumText: number;
  minimumTarget: number;
}

interface Finding {
  rule: string;
  where: string;
}

export interface Judgement {
  violations: Finding[];
  incomplete: Finding[];
  /** Text that is cut, covered, outside the screen or too small, and targets that are too small. */
  layout: string[];
}

/** What a machine can say about a picture; the eye says the rest. */
export async function judge(page: Page, sizes: Sizes, withAxe: boolean): Promise<Judgement> {
  const layout = await page.evaluate(lookAtLayout, sizes);
  if (!withAxe) return { violations: [], incomplete: [], layout };
  // Scene after scene on one page: once it is there it stays.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const high = document.documentElement.dataset['contrast'] === 'high';
    // @ts-expect-error axe was evaluated into the page above
    const { violations, incomplete } = await window.axe.run(document, {
      resultTypes: ['violations', 'incomplete'],
      rules: { 'color-contrast-enhanced': { enabled: high } },
    });
    // On a gradient axe cannot tell. Large text needs 3:1 (WCAG 1.4.3) with its lightest colour under the motif of 8 %.
    const onGradient = (selector: string): boolean => {
      const element = document.querySelector(selector);
      const ground = element?.closest('main');
      if (!element || !ground || Number.parseFloat(getComputedStyle(element).fontSize) < 24) return false;
      const colours = getComputedStyle(ground).backgroundImage.match(/rgb\([^)]+\)/g) ?? [];
      const light = colours.map((colour) => {
        const [red = 0, green = 0, blue = 0] = (colour.match(/\d+/g) ?? []).map((text) => {
          const value = (Number(text) + (255 - Number(text)) * 0.08) / 255;
          return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      });
      return light.length > 0 && light.every((value) => 1.05 / (value + 0.05) >= 3);
    };
    const numbers = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
    const luminance = (colour: readonly number[]) => {
      const [red = 0, green = 0, blue = 0] = colour.map((part) => {
        const value = part / 255;
        return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    // Nor where another box reaches into the text's: there the nearest opaque ground counts, and the ruler sees covers.
    const onSolid = (selector: string): boolean => {
      const element = document.querySelector(selector);
      for (let ground = element; ground !== null; ground = ground.parentElement) {
        const { backgroundColor, backgroundImage } = getComputedStyle(ground);
        if (backgroundImage !== 'none') return false;
        const behind = numbers(backgroundColor);
        if ((behind[3] ?? 1) < 1) continue;
        const style = getComputedStyle(element as Element);
        const [light = 0, dark = 0] = [luminance(behind), luminance(numbers(style.color))].sort((a, b) => b - a);
        return (light + 0.05) / (dark + 0.05) >= (Number.parseFloat(style.fontSize) >= 24 ? 3 : 4.5);
      }
      return false;
    };
    // Nor can it tell within an SVG: there text needs 4.5:1 with the topmost shape under its middle, on a white card.
    const inPicture = (selector: string): boolean => {
      const text = document.querySelector(selector);
      if (!(text instanceof SVGTextElement)) return false;
      const box = text.getBoundingClientRect();
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      const under = [...(text.ownerSVGElement?.querySelectorAll('rect, path[data-part="area"]') ?? [])].findLast(
        (shape) => {
          const { left, right, top, bottom } = shape.getBoundingClientRect();
          return left <= x && x <= right && top <= y && y <= bottom;
        },
      );
      const style = under && getComputedStyle(under);
      const opacity = Number(style?.fillOpacity ?? 0);
      const ground = numbers(style?.fill ?? 'rgb(255, 255, 255)').map((part) => part * opacity + 255 * (1 - opacity));
      const [light = 1, dark = 0] = [luminance(ground), luminance(numbers(getComputedStyle(text).fill))].sort(
        (a, b) => b - a,
      );
      return (light + 0.05) / (dark + 0.05) >= 4.5;
    };
    const plain = (results: Result[]) =>
      results.flatMap(({ id, nodes }) =>
        nodes
          .filter(({ target }) => {
            const selector = String(target[0]);
            return id !== 'color-contrast' || !(onGradient(selector) || onSolid(selector) || inPicture(selector));
          })
          .map(({ html }) => ({ rule: id, where: html.slice(0, 120) })),
      );
    return { violations: plain(violations as Result[]), incomplete: plain(incomplete as Result[]) };
  });
  return { ...found, layout };
}

/** Runs in the page. */
function lookAtLayout({ minimumText, minimumTarget }: Sizes): string[] {
  const faults: string[] = [];
  const name = (element: Element) => `<${element.tagName.toLowerCase()}> "${(element.textContent ?? '').slice(0, 40)}"`;
  const top = document.querySelector('dialog[open]') ?? document.body;
  // What has been scrolled away is not cut: the way to it is there. Another picture may show it.
  const scrolledAway = (element: Element, box: { top: number; bottom: number }): boolean => {
    const frame = element.closest('[data-scroll]')?.getBoundingClientRect();
    return frame !== undefined && (box.bottom > frame.bottom + 1 || box.top < frame.top - 1);
  };
  const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    if (
      element === null ||
      (node.textContent ?? '').trim() === '' ||
      !element.checkVisibility({ visibilityProperty: true })
    )
      continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (scrolledAway(element, box)) continue;
      if (box.left < 0 || box.top < 0 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1) {
        faults.push(`outside the screen: ${name(element)}`);
        break;
      }
      for (let around: Element | null = element; around !== null && around !== top; around = around.parentElement) {
        const frame = around.getBoundingClientRect();
        const cuts = around.matches('button, article, section, dialog, main, [data-hands], nav, header');
        if (
          cuts &&
          (box.left < frame.left - 1 ||
            box.right > frame.right + 1 ||
            box.top < frame.top - 2 ||
            box.bottom > frame.bottom + 2)
        ) {
          faults.push(`leaves its ${around.tagName.toLowerCase()}: ${name(element)}`);
          break;
        }
      }
      const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      if (
        hit !== null &&
        !hit.contains(element) &&
        !element.contains(hit) &&
        getComputedStyle(element).pointerEvents !== 'none'
      ) {
        faults.push(`covered by ${name(hit)}: ${name(element)}`);
      }
    }
    const size = Number.parseFloat(getComputedStyle(element).fontSize);
    if (size < minimumText - 0.01) faults.push(`text of ${size}px: ${name(element)}`);
  }
  const buttons = [...top.querySelectorAll('button')].filter(
    (button) =>
      button.checkVisibility({ visibilityProperty: true }) && !scrolledAway(button, button.getBoundingClientRect()),
  );
  const boxes = buttons.map((button) => button.getBoundingClientRect());
  boxes.forEach((box, index) => {
    const button = buttons[index] as Element;
    // A keyboard's keys may be a little smaller than what stands alone.
    const isKey = (button.parentElement?.childElementCount ?? 0) > 20;
    const least = isKey ? (minimumTarget * 88) / 96 : minimumTarget;
    if (box.width < least - 0.5 || box.height < least - 0.5) {
      faults.push(`target ${Math.round(box.width)}×${Math.round(box.height)}: ${name(button)}`);
    }
    if (box.bottom > innerHeight + 1 || box.right > innerWidth + 1 || box.top < 0)
      faults.push(`target outside: ${name(button)}`);
    if (document.documentElement.hasAttribute('data-lowered') && box.top < (innerHeight * 2) / 3 - 1) {
      faults.push(`not lowered: ${name(button)}`);
    }
    boxes.forEach((other, next) => {
      if (next <= index) return;
      const across = Math.min(box.right, other.right) - Math.max(box.left, other.left);
      const down = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
      if (across > 1 && down > 1) faults.push(`overlap: ${name(button)} and ${name(buttons[next] as Element)}`);
    });
  });
  return [...new Set(faults)];
}
