import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** rem; the height of a row of the line in `line.module.css`. */
const rowRem = 5.4;

/** How many whole rows a list has room for; looked at anew when the room changes. */
export function useRoom<T extends HTMLElement>(): { ref: RefObject<T | null>; rows: number } {
  const ref = useRef<T>(null);
  const [rows, setRows] = useState(1);
  useLayoutEffect(() => {
    const list = ref.current;
    if (list === null) return;
    const look = () => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      setRows(Math.max(1, Math.floor((list.clientHeight + 1) / (rowRem * rem))));
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(list);
    return () => observer.disconnect();
  }, []);
  return { ref, rows };
}
