import { useEffect, useState } from 'react';
import type { KioskClient } from '../client.ts';

/**
 * The office's own picture as a data URL, fetched once for each; null until it is here, and where there is none.
 * @param hash names it, as the lounge's snapshot does
 * @param up asked for again once a lost hub is back
 */
export function useLogo(hash: string | null, up: boolean, client: KioskClient): string | null {
  const [known, setKnown] = useState<{ hash: string; png: string | null } | null>(null);
  const has = known !== null && known.hash === hash;
  useEffect(() => {
    if (hash === null || has || !up) return;
    client.lounge.logo().then(
      ({ png }) => setKnown({ hash, png }),
      // The house's sign stands there meanwhile.
      () => undefined,
    );
  }, [hash, has, up, client]);
  return has && known.png !== null ? `data:image/png;base64,${known.png}` : null;
}
