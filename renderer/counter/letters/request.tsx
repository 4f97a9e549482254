import { ShieldAlert } from 'lucide-react';
import { useCallback, useState } from 'react';
import type { RequestPage } from '../../../contract/documents.ts';
import { useLetterWords } from '../../i18n/desk-letters.ts';
import { phoneWords } from './answers.ts';
import { Answers } from './answers-list.tsx';
import { Decide } from './decide.tsx';
import { History } from './history.tsx';
import { IssuedLetters } from './issued-letters.tsx';
import { Failed, Problem } from './notes.tsx';
import { Preview, type Viewing } from './preview.tsx';
import css from './request.module.css';
import { Requirements } from './requirements.tsx';
import { Signer, useSigner } from './signer.tsx';
import { StateMark } from './state-mark.tsx';
import { isLate } from './steps.ts';
import { useLoaded } from './use-loaded.ts';
import { useSent } from './use-sent.ts';
import { useLetters } from './view.ts';

/** One request: what was answered on the left, what is done with it on the right. */
export function RequestPageOf({ id }: { id: string }) {
  const { documents, revision } = useLetters();
  const ask = useCallback(() => documents.request(id), [documents, id]);
  const { value, problem, reload, put } = useLoaded(ask, revision);
  if (value === undefined) return <Failed problem={problem} onAgain={reload} />;
  return <Shown page={value} stale={problem} onPage={put} />;
}

interface Props {
  page: RequestPage;
  stale: string | null;
  onPage: (page: RequestPage) => void;
}

function Shown({ page, stale, onPage }: Props) {
  const { words, pick } = useLetterWords();
  const { now, moment } = useLetters();
  const [viewing, view] = useState<Viewing | null>(null);
  const sent = useSent();
  const signer = useSigner(page);
  if (viewing !== null) return <Preview viewing={viewing} onClose={() => view(null)} />;
  const { request } = words;
  const facts = [
    request.code(page.tracking),
    ...(page.ticketNumber === null ? [] : [request.ticket(page.ticketNumber)]),
    ...(page.phone === null ? [] : [request.phone(phoneWords(page.phone))]),
    request[page.forWhom],
    request.filed(moment(page.filedAt)),
  ];
  return (
    <div className={css.page}>
      <header className={css.head}>
        <div className={css.titles}>
          <h2 className={css.title}>
            {page.sensitive && <ShieldAlert role="img" aria-label={request.sensitive} />}
            {pick(page.letterName)}
          </h2>
          <p className={css.facts}>
            <strong>{page.applicant === '' ? words.list.purged : page.applicant}</strong>
            {facts.map((fact) => (
              <span key={fact}>{fact}</span>
            ))}
          </p>
        </div>
        <div className={css.standing}>
          <StateMark state={page.state} />
          <span className={css.promise} data-late={isLate(page, now) || undefined}>
            {page.promisedAt === null ? request.since(moment(page.since)) : request.promised(moment(page.promisedAt))}
          </span>
        </div>
      </header>
      {stale !== null && <Problem>{stale}</Problem>}
      <div className={css.columns}>
        <Answers page={page} onPage={onPage} />
        <div className={css.right}>
          <div className={css.work} data-scroll tabIndex={0} role="region" aria-label={words.requirements.title}>
            <IssuedLetters page={page} onView={view} />
            <Requirements page={page} onPage={onPage} />
            <Signer page={page} chosen={signer} onPreview={view} />
            <History events={page.events} />
          </div>
          <Decide page={page} signer={signer} sent={sent} onPage={onPage} onView={view} />
        </div>
      </div>
    </div>
  );
}
