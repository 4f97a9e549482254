import { useState } from 'react';
import { useLive } from '../../live.ts';
import { saveFile } from '../../staff/save-file.ts';
import { PageFrame, Stack } from '../parts/frame.tsx';
import type { StatisticsClient } from './client.ts';
import { DayView } from './day-view.tsx';
import { ExportBar } from './export-bar.tsx';
import { type Days, daysOf, isRange, type PeriodName } from './periods.ts';
import { Picker } from './picker.tsx';
import { Problem } from './problem.tsx';
import { RangeView } from './range-view.tsx';
import { useSays } from './says.ts';
import css from './statistics.module.css';
import { useRange } from './use-range.ts';

/** The page of figures: today live, or days that have been, and what is shown as a file. */
export function Statistics({ client }: { client: StatisticsClient }) {
  const { words, says } = useSays();
  const live = useLive(client.watch()).value;
  const [name, setName] = useState<PeriodName>('today');
  const [typed, setTyped] = useState<Days | null>(null);
  const today = live?.day;
  const own = typed ?? { from: today ?? '', to: today ?? '' };
  const days = name === 'own' ? own : today === undefined ? null : daysOf(name, today);
  const chosen = days !== null && isRange(days) ? days : null;
  const asked = useRange(client, name === 'today' ? null : chosen);

  return (
    <PageFrame title={words.title} detail={detail()}>
      <Stack>
        <div className={css.choice}>
          <Picker name={name} onName={setName} own={own} onOwn={setTyped} />
          <ExportBar client={client} days={chosen} onFile={saveFile} />
        </div>
        {matter()}
      </Stack>
    </PageFrame>
  );

  function detail(): string | undefined {
    if (name === 'today') return live && words.live(says.clock(live.at, live.timeZone));
    return chosen === null ? undefined : words.dates(says.date(chosen.from), says.date(chosen.to));
  }

  function matter() {
    if (name === 'today') return live === undefined ? <Making /> : <DayView report={live} />;
    if (asked.problem !== undefined) return <Problem error={asked.problem} onAgain={asked.again} />;
    if (asked.report !== undefined) return <RangeView report={asked.report} />;
    return name === 'own' && chosen === null ? null : <Making />;
  }
}

function Making() {
  const { words } = useSays();
  return (
    <p className={css.making} role="status">
      {words.making}
    </p>
  );
}
