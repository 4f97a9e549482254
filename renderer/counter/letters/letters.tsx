import { BookOpenText, FilePlus2, LayoutList, LogOut, ScanQrCode } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import type { RequestBoard } from '../../../contract/documents.ts';
import type { StaffRole } from '../../../contract/principal.ts';
import type { CounterClient } from '../../client/staff-client.ts';
import { useLetterWords } from '../../i18n/desk-letters.ts';
import { useLive } from '../../live.ts';
import { CheckLetter } from './check-letter.tsx';
import css from './letters.module.css';
import { dayWords, momentWords, yearOf } from './moments.ts';
import { NewRequest } from './new-request.tsx';
import { Register } from './register.tsx';
import { RequestPageOf } from './request.tsx';
import { type Listed, RequestList } from './request-list.tsx';
import { LettersContext, type LettersPlace, type LettersView } from './view.ts';

const tabs = {
  list: { name: 'list' },
  new: { name: 'new' },
  register: { name: 'register' },
  check: { name: 'check' },
} as const;
type Tab = keyof typeof tabs;

interface Props {
  documents: CounterClient['documents'];
  printing: CounterClient['letterPrinting'];
  role: StaffRole;
  board: RequestBoard;
  serving: LettersView['serving'];
  timeZone: string;
  start: LettersPlace;
  onClose: () => void;
}

/** The clerk's side of letters, beside the queue. */
export default function Letters({ documents, printing, role, board, serving, timeZone, start, onClose }: Props) {
  const { words, language } = useLetterWords();
  const [place, go] = useState(start);
  const [listed, setListed] = useState<Listed>({ filter: 'open', search: '', page: 0 });
  const { at, revision, counts, signerPin } = board;
  const { value: printer } = useLive(printing.watch());
  const view = useMemo<LettersView>(() => {
    const now = Date.parse(at);
    return {
      documents,
      printing,
      printer,
      role,
      serving,
      now,
      moment: (instant) => momentWords(Date.parse(instant), now, language, timeZone),
      day: (date) => dayWords(date, language),
      year: yearOf(now, timeZone),
      counts,
      signerPin,
      revision,
      go,
    };
  }, [documents, printing, printer, role, serving, at, revision, counts, signerPin, timeZone, language]);
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
          {tab('check', <ScanQrCode />, words.check)}
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
      case 'check':
        return <CheckLetter />;
    }
  }
}
