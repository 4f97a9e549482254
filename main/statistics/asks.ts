import type { ExportAsked, OwnReport } from '../../contract/statistics.ts';
import type { Labels } from './export-tables.ts';
import type { DayFigures, RangeFigures } from './reports.ts';

/** What passes between the main thread and the worker. */

export interface Asks {
  day: { asked: { day: string; now: number }; answer: DayFigures };
  range: { asked: { from: string; to: string; by: 'day' | 'month' }; answer: RangeFigures };
  own: { asked: { day: string; person: string }; answer: Omit<OwnReport, 'at' | 'day'> };
  /** Whose names are needed. */
  people: { asked: { from: string; to: string }; answer: string[] };
  export: { asked: ExportAsked & { labels: Labels }; answer: Uint8Array<ArrayBuffer> };
}

export type Ask = { [Kind in keyof Asks]: { readonly kind: Kind } & Asks[Kind]['asked'] }[keyof Asks];

/** `refusal`: one of the contract's errors, not a fault. */
export type Reply =
  | { readonly answer: unknown }
  | { readonly refusal: { readonly code: string; readonly data: unknown } }
  | { readonly failure: string };

/** What a worker is started with. */
export interface WorkerStart {
  readonly path: string;
  readonly key: string;
  readonly timeZone: string;
}
