import { Printer, Search } from 'lucide-react';
import { useState } from 'react';
import type { CounterClient, FoundTicket } from '../client/staff-client.ts';
import { timeOfDay } from '../i18n/format.ts';
import { useWords } from '../i18n/staff.ts';
import { Dialog } from '../staff/dialog.tsx';
import gate from '../staff/gate.module.css';
import { codeOf, problemWords } from '../staff/problem-words.ts';
import css from './lookup.module.css';
import { aroundOf } from './lookup.ts';
import { ServiceMark, useServiceName } from './service-mark.tsx';
import { useDesk } from './view.ts';

type Answer = { found: readonly FoundTicket[] } | { problem: string } | null;

/** More are not read by anybody: the question must be narrowed. */
const most = 6;

/** Nobody is called with such a ticket any more, so no paper is made for it. */
const ended = new Set(['done', 'cancelled']);

/** A number that somebody lost: by what they remember of it, or by service and time. */
export function Find({ client, onClose }: { client: CounterClient; onClose: () => void }) {
  const { words, language } = useWords();
  const { services, moment, timeZone, ask } = useDesk();
  const nameOf = useServiceName();
  const [number, setNumber] = useState('');
  const [serviceId, setServiceId] = useState('');
  const [time, setTime] = useState('');
  const [answer, setAnswer] = useState<Answer>(null);
  const { find } = words.counter;
  const asked = number.trim() !== '' || serviceId !== '' || time !== '';
  const search = () => {
    const around = aroundOf(moment.snapshot.at, time);
    client.counters
      .find({
        ...(number.trim() === '' ? {} : { number: number.trim().toUpperCase() }),
        ...(serviceId === '' ? {} : { serviceId }),
        ...(around === null ? {} : { around }),
      })
      .then(
        (found) => setAnswer({ found }),
        (error: unknown) => setAnswer({ problem: codeOf(error) }),
      );
  };
  return (
    <Dialog title={find.title} detail={find.detail} broad onClose={onClose}>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (asked) search();
        }}
      >
        <label className={gate.field}>
          {find.number}
          <input
            data-first
            autoComplete="off"
            maxLength={8}
            placeholder={find.numberHint}
            value={number}
            onChange={(event) => setNumber(event.target.value)}
          />
        </label>
        <label className={gate.field}>
          {find.service}
          <select value={serviceId} onChange={(event) => setServiceId(event.target.value)}>
            <option value="">{find.anyService}</option>
            {[...services.values()].map(({ id }) => (
              <option key={id} value={id}>
                {nameOf(id)}
              </option>
            ))}
          </select>
        </label>
        <label className={gate.field}>
          {find.time}
          <input type="time" value={time} onChange={(event) => setTime(event.target.value)} />
        </label>
        <button type="submit" className={gate.action} disabled={!asked}>
          {find.search}
        </button>
      </form>
      <div role="status">{results()}</div>
    </Dialog>
  );

  function results() {
    if (answer === null) return null;
    if ('problem' in answer) return <p className={gate.problem}>{problemWords(words, answer.problem)}</p>;
    if (answer.found.length === 0) {
      return (
        <p className={css.none}>
          <Search />
          {find.none}
        </p>
      );
    }
    return (
      <ul className={css.results}>
        {answer.found.slice(0, most).map((ticket) => (
          <li key={ticket.ticketId} className={css.result}>
            <ServiceMark serviceId={ticket.serviceId} />
            <span className={css.resultNumber}>{ticket.number}</span>
            <span className={css.found}>
              {nameOf(ticket.serviceId)}
              {' · '}
              {find.taken(timeOfDay(Date.parse(ticket.takenAt), language, timeZone))}
            </span>
            <span className={gate.badge}>{stateWords(ticket.state)}</span>
            {!ended.has(ticket.state) && (
              <button
                type="button"
                className={css.again}
                aria-label={`${words.counter.reprint.act} ${ticket.number}`}
                onClick={() => ask({ name: 'reprint', ticketId: ticket.ticketId, number: ticket.number })}
              >
                <Printer />
                {words.counter.reprint.act}
              </button>
            )}
          </li>
        ))}
      </ul>
    );
  }

  function stateWords(state: string): string {
    return state in find.states ? find.states[state as keyof typeof find.states] : state;
  }
}
