import { Archive, FileClock, FileDown, FileX, ScrollText } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Disposal, RetentionState } from '../../../contract/retention.ts';
import { useRetentionWords } from '../../i18n/admin/retention.ts';
import { saveFile } from '../../staff/save-file.ts';
import { pdfFile } from '../../staff/saved-files.ts';
import { useDesk, useTimes } from '../desk.ts';
import { Press } from '../parts/controls.tsx';
import { Card, Columns, Empty, Stack } from '../parts/frame.tsx';
import rows from '../parts/rows.module.css';
import { useWork } from '../use-work.ts';

/** The rules, the last time that they were applied, and what was destroyed by them. */
export function KeptTab({ state }: { state: RetentionState }) {
  const { words } = useRetentionWords();
  const { kept } = words;
  return (
    <Stack>
      <Columns>
        <Card title={kept.title} detail={kept.detail}>
          <ul className={rows.rows}>
            <Rule icon={<FileX />} what={kept.unfinished} then={kept.unfinishedAfter(state.unfinishedDays)} />
            <Rule icon={<FileClock />} what={kept.open} then={kept.openAfter(state.openDays)} />
            <Rule icon={<Archive />} what={kept.letters} then={kept.lettersAfter(state.letterYears)} />
          </ul>
        </Card>
        <LastRun state={state} />
      </Columns>
      <Card title={words.disposals.title}>
        {state.disposals.length === 0 ? (
          <Empty>{words.disposals.none}</Empty>
        ) : (
          <ul className={rows.rows}>
            {state.disposals.map((disposal) => (
              <DisposalRow key={disposal.id} disposal={disposal} />
            ))}
          </ul>
        )}
      </Card>
    </Stack>
  );
}

function Rule({ icon, what, then }: { icon: ReactNode; what: string; then: string }) {
  return (
    <li className={rows.row}>
      {icon}
      <span className={rows.main}>
        <span className={rows.name}>{what}</span>
        <span>{then}</span>
      </span>
    </li>
  );
}

function LastRun({ state: { lastRun, unfinished } }: { state: RetentionState }) {
  const { words } = useRetentionWords();
  const times = useTimes();
  const said = words.run;
  return (
    <Card title={said.title}>
      {lastRun === null ? (
        <Empty>{said.never}</Empty>
      ) : (
        <div>
          <p className={rows.name}>{said.last(times?.past(lastRun.at) ?? '')}</p>
          <p>{said.did(lastRun.expired, lastRun.purged)}</p>
        </div>
      )}
      <p>{said.unfinished(unfinished)}</p>
    </Card>
  );
}

function DisposalRow({ disposal }: { disposal: Disposal }) {
  const { words } = useRetentionWords();
  const { client } = useDesk();
  const times = useTimes();
  const work = useWork('at the foot', words.refusals);
  const said = words.disposals;
  const { id, minutesNumber, minutesDate, letters, at, by } = disposal;
  return (
    <li className={rows.row}>
      <ScrollText />
      <span className={rows.main}>
        <span className={rows.name}>{said.minutes(minutesNumber)}</span>
        <span>{said.of(letters, times?.say.dayOf(minutesDate) ?? minutesDate)}</span>
        <span className={rows.note}>{said.by(times?.past(at) ?? '', by)}</span>
      </span>
      <Press
        icon={<FileDown />}
        label={said.pdfOf(minutesNumber)}
        disabled={work.busy}
        onPress={() =>
          work.run(
            () => client.retention.minutes(id),
            (minutes) => saveFile(pdfFile(minutes)),
          )
        }
      >
        {said.pdf}
      </Press>
    </li>
  );
}
