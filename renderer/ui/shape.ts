import { useSyncExternalStore } from 'react';

/** The three layouts: 1080×1920; 1920×1080 and 1366×768; 1024×768. The same borders as in the style sheets. */
export type Shape = 'portrait' | 'wide' | 'square';

const portrait = '(max-aspect-ratio: 1/1)';
const wide = '(min-aspect-ratio: 3/2)';

export function useShape(): Shape {
  return useSyncExternalStore(watch, current);
}

const current = (): Shape => (matchMedia(wide).matches ? 'wide' : matchMedia(portrait).matches ? 'portrait' : 'square');

function watch(changed: () => void): () => void {
  const queries = [matchMedia(portrait), matchMedia(wide)];
  for (const query of queries) query.addEventListener('change', changed);
  return () => {
    for (const query of queries) query.removeEventListener('change', changed);
  };
}
