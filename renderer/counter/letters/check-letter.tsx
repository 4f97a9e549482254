import { CircleAlert, CircleCheck, CircleHelp, CircleX } from 'lucide-react';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import type { Verdict } from '../../client/staff-client.ts';
import { useLetterWords } from '../../i18n/desk-letters.ts';
import look from './check-letter.module.css';
import css from './letters.module.css';
import { Problem } from './notes.tsx';
import { useSent } from './use-sent.ts';
import { useLetters } from './view.ts';

/** A desk's scanner types what it reads, and an Enter behind it. */
export function CheckLetter() {
  const { words } = useLetterWords();
  const { documents } = useLetters();
  const said = words.checking;
  const field = useRef<HTMLInputElement>(null);
  const [token, setToken] = useState('');
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const sent = useSent();
  const good = token.trim() !== '';
  const ask = (event: FormEvent) => {
    event.preventDefault();
    if (!good) return;
    if (!sent.send('check', () => documents.verify(token.trim()), setVerdict)) return;
    // The scanner types the next letter's code into the same field.
    setToken('');
    field.current?.focus();
  };
  return (
    <div className={look.page} data-scroll tabIndex={0} role="region" aria-label={said.title}>
      <form className={look.ask} onSubmit={ask}>
        <h2 className={look.title}>{said.title}</h2>
        <p className={look.detail}>{said.detail}</p>
        <div className={look.line}>
          <input
            ref={field}
            aria-label={said.label}
            placeholder={said.label}
            autoComplete="off"
            spellCheck={false}
            maxLength={1200}
            autoFocus
            value={token}
            onChange={({ target }) => setToken(target.value)}
          />
          <button type="submit" className={css.action} disabled={!good}>
            {said.go}
          </button>
        </div>
      </form>
      <div className={look.answer} role="status">
        {sent.problem !== null && <Problem>{sent.problem}</Problem>}
        {sent.problem === null && sent.under === null && verdict !== null && <Answer verdict={verdict} />}
      </div>
      <p className={look.note}>{said.note}</p>
    </div>
  );
}

function Answer({ verdict }: { verdict: Verdict }) {
  const { words } = useLetterWords();
  const { day } = useLetters();
  const said = words.checking;
  if (verdict.result === 'false') return <Told tone="bad" icon={<CircleX />} title={said.false} />;
  if (verdict.result === 'unknown_issuer')
    return <Told tone="open" icon={<CircleHelp />} title={said.unknown} detail={said.unknownDetail} />;
  const { now, listDate, issuer, date } = verdict;
  return (
    <>
      {now !== null ? (
        <Told
          tone={now === 'issued' ? 'good' : 'bad'}
          icon={now === 'issued' ? <CircleCheck /> : <CircleAlert />}
          title={said.now[now]}
        />
      ) : listDate === null ? (
        <Told tone="open" icon={<CircleHelp />} title={said.lost} detail={said.lostDetail} />
      ) : (
        <Told
          tone="open"
          icon={<CircleHelp />}
          title={said.other(issuer, day(date))}
          detail={`${said.otherNow} ${said.listDate(day(listDate))}`}
        />
      )}
      <dl className={look.facts}>
        {fact(said.number, verdict.number)}
        {fact(said.kind, verdict.kind)}
        {fact(said.date, day(date))}
        {fact(said.name, verdict.name)}
        {fact(said.issuer, issuer)}
      </dl>
    </>
  );

  function fact(label: string, value: string) {
    return (
      <div>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </div>
    );
  }
}

interface ToldProps {
  tone: 'good' | 'bad' | 'open';
  icon: ReactNode;
  title: string;
  detail?: string;
}

function Told({ tone, icon, title, detail }: ToldProps) {
  return (
    <div className={look.told} data-tone={tone}>
      {icon}
      <div>
        <p className={look.saying}>{title}</p>
        {detail !== undefined && <p>{detail}</p>}
      </div>
    </div>
  );
}
