import { Accessibility, Footprints } from 'lucide-react';
import type { ReactNode } from 'react';
import type { MissedTicket, ParkedTicket, WaitingTicket } from '../../contract/counters.ts';
import { useWords } from '../i18n/staff.ts';
import { hindrance } from './desk.ts';
import css from './line.module.css';
import { useRoom } from './room.ts';
import { useHue, useServiceName } from './service-mark.tsx';
import { useDesk } from './view.ts';
import { minutesOf, whyWords } from './words.ts';

/** Rows of those who were missed or put aside, before the rest is behind "n more". */
const asideRows = 3;

/** Who is called in which order and why, who was missed, and who was put aside. */
export function Line() {
  const { words } = useWords();
  const { counter } = words;
  const { moment, ask } = useDesk();
  const { line, waiting, missed, parked } = moment.snapshot;
  const { ref, rows } = useRoom<HTMLUListElement>();
  const shown = line.slice(0, waiting > rows ? Math.max(1, rows - 1) : rows);
  const hidden = waiting - shown.length;
  return (
    <aside className={css.column} aria-label={counter.line.label}>
      <Heading title={counter.line.waiting} count={waiting} />
      <ul className={css.line} ref={ref}>
        {shown.map((ticket, place) => (
          <li key={ticket.ticketId}>
            <WaitingRow ticket={ticket} first={place === 0} />
          </li>
        ))}
        {hidden > 0 && (
          <li>
            <More count={hidden} onPress={() => ask({ name: 'all', list: 'line' })} />
          </li>
        )}
        {waiting === 0 && <li className={css.empty}>{counter.line.empty}</li>}
      </ul>
      <Aside
        title={counter.line.missed}
        list={missed}
        row={(ticket) => <MissedRow ticket={ticket} />}
        onMore={() => ask({ name: 'all', list: 'missed' })}
      />
      <Aside
        title={counter.line.parked}
        list={parked}
        row={(ticket) => <ParkedRow ticket={ticket} />}
        onMore={() => ask({ name: 'all', list: 'parked' })}
      />
    </aside>
  );
}

function Heading({ title, count }: { title: string; count: number }) {
  return (
    <h2 className={css.heading}>
      {title}
      <span>{count}</span>
    </h2>
  );
}

interface AsideProps<T> {
  title: string;
  list: readonly T[];
  row: (ticket: T) => ReactNode;
  onMore: () => void;
}

function Aside<T extends { ticketId: string }>({ title, list, row, onMore }: AsideProps<T>) {
  if (list.length === 0) return null;
  const shown = list.slice(0, list.length > asideRows ? asideRows - 1 : asideRows);
  return (
    <section className={css.aside}>
      <Heading title={title} count={list.length} />
      <ul>
        {shown.map((ticket) => (
          <li key={ticket.ticketId}>{row(ticket)}</li>
        ))}
      </ul>
      {list.length > shown.length && <More count={list.length - shown.length} onPress={onMore} />}
    </section>
  );
}

function More({ count, onPress }: { count: number; onPress: () => void }) {
  const { words } = useWords();
  return (
    <button type="button" className={css.more} onClick={onPress}>
      {words.counter.line.more(count)}
    </button>
  );
}

export function WaitingRow({ ticket, first = false }: { ticket: WaitingTicket; first?: boolean }) {
  const { words } = useWords();
  const { counter } = words;
  const { moment, ask } = useDesk();
  const nameOf = useServiceName();
  const why = whyWords(words, ticket.why);
  return (
    <button
      type="button"
      className={css.row}
      data-first={first || undefined}
      style={useHue(ticket.serviceId)}
      onClick={() => ask({ name: 'row', ticketId: ticket.ticketId })}
    >
      <span className={css.number}>{ticket.number}</span>
      <span className={css.what}>
        <span className={css.name} data-alone={(why === null && ticket.need === null) || undefined}>
          {nameOf(ticket.serviceId)}
        </span>
        {why !== null && <span className={css.why}>{why}</span>}
        <Need need={ticket.need} />
      </span>
      <span className={css.wait}>{counter.minutesShort(minutesOf(ticket.waitedSeconds + moment.elapsed))}</span>
    </button>
  );
}

function Need({ need }: { need: WaitingTicket['need'] }) {
  const { words } = useWords();
  if (need === null) return null;
  return (
    <span className={css.need}>
      {need === 'visit' ? <Footprints /> : <Accessibility />}
      {words.counter.needs[need]}
    </span>
  );
}

export function MissedRow({ ticket }: { ticket: MissedTicket }) {
  const { words } = useWords();
  const { line, minutesShort } = words.counter;
  const { moment } = useDesk();
  return (
    <AsideRow
      ticket={ticket}
      note={line.missedAgo(ticket.calls, minutesShort(minutesOf(ticket.missedSeconds + moment.elapsed)))}
      label={ticket.canBeCalledBack ? line.callAgain : null}
      otherwise={line.tooFar}
    />
  );
}

export function ParkedRow({ ticket }: { ticket: ParkedTicket }) {
  const { words } = useWords();
  const { line, minutesShort } = words.counter;
  const { moment } = useDesk();
  return (
    <AsideRow
      ticket={ticket}
      note={line.ago(minutesShort(minutesOf(ticket.parkedSeconds + moment.elapsed)))}
      label={line.resume}
    />
  );
}

interface AsideRowProps {
  ticket: MissedTicket | ParkedTicket;
  note: string;
  label: string | null;
  otherwise?: string;
}

function AsideRow({ ticket, note, label, otherwise }: AsideRowProps) {
  const { words } = useWords();
  const { moment, ask, acts } = useDesk();
  const { ticketId } = ticket;
  return (
    <div className={css.asideRow} style={useHue(ticket.serviceId)}>
      <button
        type="button"
        className={css.asideTicket}
        aria-label={words.counter.line.open(ticket.number)}
        onClick={() => ask({ name: 'row', ticketId })}
      >
        <span className={css.number}>{ticket.number}</span>
      </button>
      <span className={css.what}>
        <span className={css.name}>{note}</span>
        {label === null && <span className={css.tooFar}>{otherwise}</span>}
        <Need need={ticket.need} />
      </span>
      {label !== null && (
        <button
          type="button"
          className={css.again}
          aria-busy={acts.flight?.ticketId === ticketId || undefined}
          disabled={hindrance('callBack', moment) !== null}
          onClick={() => {
            ask(null);
            acts.perform({ act: 'callBack', ticketId });
          }}
        >
          {label}
        </button>
      )}
    </div>
  );
}
