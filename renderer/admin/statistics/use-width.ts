import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** The width of an element and the size of 1rem, in px: plots are drawn in them, so that their text never shrinks. */
export function useWidth<E extends Element>(): { place: RefObject<E | null>; width: number; rem: number } {
  const place = useRef<E>(null);
  const [size, setSize] = useState({ width: 0, rem: 10 });
  useLayoutEffect(() => {
    const element = place.current;
    if (element === null) return;
    const measure = () => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      const width = Math.floor(element.clientWidth);
      setSize((was) => (was.width === width && was.rem === rem ? was : { width, rem }));
    };
    measure();
    const watcher = new ResizeObserver(measure);
    watcher.observe(element);
    return () => watcher.disconnect();
  }, []);
  return { place, ...size };
}
