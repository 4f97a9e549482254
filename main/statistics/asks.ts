import type { ExportAsked, OwnReport } from '../../contract/statistics.ts';
import type { Store } from '../store/open.ts';
import type { Labels } from './export-tables.ts';
import type { DayFigures, RangeFigures } from './reports.ts';

/** What passes between the main thread and the worker. */

export interface Asks {
  day: { asked: { day: string; now: number; timeZone: string }; answer: DayFigures };
  range: { asked: { from: string; to: string; by: 'day' | 'month'; timeZone: string }; answer: RangeFigures };
  own: { asked: { day: string; person: string }; answer: Omit<OwnReport, 'at' | 'day'> };
  /** Whose names are needed. */
  people: { asked: { from: string; to: string }; answer: string[] };
  export: { asked: ExportAsked & { labels: Labels; timeZone: string }; answer: Uint8Array<ArrayBuffer> };
}

export type Ask = { [Kind in keyof Asks]: { readonly kind: Kind } & Asks[Kind]['asked'] }[keyof Asks];

/** What a worker is started with. The lounge's time zone comes with what is asked: a supervisor may change it. */
export type WorkerStart = Store['reader'];
