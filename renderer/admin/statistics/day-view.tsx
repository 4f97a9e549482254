import type { DayReport } from '../../../contract/statistics.ts';
import { Columns, Stack } from '../parts/frame.tsx';
import { Bars } from './bars.tsx';
import { Legend, Plot } from './plot.tsx';
import { useSays } from './says.ts';
import { SummaryTiles } from './summary.tsx';
import { GroupTables } from './tables.tsx';
import { WaitingLine } from './waiting-line.tsx';

/** Today as it is now. */
export function DayView({ report }: { report: DayReport }) {
  return (
    <Stack>
      <SummaryTiles totals={report.totals} live />
      <Columns>
        <Arrivals hours={report.hours} />
        <Line line={report.line} zone={report.timeZone} />
      </Columns>
      <GroupTables {...report} />
    </Stack>
  );
}

function Arrivals({ hours }: Pick<DayReport, 'hours'>) {
  const { words, says } = useSays();
  const said = words.arrivals;
  const busiest = hours.reduce((most, each) => (each.taken > most.taken ? each : most), { hour: 0, taken: 0 });
  return (
    <Plot
      title={said.title}
      sentence={
        busiest.taken === 0 ? words.nothing : said.sentence(says.hour(busiest.hour), says.number(busiest.taken))
      }
      height={22}
      legend={
        <Legend
          entries={[
            ['first', said.taken],
            ['second', said.called],
          ]}
        />
      }
      draw={(size) => (
        <Bars
          {...size}
          bars={hours.map(({ hour, taken, called }) => ({ label: says.hour(hour), values: [taken, called] }))}
          labelRem={5}
          number={says.number}
        />
      )}
      head={[said.hour, said.taken, said.called]}
      rows={hours.map(({ hour, taken, called }) => [says.hour(hour), says.number(taken), says.number(called)])}
    />
  );
}

function Line({ line, zone }: { line: DayReport['line']; zone: string }) {
  const { words, says } = useSays();
  const said = words.line;
  const longest = line.reduce((most, each) => (each.waiting > most.waiting ? each : most), { at: '', waiting: 0 });
  return (
    <Plot
      title={said.title}
      sentence={
        longest.waiting === 0
          ? words.nothing
          : said.sentence(says.number(longest.waiting), says.clock(longest.at, zone))
      }
      height={24.4}
      draw={(size) => (
        <WaitingLine
          {...size}
          points={line.map(({ at, waiting }) => ({ at: Date.parse(at), waiting }))}
          number={says.number}
          clock={(at) => says.clock(new Date(at).toISOString(), zone)}
        />
      )}
      head={[said.time, said.waiting]}
      rows={line.map(({ at, waiting }) => [says.clock(at, zone), says.number(waiting)])}
    />
  );
}
