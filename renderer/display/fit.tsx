import { type ReactNode, useLayoutEffect, useRef } from 'react';
import css from './fit.module.css';

interface Props {
  children: ReactNode;
  /** A name may stand on several lines; a number never does. */
  wraps?: boolean;
  /** Gives way when everything in its frame (`data-frame`) is too high, down to this part of its size. */
  yields?: number;
}

/** Smaller than this nobody reads it from a chair; what does not fit even then leaves its place. */
const smallest = 0.3;
const step = 0.02;

/** Text at the size of its place, and smaller only where a word is wider than the place or its frame is too low. */
export function Fit({ children, wraps = false, yields = 1 }: Props) {
  const inside = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const text = inside.current;
    const frame = text?.closest('[data-frame]');
    if (text == null || frame == null) return;
    const tooWide = () => text.scrollWidth > text.clientWidth + 1;
    const tooHigh = () => frame.scrollHeight > frame.clientHeight + 1;
    const fit = () => {
      text.style.fontSize = '';
      for (let size = 1 - step; size >= smallest; size -= step) {
        if (!tooWide() && (size < yields || !tooHigh())) return;
        text.style.fontSize = `${size.toFixed(2)}em`;
      }
    };
    fit();
    const observer = new ResizeObserver(fit);
    observer.observe(frame);
    // Before the type is there, its widths are another's.
    void document.fonts.ready.then(fit);
    return () => observer.disconnect();
  }, [children, wraps, yields]);
  return (
    <span className={css.fit} data-wraps={wraps || undefined} data-tall ref={inside}>
      {children}
    </span>
  );
}
