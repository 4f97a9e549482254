import { appendFileSync } from 'node:fs';

/** What the double was asked to do, as JSON lines in the file that `ELECTRON_DOUBLE_JOURNAL` names: tests read it. */
export interface Entry {
  readonly what: string;
  readonly [detail: string]: unknown;
}

export function note(what: string, details: Record<string, unknown> = {}): void {
  const file = process.env['ELECTRON_DOUBLE_JOURNAL'];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify({ what, ...details } satisfies Entry)}\n`);
}
