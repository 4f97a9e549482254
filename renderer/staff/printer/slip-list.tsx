import { useState } from 'react';
import type { PrintJobView } from '../../../contract/printing.ts';
import { timeOfDay } from '../../i18n/format.ts';
import { useWords } from '../../i18n/staff.ts';
import { Pager } from '../pager.tsx';
import css from './printer.module.css';
import { inOrder, type Settling, settlings, slipName, stateWords } from './slips.ts';

interface Props {
  slips: readonly PrintJobView[];
  timeZone: string;
  serviceName: (service: string) => string;
  busy: boolean;
  onSettle: (slip: PrintJobView, as: Settling) => void;
}

const rowsPerPage = 4;

/** The slips of a printer, a page at a time, with what somebody may decide about each. */
export function SlipList({ slips, busy, ...row }: Props) {
  const { words } = useWords();
  const [page, setPage] = useState(0);
  if (slips.length === 0) return <p className={css.quiet}>{words.printers.jobs.none}</p>;
  const pages = Math.ceil(slips.length / rowsPerPage);
  const at = Math.min(page, pages - 1);
  return (
    <>
      <ul className={css.slips}>
        {inOrder(slips)
          .slice(at * rowsPerPage, (at + 1) * rowsPerPage)
          .map((slip) => (
            <SlipRow key={slip.id} slip={slip} busy={busy} {...row} />
          ))}
      </ul>
      <Pager page={at} pages={pages} onPage={setPage} />
    </>
  );
}

function SlipRow({ slip, timeZone, serviceName, busy, onSettle }: Omit<Props, 'slips'> & { slip: PrintJobView }) {
  const { words, language } = useWords();
  const { jobs } = words.printers;
  const about = [
    timeOfDay(Date.parse(slip.queuedAt), language, timeZone),
    slip.service === null ? null : serviceName(slip.service),
    slip.nth > 0 ? jobs.again(slip.nth) : null,
  ].filter((part) => part !== null);
  return (
    <li className={css.slip}>
      <span className={css.number}>{slipName(words, slip)}</span>
      <span className={css.main}>
        <span className={css.state} data-open={slip.state === 'unknown' || undefined}>
          {stateWords(words, slip)}
        </span>
        <span className={css.about}>{about.join(' · ')}</span>
      </span>
      <span className={css.answers}>
        {settlings(slip).map((as) => (
          <button
            key={as}
            type="button"
            className={css.press}
            data-option=""
            aria-label={`${jobs.settle[as]}: ${slipName(words, slip)}`}
            disabled={busy}
            onClick={() => onSettle(slip, as)}
          >
            {jobs.settle[as]}
          </button>
        ))}
      </span>
    </li>
  );
}
