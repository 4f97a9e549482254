import { CircleAlert, CircleCheck, RefreshCw, Undo2 } from 'lucide-react';
import { useRef } from 'react';
import type { CounterClient } from '../client/staff-client.ts';
import { useWords } from '../i18n/staff.ts';
import { KeyCap } from '../staff/key-cap.tsx';
import { ReadsQuestion } from '../staff/printer/reads-question.tsx';
import { problemWords } from '../staff/problem-words.ts';
import { hindrance } from './desk.ts';
import css from './strip.module.css';
import type { Notice } from './use-acts.ts';
import { useDigits } from './use-keys.ts';
import { useDesk } from './view.ts';

/**
 * News of the last act, always in the same place: what went wrong, or what can still be taken back. While there is none,
 * a question that has time.
 */
export function Strip({ client }: { client: CounterClient }) {
  return (
    <div className={css.strip} role="status">
      <News client={client} />
    </div>
  );
}

function News({ client }: { client: CounterClient }) {
  const { words } = useWords();
  const { acts, moment, struck, press } = useDesk();
  const { counter } = words;
  if (acts.late) {
    return (
      <p className={css.news}>
        <RefreshCw />
        {counter.news.resending}
      </p>
    );
  }
  if (acts.notice !== null) {
    const problem = acts.notice.kind === 'problem';
    return (
      <p className={css.news} data-tone={problem ? 'problem' : 'good'}>
        {problem ? <CircleAlert /> : <CircleCheck />}
        {noticeWords(acts.notice)}
      </p>
    );
  }
  const { undo } = moment.snapshot;
  if (undo === null || hindrance('undo', moment) !== null) return <TestSlip client={client} />;
  return (
    <p className={css.news} data-tone="good">
      <CircleCheck />
      <span>{counter.undo[undo.act](undo.number)}</span>
      <button
        type="button"
        className={css.undo}
        data-pressed={struck === 'undo' || undefined}
        aria-keyshortcuts="U"
        onClick={() => {
          if (!acts.busy()) press('undo');
        }}
      >
        <Undo2 />
        {counter.acts.undo}
        <KeyCap>U</KeyCap>
      </button>
      <span className={css.left} aria-hidden="true">
        {counter.undo.left(undo.seconds - moment.elapsed)}
      </span>
    </p>
  );

  function noticeWords(notice: Notice): string {
    switch (notice.kind) {
      case 'problem':
        return problemWords(words, notice.code);
      case 'followed':
        return counter.news.followed(notice.number);
      case 'pinChanged':
        return counter.news.pinChanged;
    }
  }
}

/** Of the first printer with a test slip that nobody has looked at; the next one's question comes into the same place. */
function TestSlip({ client }: { client: CounterClient }) {
  const { moment, ask } = useDesk();
  const place = useRef<HTMLDivElement>(null);
  useDigits(place);
  const printer = moment.snapshot.printers.find(({ reads }) => reads !== null);
  if (printer === undefined || printer.reads === null) return null;
  const { device, name, reads } = printer;
  return (
    <div ref={place} className={css.question}>
      <ReadsQuestion
        key={reads}
        id={reads}
        name={name}
        printing={client.printing}
        keys
        onAnswered={(readable) => {
          if (!readable) ask({ name: 'printer', device, reversed: true });
        }}
      />
    </div>
  );
}
