import { ChevronRight, CircleCheck, Clock3, FileSearch, Search, ShieldAlert, X } from 'lucide-react';
import { type KeyboardEvent, useCallback, useRef, useState } from 'react';
import type { RequestRow, RequestState } from '../../../contract/documents.ts';
import { useLetterWords } from '../../i18n/desk-letters.ts';
import { Pager } from '../../staff/pager.tsx';
import { Chips, type Filter, statesOf } from './chips.tsx';
import css from './letters.module.css';
import { Failed, Problem } from './notes.tsx';
import list from './request-list.module.css';
import { SignDialog } from './sign-dialog.tsx';
import { StateMark } from './state-mark.tsx';
import { isLate, maySignMany } from './steps.ts';
import { useLoaded } from './use-loaded.ts';
import { useSent } from './use-sent.ts';
import { useLetters } from './view.ts';

const letterSigned: RequestState = 'awaiting_signature';

/** What the list shows; kept while a request of it is open. */
export interface Listed {
  readonly filter: Filter;
  readonly search: string;
  readonly page: number;
}

/** Who asked for which letter, and how far it is. */
export function RequestList({ listed, onListed }: { listed: Listed; onListed: (listed: Listed) => void }) {
  const { words } = useLetterWords();
  const { documents, role, revision, signerPin } = useLetters();
  const { filter, search, page } = listed;
  const [typed, setTyped] = useState(search);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [news, setNews] = useState<string | null>(null);
  const [pinAsked, askPin] = useState(false);
  const sent = useSent();
  const rowsElement = useRef<HTMLUListElement>(null);
  const ask = useCallback(
    () => documents.list({ states: statesOf(filter), search, page }),
    [documents, filter, search, page],
  );
  const { value, problem, reload } = useLoaded(ask, revision);
  // The hub decides how many go on a page.
  const [perPage, setPerPage] = useState(0);
  if (value !== undefined && page === 0 && value.rows.length !== perPage) setPerPage(value.rows.length);
  const many = filter === letterSigned && (signerPin || maySignMany(role));
  const rows = value?.rows ?? [];
  const ticked = rows.filter(({ id }) => chosen.has(id)).map(({ id }) => id);

  const show = (next: { filter?: Filter; search?: string }) => {
    onListed({ filter, search, page: 0, ...next });
    setChosen(new Set());
    setNews(null);
  };
  const tick = (ids: readonly string[], on: boolean) => {
    const next = new Set(chosen);
    for (const id of ids) {
      if (on) next.add(id);
      else next.delete(id);
    }
    setChosen(next);
  };
  const signedAre = ({ signed, refused }: { signed: string[]; refused: string[] }) => {
    setNews(words.list.signedResult(signed.length, refused.length));
    setChosen(new Set(refused));
    reload();
  };
  const sign = () => sent.send('signedMany', () => documents.signedMany({ ids: ticked }), signedAre);
  return (
    <>
      <div className={list.bar}>
        <Chips filter={filter} onFilter={(next) => show({ filter: next })} />
        <form
          className={list.search}
          role="search"
          onSubmit={(event) => {
            event.preventDefault();
            show({ search: typed.trim() });
          }}
        >
          <input
            // Who opens the list looks for somebody, by typing or with the arrows.
            autoFocus
            type="search"
            aria-label={words.list.search}
            placeholder={words.list.search}
            autoComplete="off"
            maxLength={60}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowDown') return;
              event.preventDefault();
              rowsElement.current?.querySelector<HTMLElement>('[data-row]')?.focus();
            }}
          />
          {search !== '' && (
            <button
              type="button"
              className={css.icon}
              aria-label={words.list.clear}
              onClick={() => {
                setTyped('');
                show({ search: '' });
              }}
            >
              <X />
            </button>
          )}
          <button type="submit" className={css.icon} aria-label={words.list.searchGo}>
            <Search />
          </button>
        </form>
      </div>
      {problem !== null && value !== undefined && <Problem>{problem}</Problem>}
      {many && rows.length > 0 && (
        <div className={list.many}>
          <label className={list.tick}>
            <input
              type="checkbox"
              checked={ticked.length === rows.length}
              onChange={(event) =>
                tick(
                  rows.map(({ id }) => id),
                  event.target.checked,
                )
              }
            />
            <span>{ticked.length === 0 ? words.list.chooseAll : words.list.chosen(ticked.length)}</span>
          </label>
          <button
            type="button"
            className={css.action}
            disabled={ticked.length === 0}
            aria-busy={sent.under !== null || undefined}
            onClick={() => (signerPin ? askPin(true) : sign())}
          >
            <CircleCheck />
            {words.list.signed}
          </button>
        </div>
      )}
      <div role="status" className={list.news}>
        {sent.problem !== null && <Problem>{sent.problem}</Problem>}
        {news !== null && (
          <p className={css.good}>
            <CircleCheck />
            {news}
          </p>
        )}
      </div>
      {value === undefined ? (
        <Failed problem={problem} onAgain={reload} />
      ) : rows.length === 0 ? (
        <div className={css.empty}>
          <FileSearch />
          <p className={css.emptyTitle}>{search === '' ? words.list.none : words.list.nothingFound}</p>
          {search === '' && <p>{words.list.noneDetail}</p>}
        </div>
      ) : (
        <ul ref={rowsElement} className={list.rows} data-scroll onKeyDown={walk}>
          {rows.map((row) => (
            <li key={row.id} className={list.item}>
              {many && (
                <label className={list.tick}>
                  <input
                    type="checkbox"
                    aria-label={words.list.choose(`${row.applicant} ${row.tracking}`)}
                    checked={chosen.has(row.id)}
                    onChange={(event) => tick([row.id], event.target.checked)}
                  />
                </label>
              )}
              <Row row={row} withState={filter === 'open'} />
            </li>
          ))}
        </ul>
      )}
      {pinAsked && (
        <SignDialog
          ids={ticked}
          onSigned={(result) => {
            askPin(false);
            signedAre(result);
          }}
          onClose={() => askPin(false)}
        />
      )}
      <div className={list.foot}>
        <span>{value !== undefined && rows.length > 0 && words.list.total(value.total)}</span>
        <Pager
          page={page}
          pages={perPage === 0 ? 1 : Math.ceil((value?.total ?? 0) / perPage)}
          onPage={(turned) => onListed({ ...listed, page: turned })}
        />
        {rows.length > 0 && <span className={list.hint}>{words.list.keys}</span>}
      </div>
    </>
  );
}

function Row({ row, withState }: { row: RequestRow; withState: boolean }) {
  const { words, pick } = useLetterWords();
  const { now, moment, go } = useLetters();
  const late = isLate(row, now);
  return (
    <button type="button" data-row className={list.row} onClick={() => go({ name: 'request', id: row.id })}>
      <span className={list.ticket}>{row.ticketNumber ?? '–'}</span>
      <span className={list.who}>
        <span className={list.name}>{row.applicant === '' ? words.list.purged : row.applicant}</span>
        <span className={list.letter}>
          {row.sensitive && <ShieldAlert role="img" aria-label={words.request.sensitive} />}
          {pick(row.letterName)} · {row.tracking}
        </span>
      </span>
      <span className={list.state}>{withState && <StateMark state={row.state} />}</span>
      <span className={list.times}>
        <span>
          {words.list.since} {moment(row.since)}
        </span>
        <span className={list.promise} data-late={late || undefined}>
          {late && <Clock3 />}
          {late ? words.list.late : row.promisedAt === null ? words.list.noPromise : words.list.promise}
          {row.promisedAt !== null && ` ${moment(row.promisedAt)}`}
        </span>
      </span>
      <ChevronRight />
    </button>
  );
}

const ways: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** Arrows go from row to row; Enter opens, as on every button. */
function walk(event: KeyboardEvent<HTMLUListElement>): void {
  const way = ways[event.key];
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')];
  const at = rows.findIndex((row) => row.closest('li')?.contains(event.target as Node));
  if (way === undefined || at < 0) return;
  event.preventDefault();
  rows[Math.min(rows.length - 1, Math.max(0, at + way))]?.focus();
}
