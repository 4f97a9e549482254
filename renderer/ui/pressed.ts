import { useEffect } from 'react';

/** Longer than a tap, so that even a quick one is seen. */
const shownMs = 140;

/**
 * Marks the touched button with `data-pressed` at once: `:active` comes only after the browser has decided that a touch
 * is no scroll. Also keeps menus and drags of the browser away.
 */
export function usePressed(): void {
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    let pressed: Element | null = null;
    const release = () => {
      const was = pressed;
      pressed = null;
      if (was !== null) setTimeout(() => was.removeAttribute('data-pressed'), shownMs);
    };
    document.addEventListener(
      'pointerdown',
      ({ target }) => {
        release();
        pressed = target instanceof Element ? target.closest('button:not(:disabled)') : null;
        pressed?.setAttribute('data-pressed', '');
      },
      { signal },
    );
    for (const type of ['pointerup', 'pointercancel'] as const) document.addEventListener(type, release, { signal });
    for (const type of ['contextmenu', 'dragstart'] as const) {
      document.addEventListener(type, (event) => event.preventDefault(), { signal });
    }
    return () => stop.abort();
  }, []);
}
