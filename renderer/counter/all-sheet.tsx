import { useState } from 'react';
import { useWords } from '../i18n/staff.ts';
import { Dialog } from '../staff/dialog.tsx';
import { Pager } from '../staff/pager.tsx';
import { MissedRow, ParkedRow, WaitingRow } from './line.tsx';
import { useDesk } from './view.ts';

const rowsPerPage = 8;

/** A list that does not fit beside the desk, page by page. Of a very long line the hub tells only its beginning. */
export function AllSheet({ list, onClose }: { list: 'line' | 'missed' | 'parked'; onClose: () => void }) {
  const { words } = useWords();
  const { line, missed, parked, waiting } = useDesk().moment.snapshot;
  const [page, setPage] = useState(0);
  const said = words.counter.line;
  const titles = { line: said.waiting, missed: said.missed, parked: said.parked };
  const rows = {
    line: line.map((ticket) => <WaitingRow key={ticket.ticketId} ticket={ticket} />),
    missed: missed.map((ticket) => <MissedRow key={ticket.ticketId} ticket={ticket} />),
    parked: parked.map((ticket) => <ParkedRow key={ticket.ticketId} ticket={ticket} />),
  }[list];
  const pages = Math.max(1, Math.ceil(rows.length / rowsPerPage));
  const at = Math.min(page, pages - 1);
  const untold = list === 'line' ? waiting - line.length : 0;
  return (
    <Dialog
      title={titles[list]}
      detail={untold > 0 && at === pages - 1 ? said.more(untold) : undefined}
      onClose={onClose}
    >
      <div>{rows.slice(at * rowsPerPage, (at + 1) * rowsPerPage)}</div>
      <Pager page={at} pages={pages} onPage={setPage} />
    </Dialog>
  );
}
