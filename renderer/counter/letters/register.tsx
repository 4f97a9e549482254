import { CircleCheck, FileSpreadsheet, FileText } from 'lucide-react';
import { type ReactNode, useCallback, useState } from 'react';
import type { RegisterEntry } from '../../../contract/documents.ts';
import { useLetterWords } from '../../i18n/desk-letters.ts';
import { Pager } from '../../staff/pager.tsx';
import { saveFile } from '../../staff/save-file.ts';
import css from './letters.module.css';
import { NoteDialog } from './note-dialog.tsx';
import { Failed, Problem } from './notes.tsx';
import look from './register.module.css';
import { RegisterBar } from './register-bar.tsx';
import { registerFile, type Shown } from './register-file.ts';
import { RegisterTable } from './register-table.tsx';
import { ReserveDialog } from './reserve-dialog.tsx';
import { mayExport, mayVoid } from './steps.ts';
import { useLoaded } from './use-loaded.ts';
import { useSent } from './use-sent.ts';
import { useLetters } from './view.ts';

/** The Buku Agenda of every number, or the Buku Ekspedisi of what was handed over, the latest first. */
export function Register() {
  const { words } = useLetterWords();
  const { documents, role, revision, year: now } = useLetters();
  const said = words.register;
  const [shown, show] = useState<Shown>({ book: 'agenda', year: now, month: null, register: null });
  const [page, setPage] = useState(0);
  const [perPage, setPerPage] = useState(0);
  const [asked, ask] = useState<'reserve' | RegisterEntry | null>(null);
  const [news, setNews] = useState<string | null>(null);
  const sent = useSent();
  const read = useCallback(() => documents.register({ ...shown, page }), [documents, shown, page]);
  const { value, problem, reload } = useLoaded(read, revision);
  if (value !== undefined && page === 0 && value.entries.length !== perPage) setPerPage(value.entries.length);
  return (
    <>
      <RegisterBar
        shown={shown}
        registers={value?.registers ?? []}
        onShown={(change) => {
          show({ ...shown, ...change });
          setPage(0);
          setNews(null);
        }}
        onReserve={() => ask('reserve')}
      />
      <div role="status" className={look.news}>
        {sent.problem !== null && <Problem>{sent.problem}</Problem>}
        {sent.problem === null && news !== null && (
          <p className={css.good}>
            <CircleCheck />
            {news}
          </p>
        )}
      </div>
      {value === undefined ? (
        <Failed problem={problem} onAgain={reload} />
      ) : value.entries.length === 0 ? (
        <div className={css.empty}>
          <p className={css.emptyTitle}>{said.none[shown.book]}</p>
        </div>
      ) : (
        <RegisterTable book={shown.book} entries={value.entries} onVoid={mayVoid(role) ? ask : null} />
      )}
      <div className={look.foot}>
        {mayExport(role) && (
          <span className={look.files}>
            {file('csv', <FileSpreadsheet />)}
            {file('pdf', <FileText />)}
          </span>
        )}
        <span className={look.total}>
          {value !== undefined && value.total > 0 && said.total[shown.book](value.total)}
        </span>
        <Pager page={page} pages={perPage === 0 ? 1 : Math.ceil((value?.total ?? 0) / perPage)} onPage={setPage} />
      </div>
      {asked === 'reserve' && (
        <ReserveDialog
          onReserve={(letterId, subject) => {
            ask(null);
            sent.send(
              'reserve',
              () => documents.reserve({ letterId, subject }),
              ({ number }) => {
                setNews(said.reserved(number));
                reload();
              },
            );
          }}
          onClose={() => ask(null)}
        />
      )}
      {asked !== null && asked !== 'reserve' && (
        <NoteDialog
          said={{ title: said.voidTitle(asked.number), detail: said.voidDetail, label: said.voidReason, go: said.void }}
          begin=""
          good={(note) => note.trim().length >= 3}
          onNote={(reason) => {
            ask(null);
            sent.send(
              'void',
              () => documents.voidNumber({ id: asked.id, reason }),
              ({ number }) => {
                setNews(said.voided(number));
                reload();
              },
            );
          }}
          onClose={() => ask(null)}
        />
      )}
    </>
  );
  function file(format: 'csv' | 'pdf', icon: ReactNode) {
    const save = () =>
      sent.send(
        format,
        () => documents.exportRegister({ ...shown, format }),
        (answer) => {
          saveFile(registerFile(answer));
          setNews(said.saved(answer.name));
        },
      );
    return (
      <button type="button" className={css.plain} aria-busy={sent.under === format || undefined} onClick={save}>
        {icon}
        {said[format]}
      </button>
    );
  }
}
