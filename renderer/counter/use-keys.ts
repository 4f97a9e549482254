import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Act } from './desk.ts';
import { type Attention, digitOf, type KeyPress, meaning } from './keys.ts';

/** ms; as long as a tap is shown. */
const shownMs = 160;

/** Hears the keyboard. Gives the act whose key was struck just now, for its button to show. */
export function useKeys(attention: () => Attention | null, act: (act: Act) => void): Act | null {
  const [struck, setStruck] = useState<Act | null>(null);
  const newest = useRef({ attention, act });
  useLayoutEffect(() => {
    newest.current = { attention, act };
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const hear = (event: KeyboardEvent) => {
      const at = newest.current.attention();
      if (at === null || event.isComposing) return;
      const press = pressOf(event);
      const meant = meaning(press, at);
      // A key held down presses a focused button again and again; nobody means that here.
      if (event.repeat && press.target === 'control') event.preventDefault();
      if (meant === null) return;
      event.preventDefault();
      clearTimeout(timer);
      setStruck(meant);
      timer = setTimeout(() => setStruck(null), shownMs);
      newest.current.act(meant);
    };
    document.addEventListener('keydown', hear);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('keydown', hear);
    };
  }, []);
  return struck;
}

/** Lets digits choose among the options in an element of the desk, while no question lies over it. */
export function useDigits(place: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const digit = digitOf(pressOf(event));
      if (digit === null || event.isComposing || document.querySelector('dialog[open]') !== null) return;
      place.current?.querySelector<HTMLButtonElement>(`[data-option="${digit}"]:not(:disabled)`)?.click();
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, [place]);
}

function pressOf(event: KeyboardEvent): KeyPress {
  return {
    key: event.key,
    repeat: event.repeat,
    ctrl: event.ctrlKey,
    other: event.altKey || event.metaKey,
    target: targetOf(event.target),
  };
}

function targetOf(target: EventTarget | null): KeyPress['target'] {
  if (!(target instanceof Element)) return 'page';
  if (target.closest('input, textarea, select, [contenteditable="true"]')) return 'text';
  return target.closest('button, a, summary') ? 'control' : 'page';
}

/**
 * A mouse or finger leaves no focus on a button: the space bar would press that button again and not the next step. Who
 * goes by Tab keeps the focus, and the space bar presses what is framed.
 */
export function useFreeFocus(): void {
  useEffect(() => {
    const keep = (event: MouseEvent) => {
      if (event.target instanceof Element && event.target.closest('button')) event.preventDefault();
    };
    document.addEventListener('mousedown', keep);
    return () => document.removeEventListener('mousedown', keep);
  }, []);
}
