import type { Summary } from '../../../contract/statistics.ts';
import { useSays } from './says.ts';
import css from './summary.module.css';

/** The figures of a day or a range at a glance. `live`: who waits is news, not a rest. */
export function SummaryTiles({ totals, live }: { totals: Summary; live: boolean }) {
  const { words, says } = useSays();
  const said = words.figures;
  const open = totals.waiting + totals.parked + totals.atCounter;
  return (
    <section className={css.tiles} aria-label={said.label}>
      <Tile
        label={said.taken}
        value={says.number(totals.taken)}
        note={live || open === 0 ? undefined : said.open(open)}
      />
      {live && (
        <Tile label={said.waiting} value={says.number(totals.waiting)} note={said.atCounter(totals.atCounter)} />
      )}
      <Tile label={said.served} value={says.number(totals.served)} />
      <Tile label={said.noShow} value={says.number(totals.noShow)} />
      {!live && <Tile label={said.cancelled} value={says.number(totals.cancelled)} />}
      <Tile
        label={said.wait}
        value={says.time(totals.wait.median)}
        note={totals.wait.p90 === null ? undefined : said.p90(says.time(totals.wait.p90))}
      />
      <Tile
        label={said.service}
        value={says.time(totals.service.median)}
        note={totals.service.p90 === null ? undefined : said.p90(says.time(totals.service.p90))}
      />
      <Kept promises={totals.promises} />
    </section>
  );
}

function Tile({ label, value, note }: { label: string; value: string; note?: string | undefined }) {
  return (
    <div className={css.tile}>
      <p className={css.label}>{label}</p>
      <p className={css.value}>{value}</p>
      {note !== undefined && <p className={css.note}>{note}</p>}
    </div>
  );
}

/** How many promises were kept, as a meter. */
function Kept({ promises }: { promises: Summary['promises'] }) {
  const { words, says } = useSays();
  const said = words.promises;
  const { of, kept, errorSeconds } = promises;
  const percent = of === 0 ? null : says.percent(kept / of);
  return (
    <div className={css.tile}>
      <p className={css.label}>{said.title}</p>
      <p className={css.value}>{percent === null ? words.none : words.percent(percent)}</p>
      {percent !== null && (
        <svg
          className={css.meter}
          viewBox="0 0 100 6"
          preserveAspectRatio="none"
          role="img"
          aria-label={said.sentence(percent)}
        >
          <rect className={css.track} width="100" height="6" />
          <rect className={css.fill} width={percent} height="6" />
        </svg>
      )}
      <p className={css.note}>
        {percent === null ? said.none : said.kept(says.number(kept), says.number(of))}
        {errorSeconds !== null && (
          <>
            <br />
            {said.error(says.time(errorSeconds))}
          </>
        )}
      </p>
    </div>
  );
}
