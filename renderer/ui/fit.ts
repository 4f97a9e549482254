import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/**
 * How many choices a screen has room for: begins with `most` and takes away until nothing leaves the screen, before
 * anything is painted. Names are never cut, however long.
 * @param key changes when sizes change (shape, text size, language): then it begins again with `most`
 * @param list what is chosen from; looked at anew when it changes
 * @param page the page of it that is shown
 */
export function useFit<T extends HTMLElement>(
  most: number,
  key: string,
  list: readonly unknown[],
  page: number,
): { fits: number; inside: RefObject<T | null> } {
  const inside = useRef<T>(null);
  const [known, setKnown] = useState({ key, most, fits: most });
  const fits = known.key === key && known.most === most ? known.fits : most;
  useLayoutEffect(() => {
    const choices = inside.current;
    const screen = choices?.closest('main');
    if (!choices || !screen || fits === 1) return;
    const leaves = (box: Element) => box.scrollHeight > box.clientHeight + 1;
    if (leaves(screen) || leaves(choices)) setKnown({ key, most, fits: fits - 1 });
  }, [fits, key, most, list, page]);
  return { fits, inside };
}
