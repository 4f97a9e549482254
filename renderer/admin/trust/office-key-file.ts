import type { TrustState } from '../../../contract/trust.ts';
import type { SavedFile } from '../../staff/save-file.ts';

/** This office's own key, as the regency's `trust-list` reads it. No part of it is secret. */
export function officeKeyFile({ id, issuer, x }: TrustState['own']): SavedFile {
  const content = `${JSON.stringify({ anjungan: 'office-key', v: 1, id, issuer, x }, null, 2)}\n`;
  return { name: `kunci-kantor-${id}.json`, content: new Blob([content], { type: 'application/json' }) };
}
