import type { Api } from '../api.ts';
import type { LiveDay } from './live-day.ts';
import type { ExportedFile, Statistics } from './statistics.ts';

/** Of the file, before base64: a frame of this size holds nobody up. A multiple of three, so that parts join seamlessly. */
const partBytes = 192 * 1024;

/** The statistics' part of the API. */
export function statisticsRouter(api: Api['statistics'], statistics: Statistics, live: LiveDay) {
  return api.router({
    day: api.day.handler(({ input }) => statistics.day(input.day)),
    range: api.range.handler(({ input }) => statistics.range(input)),
    own: api.own.handler(({ context }) => statistics.own(context.by)),
    watch: api.watch.handler(({ signal }) => live.watch(signal)),
    export: api.export.handler(({ input }) => inParts(statistics.export(input))),
    download: api.download.handler(async ({ input }) => {
      const { name, mime, bytes } = await statistics.export(input);
      return new File([bytes], name, { type: mime });
    }),
  });
}

/** The stream opens at once; its first part comes when the file is made. */
async function* inParts(file: Promise<ExportedFile>) {
  const { name, mime, bytes } = await file;
  const parts = Math.max(1, Math.ceil(bytes.length / partBytes));
  for (let part = 0; part < parts; part += 1) {
    const piece = bytes.subarray(part * partBytes, (part + 1) * partBytes);
    yield { name, mime, part, parts, base64: Buffer.from(piece).toString('base64') };
  }
}
