import type { Bilingual } from '../../../contract/base.ts';
import type { ClosedService } from '../../../contract/settings.ts';

/** Services that were closed with the same word and until the same time. */
export interface Closing {
  readonly serviceIds: readonly string[];
  readonly reason: Bilingual;
  readonly until: string | null;
}

/** One line a closing instead of one a service. */
export function closings(closed: readonly ClosedService[]): Closing[] {
  const groups = Map.groupBy(closed, ({ reason, until }) => `${reason.id}\n${reason.en}\n${until}`);
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : [
          {
            serviceIds: [first, ...others].map(({ serviceId }) => serviceId),
            reason: first.reason,
            until: first.until,
          },
        ],
  );
}
