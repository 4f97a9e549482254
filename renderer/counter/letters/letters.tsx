import { BookOpenText, FilePlus2, LayoutList, LogOut } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import type { RequestBoard } from '../../../contract/documents.ts';
import type { StaffRole } from '../../../contract/principal.ts';
import type { CounterClient } from '../../client/staff-client.ts';
import { useLetterWords } from '../../i18n/desk-letters.ts';
import css from './letters.module.css';
import { dayWords, momentWords, yearOf } from './moments.ts';
import { NewRequest } from './new-request.tsx';
import { Register } from './register.tsx';
import { RequestPageOf } from './request.tsx';
import { type Listed, RequestList } from './request-list.tsx';
import { LettersContext, type LettersPlace, type LettersView } from './view.ts';

const tabs = { list: { name: 'list' }, new: { name: 'new' }, register: { name: 'register' } } as const;
type Tab = keyof typeof tabs;

interface Props {
  documents: CounterClient['documents'];
  role: StaffRole;
  board: RequestBoard;
  timeZone: string;
  start: LettersPlace;
  onClose: () => void;
}

/** The clerk's side of letters, beside the queue. */
export default function Letters({ documents, role, board, timeZone, start, onClose }: Props) {
  const { words, language } = useLetterWords();
  const [place, go] = useState(start);
  const [listed, setListed] = useState<Listed>({ filter: 'open', search: '', page: 0 });
  const { at, revision, counts } = board;
  const view = useMemo<LettersView>(() => {
    const now = Date.parse(at);
    return {
      documents,
      role,
      now,
      moment: (instant) => momentWords(Date.parse(instant), now, language, timeZone),
      day: (date) => dayWords(date, language),
      year: yearOf(now, timeZone),
      counts,
      revision,
      go,
    };
  }, [documents, role, at, revision, counts, timeZone, language]);
  return (
    <LettersContext value={view}>
      <section className={css.letters} aria-label={words.title}>
        <nav className={css.nav} aria-label={words.title}>
          <button type="button" className={css.tab} onClick={onClose}>
            <LogOut />
            {words.toQueue}
          </button>
          {tab('list', <LayoutList />, words.toList)}
          {tab('new', <FilePlus2 />, words.fill)}
          {tab('register', <BookOpenText />, words.agenda)}
        </nav>
        {show()}
      </section>
    </LettersContext>
  );

  function tab(to: Tab, icon: ReactNode, label: string) {
    return (
      <button
        type="button"
        className={css.tab}
        aria-current={place.name === to ? 'page' : undefined}
        onClick={() => go(tabs[to])}
      >
        {icon}
        {label}
      </button>
    );
  }

  function show() {
    switch (place.name) {
      case 'list':
        return <RequestList listed={listed} onListed={setListed} />;
      case 'request':
        return <RequestPageOf key={place.id} id={place.id} />;
      case 'new':
        return <NewRequest />;
      case 'register':
        return <Register />;
    }
  }
}
