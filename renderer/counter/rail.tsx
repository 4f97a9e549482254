import { Accessibility, CircleUser, Printer, Search, Ticket, Tickets } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/staff.ts';
import { chipWords, nameAmong, toneOf } from '../staff/printer/chip.ts';
import type { Person } from '../staff/session.ts';
import { hindrance } from './desk.ts';
import css from './rail.module.css';
import { ServiceMark, useServiceName } from './service-mark.tsx';
import { useDesk } from './view.ts';

/** Which counter this is, what it serves, how its printers are, and who sits here. */
export function Rail({ person, children }: { person: Person; children: ReactNode }) {
  const { words, pick } = useWords();
  const { counter: said } = words;
  const { moment, ask } = useDesk();
  const { counter, printers, served, medianMinutes, mine } = moment.snapshot;
  const nameOf = useServiceName();
  const state =
    counter.state === 'paused' && counter.pauseReason !== null
      ? said.pause.reasons[counter.pauseReason]
      : said.states[counter.state];
  return (
    <aside className={css.rail} aria-label={said.rail.label}>
      <div>
        <h1 className={css.name}>{pick(counter.name)}</h1>
        <p className={css.state} data-state={counter.state}>
          {state}
        </p>
      </div>
      <ul className={css.services} aria-label={said.rail.services}>
        {counter.services.map((id) => (
          <li key={id} className={css.service} title={nameOf(id)}>
            <ServiceMark serviceId={id} />
            <span>{nameOf(id)}</span>
          </li>
        ))}
        {counter.accessible && (
          <li className={css.service}>
            <Accessibility />
            <span>{said.rail.accessible}</span>
          </li>
        )}
      </ul>
      <div className={css.tools}>
        {children}
        <button type="button" className={css.tool} onClick={() => ask({ name: 'take' })}>
          <Ticket />
          {said.rail.take}
        </button>
        <button type="button" className={css.tool} onClick={() => ask({ name: 'find' })}>
          <Search />
          {said.rail.find}
        </button>
        <button
          type="button"
          className={css.tool}
          disabled={hindrance('callSpare', moment) !== null}
          onClick={() => ask({ name: 'spare' })}
        >
          <Tickets />
          {said.rail.spare}
        </button>
      </div>
      <ul className={css.printers} aria-label={said.rail.printers}>
        {printers.map((printer) => (
          <li key={printer.device}>
            <button
              type="button"
              className={css.printer}
              data-condition={toneOf(printer)}
              aria-haspopup="dialog"
              onClick={() => ask({ name: 'printer', device: printer.device, reversed: false })}
            >
              <Printer />
              <span>
                <span className={css.device}>{printer.name}</span>
                {chipWords(words, printer, nameAmong(printers)).map((line) => (
                  <span key={line} className={css.condition}>
                    {line}
                  </span>
                ))}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <button
        type="button"
        className={css.person}
        aria-haspopup="dialog"
        title={said.rail.person}
        onClick={() => ask({ name: 'menu' })}
      >
        <CircleUser />
        <span className={css.who}>
          <span className={css.personName}>{person.name}</span>
          {mine && (
            <span className={css.figures}>
              <span>{said.rail.served(served)}</span>
              <span>{medianMinutes === null ? said.rail.noMedian : said.rail.median(Math.round(medianMinutes))}</span>
            </span>
          )}
        </span>
      </button>
    </aside>
  );
}
