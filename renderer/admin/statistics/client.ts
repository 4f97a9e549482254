import type { ContractRouterClient } from '@orpc/contract';
import type { DayReport, RangeReport, statistics } from '../../../contract/statistics.ts';
import { bytesOf } from '../../client/base64.ts';
import type { Connection, Subscribe } from '../../client/connection.ts';
import type { InputOf } from '../../client/presses.ts';
import type { SavedFile } from '../../staff/save-file.ts';

type Hub = ContractRouterClient<{ statistics: typeof statistics }>;
export type RangeAsked = InputOf<Hub['statistics']['range']>;
export type ExportAsked = InputOf<Hub['statistics']['export']>;

/** What the page of figures may ask. Every promise fails with a `CallError` and nothing else. */
export interface StatisticsClient {
  /** Always the same stream. */
  watch(): Subscribe<DayReport>;
  range(asked: RangeAsked): Promise<RangeReport>;
  export(asked: ExportAsked): Promise<SavedFile>;
}

/** A report of a year, or a file of it, may be made behind others (ms). */
const patience = 120_000;

export function statisticsClient(connection: Pick<Connection, 'call' | 'stream'>): StatisticsClient {
  const watch = connection.stream((hub, signal) => (hub as Hub).statistics.watch(undefined, { signal }));
  return {
    watch: () => watch,
    range: (asked) => connection.call((hub, signal) => (hub as Hub).statistics.range(asked, { signal }), patience),
    export: (asked) =>
      connection.call(async (hub, signal) => {
        const pieces: Uint8Array<ArrayBuffer>[] = [];
        let file = { name: '', mime: '' };
        for await (const { name, mime, base64 } of await (hub as Hub).statistics.export(asked, { signal })) {
          file = { name, mime };
          pieces.push(bytesOf(base64));
        }
        return { name: file.name, content: new Blob(pieces, { type: file.mime }) };
      }, patience),
  };
}
