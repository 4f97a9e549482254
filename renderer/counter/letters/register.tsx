import { Ban, ChevronLeft, ChevronRight, CircleCheck, Hash } from 'lucide-react';
import { useCallback, useState } from 'react';
import type { RegisterEntry } from '../../../contract/documents.ts';
import { useLetterWords } from '../../i18n/desk-letters.ts';
import { Pager } from '../../staff/pager.tsx';
import css from './letters.module.css';
import { NoteDialog } from './note-dialog.tsx';
import { Failed, Problem } from './notes.tsx';
import look from './register.module.css';
import { ReserveDialog } from './reserve-dialog.tsx';
import { mayReserve, mayVoid } from './steps.ts';
import { useLoaded } from './use-loaded.ts';
import { useSent } from './use-sent.ts';
import { useLetters } from './view.ts';

/** The Buku Agenda: every number of a year, the latest first. */
export function Register() {
  const { words } = useLetterWords();
  const { documents, role, revision, year: now } = useLetters();
  const said = words.register;
  const [year, setYear] = useState(now);
  const [register, setRegister] = useState<string | null>(null);
  const [page, setPage] = useState(0);
  const [perPage, setPerPage] = useState(0);
  const [asked, ask] = useState<'reserve' | RegisterEntry | null>(null);
  const [news, setNews] = useState<string | null>(null);
  const sent = useSent();
  const read = useCallback(() => documents.register({ year, register, page }), [documents, year, register, page]);
  const { value, problem, reload } = useLoaded(read, revision);
  if (value !== undefined && page === 0 && value.entries.length !== perPage) setPerPage(value.entries.length);
  const turn = (by: number) => {
    setYear(year + by);
    setPage(0);
  };
  return (
    <>
      <div className={look.bar}>
        <div className={look.year} role="group" aria-label={said.year}>
          <button type="button" className={css.icon} aria-label={said.previous} onClick={() => turn(-1)}>
            <ChevronLeft />
          </button>
          <span aria-live="polite">{year}</span>
          <button
            type="button"
            className={css.icon}
            aria-label={said.next}
            disabled={year >= now}
            onClick={() => turn(1)}
          >
            <ChevronRight />
          </button>
        </div>
        <select
          className={look.which}
          aria-label={said.which}
          value={register ?? ''}
          onChange={(event) => {
            setRegister(event.target.value === '' ? null : event.target.value);
            setPage(0);
          }}
        >
          <option value="">{said.all}</option>
          {value?.registers.map((name) => (
            <option key={name} value={name}>
              {registerName(name)}
            </option>
          ))}
        </select>
        {mayReserve(role) && (
          <button type="button" className={css.plain} aria-haspopup="dialog" onClick={() => ask('reserve')}>
            <Hash />
            {said.reserve}
          </button>
        )}
      </div>
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
          <p className={css.emptyTitle}>{said.none}</p>
        </div>
      ) : (
        <div className={look.scroll} data-scroll tabIndex={0} role="region" aria-label={said.title}>
          <table className={look.table}>
            <thead>
              <tr>
                <th scope="col">{said.number}</th>
                <th scope="col">{said.date}</th>
                <th scope="col">
                  {said.subject}, {said.addressee.toLowerCase()}
                </th>
                <th scope="col">{said.signer}</th>
                <th scope="col">{said.handedOver}</th>
                {mayVoid(role) && <td />}
              </tr>
            </thead>
            <tbody>
              {value.entries.map((entry) => (
                <Entry key={entry.id} entry={entry} onVoid={mayVoid(role) ? ask : null} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div className={look.foot}>
        <span>{value !== undefined && value.total > 0 && said.total(value.total)}</span>
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
}

/** "surat_keterangan" as it stands on the cover. */
const registerName = (name: string): string => {
  const plain = name.replaceAll('_', ' ');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
};

function Entry({ entry, onVoid }: { entry: RegisterEntry; onVoid: ((entry: RegisterEntry) => void) | null }) {
  const { words } = useLetterWords();
  const { moment, day } = useLetters();
  const said = words.register;
  const { number, date, subject, addressee, state, reason, signedBy, handedOverAt, handedOverBy } = entry;
  return (
    <tr data-state={state}>
      <td>
        <span className={look.number}>{number}</span>
        {state !== 'issued' && <span className={look.state}>{said.states[state]}</span>}
      </td>
      <td className={look.date}>{day(date)}</td>
      <td>
        {subject}
        <span className={look.note}>{addressee === '' ? '–' : addressee}</span>
        {reason !== null && <q className={look.note}>{reason}</q>}
      </td>
      <td>{signedBy === '' ? '–' : signedBy}</td>
      <td>
        {handedOverAt === null ? (
          <span className={look.note}>{state === 'issued' ? said.notYet : '–'}</span>
        ) : (
          <>
            {moment(handedOverAt)}
            <span className={look.note}>{handedOverBy}</span>
          </>
        )}
      </td>
      {onVoid !== null && (
        <td>
          {state !== 'void' && (
            <button
              type="button"
              className={css.icon}
              aria-label={`${said.void} ${number}`}
              title={said.void}
              onClick={() => onVoid(entry)}
            >
              <Ban />
            </button>
          )}
        </td>
      )}
    </tr>
  );
}
