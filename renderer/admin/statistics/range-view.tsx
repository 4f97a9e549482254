import type { RangeReport } from '../../../contract/statistics.ts';
import { Stack } from '../parts/frame.tsx';
import { Bars } from './bars.tsx';
import { Heat } from './heat.tsx';
import { Plot } from './plot.tsx';
import css from './range-view.module.css';
import { useSays } from './says.ts';
import { SummaryTiles } from './summary.tsx';
import { GroupTables } from './tables.tsx';

/** Days or months that have been. */
export function RangeView({ report }: { report: RangeReport }) {
  return (
    <Stack>
      <SummaryTiles totals={report.totals} live={false} />
      <div className={css.plots}>
        <Periods periods={report.periods} by={report.by} />
        <BusyHours heat={report.heat} weekdays={report.weekdays} />
      </div>
      <GroupTables {...report} />
    </Stack>
  );
}

function Periods({ periods, by }: Pick<RangeReport, 'periods' | 'by'>) {
  const { words, says } = useSays();
  const said = words.series;
  const { columns } = words;
  const most = periods.reduce((found, each) => (each.taken > found.taken ? each : found), { period: '', taken: 0 });
  return (
    <Plot
      title={by === 'day' ? said.days : said.months}
      sentence={most.taken === 0 ? words.nothing : said.sentence(says.period(most.period), says.number(most.taken))}
      height={24}
      draw={(size) => (
        <Bars
          {...size}
          bars={periods.map(({ period, taken }) => ({ label: says.period(period), values: [taken] }))}
          labelRem={by === 'day' ? 6 : 8}
          number={says.number}
        />
      )}
      head={[by === 'day' ? said.date : said.month, columns.taken, columns.served, columns.noShow, columns.wait]}
      rows={periods.map(({ period, taken, served, noShow, wait }) => [
        by === 'day' ? says.date(period) : says.period(period),
        says.number(taken),
        says.number(served),
        says.number(noShow),
        says.time(wait.median),
      ])}
    />
  );
}

/** From the first busy hour to the last, and only weekdays with tickets. */
function BusyHours({ heat, weekdays }: Pick<RangeReport, 'heat' | 'weekdays'>) {
  const { words, says } = useSays();
  const said = words.busy;
  const first = Math.min(...heat.map(({ hour }) => hour));
  const last = Math.max(...heat.map(({ hour }) => hour));
  const hours = heat.length === 0 ? [] : Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const values = weekdays.map(({ weekday, days }) =>
    hours.map((hour) => {
      const cell = heat.find((each) => each.weekday === weekday && each.hour === hour);
      return (cell?.taken ?? 0) / days;
    }),
  );
  const cells = values.flatMap((row, day) => row.map((value, hour) => ({ day, hour, value })));
  const most = cells.reduce((found, cell) => (cell.value > found.value ? cell : found), { day: 0, hour: 0, value: 0 });
  const names = weekdays.map(({ weekday }) => weekday);
  return (
    <Plot
      title={said.title}
      sentence={
        most.value === 0
          ? words.nothing
          : said.sentence(
              says.weekday(names[most.day] ?? 1, 'long'),
              says.hour(hours[most.hour] ?? 0),
              says.average(most.value),
            )
      }
      height={Math.max(8, 2.6 + 4 * weekdays.length)}
      draw={(size) => (
        <Heat
          {...size}
          weekdays={names.map((weekday) => says.weekday(weekday, 'short'))}
          hours={hours.map((hour) => says.hour(hour).slice(0, 2))}
          values={values}
          average={says.average}
        />
      )}
      head={[said.weekday, ...hours.map(says.hour)]}
      rows={names.map((weekday, row) => [
        says.weekday(weekday, 'long'),
        ...(values[row] ?? []).map((value) => says.average(value)),
      ])}
    />
  );
}
