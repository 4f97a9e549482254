import { Check, FileDown, Flame } from 'lucide-react';
import { useCallback, useState } from 'react';
import { createPortal } from 'react-dom';
import { registerName } from '../../../contract/letter-numbers.ts';
import type { DisposalRow } from '../../../contract/retention.ts';
import { useRetentionWords } from '../../i18n/admin/retention.ts';
import { shortDate } from '../../i18n/format.ts';
import { Pager } from '../../staff/pager.tsx';
import { saveFile } from '../../staff/save-file.ts';
import { textFile } from '../../staff/saved-files.ts';
import { useDesk } from '../desk.ts';
import { Box } from '../parts/checks.tsx';
import { Press } from '../parts/controls.tsx';
import { FootBar } from '../parts/foot-bar.tsx';
import { Card, Empty } from '../parts/frame.tsx';
import { Refused } from '../parts/refused.tsx';
import { Unanswered } from '../parts/unanswered.tsx';
import { useList, useWork } from '../use-work.ts';
import { DestroySheet } from './destroy-sheet.tsx';
import { collectDue, mostLetters, ticked } from './due-selection.ts';
import css from './retention.module.css';

interface Props {
  /** Of the page; what is done with the chosen letters stays in sight there. */
  foot: HTMLElement | null;
  onDestroyed: () => void;
}

/** The daftar usul musnah: which letters may go, and which of them do now. */
export function DueTab({ foot, onDestroyed }: Props) {
  const { words } = useRetentionWords();
  const { client } = useDesk();
  const [page, setPage] = useState(0);
  const [perPage, setPerPage] = useState(0);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [destroying, setDestroying] = useState(false);
  const ask = useCallback(() => client.retention.due(page), [client, page]);
  const { value: due, problem, again } = useList(ask);
  const work = useWork('here', words.refusals);
  const said = words.due;
  // The hub says how long a page is by a full one.
  if (due !== undefined && due.rows.length > perPage) setPerPage(due.rows.length);
  // The list has become shorter meanwhile.
  if (due?.rows.length === 0 && page > 0) setPage(0);
  if (due === undefined) return <Unanswered problem={problem} />;
  if (due.total === 0) {
    return (
      <Card title={said.title} detail={said.detail}>
        <Empty>{said.none}</Empty>
      </Card>
    );
  }
  const tick = (ids: readonly string[], on: boolean) => setChosen((was) => ticked(was, ids, on));
  const act = (
    <FootBar>
      <p className={css.chosen} role="status">
        {chosen.size > mostLetters ? said.tooMany(mostLetters) : said.chosen(chosen.size)}
      </p>
      {chosen.size > 0 && <Press onPress={() => setChosen(new Set())}>{said.clear}</Press>}
      {due.total > due.rows.length && (
        <Press
          icon={<Check />}
          disabled={work.busy}
          onPress={() =>
            work.run(
              () => collectDue(client.retention.due),
              (ids) => setChosen(new Set(ids)),
            )
          }
        >
          {due.total > mostLetters ? said.chooseOldest(mostLetters) : said.chooseAll(due.total)}
        </Press>
      )}
      <Press
        kind="danger"
        icon={<Flame />}
        disabled={chosen.size === 0 || chosen.size > mostLetters || work.busy}
        onPress={() => setDestroying(true)}
      >
        {said.destroy}
      </Press>
    </FootBar>
  );
  const fresh = () => {
    setPage(0);
    again();
  };
  return (
    <Card
      title={said.title}
      detail={said.detail}
      tools={
        <Press
          icon={<FileDown />}
          disabled={work.busy}
          onPress={() => work.run(client.retention.exportDue, (file) => saveFile(textFile(file)))}
        >
          {said.csv}
        </Press>
      }
    >
      <Refused work={work} />
      <DueTable rows={due.rows} chosen={chosen} onTick={tick} />
      <div className={css.foot}>
        <span>{said.total(due.total)}</span>
        <Pager page={page} pages={perPage === 0 ? 1 : Math.ceil(due.total / perPage)} onPage={setPage} />
      </div>
      {foot !== null && createPortal(act, foot)}
      {destroying && (
        <DestroySheet
          letterIds={[...chosen]}
          onNotDue={(ids) => {
            tick(ids, false);
            fresh();
          }}
          onDestroyed={() => {
            setChosen(new Set());
            fresh();
            onDestroyed();
          }}
          onClose={() => setDestroying(false)}
        />
      )}
    </Card>
  );
}

interface TableProps {
  rows: readonly DisposalRow[];
  chosen: ReadonlySet<string>;
  onTick: (ids: readonly string[], on: boolean) => void;
}

function DueTable({ rows, chosen, onTick }: TableProps) {
  const { words, language } = useRetentionWords();
  const said = words.due;
  const all = rows.every(({ letterId }) => chosen.has(letterId));
  return (
    <table className={css.table}>
      <thead>
        <tr>
          <td>
            <Tick
              label={said.choosePage}
              on={all}
              onTick={(on) =>
                onTick(
                  rows.map(({ letterId }) => letterId),
                  on,
                )
              }
            />
          </td>
          <th scope="col">{said.number}</th>
          <th scope="col">{said.subject}</th>
          <th scope="col">{said.date}</th>
          <th scope="col">{said.register}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ letterId, number, title, date, register }) => (
          <tr key={letterId} data-chosen={chosen.has(letterId) || undefined}>
            <td>
              <Tick label={said.choose(number)} on={chosen.has(letterId)} onTick={(on) => onTick([letterId], on)} />
            </td>
            <th scope="row">{number}</th>
            <td>{title}</td>
            <td className={css.date}>{shortDate(Date.parse(`${date}T12:00:00Z`), language, 'UTC')}</td>
            <td>{registerName(register)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Tick({ label, on, onTick }: { label: string; on: boolean; onTick: (on: boolean) => void }) {
  return (
    <button
      type="button"
      role="checkbox"
      className={css.tick}
      aria-checked={on}
      aria-label={label}
      onClick={() => onTick(!on)}
    >
      <Box />
    </button>
  );
}
