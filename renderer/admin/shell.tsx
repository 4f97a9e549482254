import { CircleAlert, CircleCheck, CircleUser, X } from 'lucide-react';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { AdminClient } from '../client/admin-client.ts';
import type { Clock } from '../clock.ts';
import { useWords } from '../i18n/staff.ts';
import { useLive } from '../live.ts';
import { Dialog } from '../staff/dialog.tsx';
import { OfflineBand } from '../staff/messages.tsx';
import type { Person } from '../staff/session.ts';
import { Sign } from '../ui/motif.tsx';
import { type Desk, DeskContext, type News } from './desk.ts';
import type { KeptDrafts } from './form/kept-drafts.ts';
import { PageOf } from './page-of.tsx';
import { type Page, pageIcons, pageOf, pagesFor } from './pages.ts';
import { Press } from './parts/controls.tsx';
import { PersonSheet } from './person-sheet.tsx';
import css from './shell.module.css';
import { useFirstStart } from './wizard/use-first-start.ts';
import { Wizard } from './wizard/wizard.tsx';

interface Props {
  client: AdminClient;
  clock: Clock;
  person: Person;
  down: boolean;
  drafts: KeptDrafts;
  statistics: ReactNode;
  onLanguage: () => void;
}

/** ms; longer where there is a way back. */
const newsMs = 6_000;
const undoMs = 20_000;

/** The rail, the page, and a word about what was just done. */
export function Shell({ client, clock, person, down, drafts, statistics, onLanguage }: Props) {
  const { words } = useWords();
  const said = words.admin;
  const lounge = useLive(client.lounge.watch()).value;
  const settings = useLive(client.settings.watch()).value;
  const [page, setPage] = useState<Page>(() => pageOf(location.hash));
  const [leaving, setLeaving] = useState<(() => void) | null>(null);
  const [sheet, setSheet] = useState(false);
  const [news, setNews] = useState<News | null>(null);
  const unsaved = useRef(false);
  const firstStart = useFirstStart(client, clock);

  useEffect(
    () =>
      news === null
        ? undefined
        : clock.wake(clock.now() + (news.undo === undefined ? newsMs : undoMs), () => setNews(null)),
    [news, clock],
  );
  useEffect(() => {
    const stay = (event: BeforeUnloadEvent) => {
      if (unsaved.current) event.preventDefault();
    };
    addEventListener('beforeunload', stay);
    return () => removeEventListener('beforeunload', stay);
  }, []);

  const guard = useCallback((is: boolean) => {
    unsaved.current = is;
  }, []);
  const timeZone = lounge?.timeZone ?? 'Asia/Jakarta';
  const at = lounge?.at;
  const desk = useMemo<Desk>(
    () => ({ client, clock, me: person.id, drafts, timeZone, at, tell: setNews, guard }),
    [client, clock, person.id, drafts, timeZone, at, guard],
  );
  /** Asks first when something would be lost. */
  const leave = (then: () => void) => {
    if (unsaved.current) setLeaving(() => then);
    else then();
  };
  const go = (to: Page) =>
    leave(() => {
      setPage(to);
      history.replaceState(null, '', `#${to}`);
    });

  if (firstStart.open && settings !== undefined) {
    return (
      <DeskContext value={desk}>
        <Wizard
          settings={settings}
          onLanguage={onLanguage}
          onEnd={firstStart.end}
          toast={<Toast news={news} onClose={() => setNews(null)} />}
        />
      </DeskContext>
    );
  }
  return (
    <DeskContext value={desk}>
      <div className={css.shell}>
        <aside className={css.rail}>
          <p className={css.house}>
            <Sign className={css.sign ?? ''} />
            {said.title}
          </p>
          <nav className={css.pages} data-scroll aria-label={said.pagesLabel}>
            {pagesFor(lounge !== undefined && lounge.unitType !== 'lounge').map((key) => {
              const Icon = pageIcons[key];
              return (
                <button
                  key={key}
                  type="button"
                  className={css.page}
                  aria-current={key === page ? 'page' : undefined}
                  onClick={() => go(key)}
                >
                  <Icon />
                  <span>{said.pages[key]}</span>
                </button>
              );
            })}
          </nav>
          <button
            type="button"
            className={css.person}
            aria-label={said.person(person.name)}
            onClick={() => setSheet(true)}
          >
            <CircleUser />
            <span className={css.personName}>{person.name}</span>
          </button>
        </aside>
        <main className={css.main}>
          {down && (
            <div className={css.offline}>
              <OfflineBand />
            </div>
          )}
          <PageOf
            key={page}
            page={page}
            settings={settings}
            statistics={statistics}
            me={person}
            onPage={go}
            onWizard={firstStart.begin}
          />
          <Toast news={news} onClose={() => setNews(null)} />
        </main>
        {sheet && <PersonSheet person={person} onLanguage={onLanguage} onClose={() => setSheet(false)} />}
        {leaving !== null && (
          <Dialog title={said.leave.title} detail={said.leave.detail} onClose={() => setLeaving(null)}>
            <div className={css.answers}>
              <Press
                kind="danger"
                onPress={() => {
                  unsaved.current = false;
                  drafts.forgetAll();
                  setLeaving(null);
                  leaving();
                }}
              >
                {said.leave.yes}
              </Press>
              <Press kind="action" onPress={() => setLeaving(null)}>
                {said.leave.no}
              </Press>
            </div>
          </Dialog>
        )}
      </div>
    </DeskContext>
  );
}

function Toast({ news, onClose }: { news: News | null; onClose: () => void }) {
  const { words } = useWords();
  return (
    <div role="status">
      {news !== null && (
        <div className={css.toast} data-tone={news.tone}>
          {news.tone === 'good' ? <CircleCheck /> : <CircleAlert />}
          <p>{news.text}</p>
          {news.undo !== undefined && (
            <button
              type="button"
              className={css.undo}
              onClick={() => {
                news.undo?.();
                onClose();
              }}
            >
              {words.admin.form.undo}
            </button>
          )}
          <button type="button" className={css.closeToast} aria-label={words.common.close} onClick={onClose}>
            <X />
          </button>
        </div>
      )}
    </div>
  );
}
