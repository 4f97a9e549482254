import { ChevronRight, FileText, ScrollText } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import type { CurrentTicket } from '../../contract/counters.ts';
import type { LoungeSnapshot } from '../../contract/lounge.ts';
import type { StaffRole } from '../../contract/principal.ts';
import type { CounterClient } from '../client/staff-client.ts';
import { useWords } from '../i18n/staff.ts';
import { useLive } from '../live.ts';
import { openCount } from './letters/steps.ts';
import type { LettersPlace as Place } from './letters/view.ts';
import css from './letters-door.module.css';
import rail from './rail.module.css';

/** The way from the queue to the letters. What lies behind it is loaded when it is first opened. */

const Letters = lazy(() => import('./letters/letters.tsx'));

/** `nth`: opened anew, also for another request. */
export interface OpenLetters {
  readonly start: Place;
  readonly nth: number;
}

/** Only a village's office issues letters. */
export const issuesLetters = (lounge: LoungeSnapshot | undefined): boolean =>
  lounge !== undefined && lounge.unitType !== 'lounge';

/** With how many requests somebody still has to see to. */
export function LettersButton({ client, open, onOpen }: { client: CounterClient; open: boolean; onOpen: () => void }) {
  const { words } = useWords();
  const board = useLive(client.documents.watch());
  const count = openCount(board.value?.counts ?? {});
  return (
    <button
      type="button"
      className={rail.tool}
      aria-pressed={open}
      aria-description={words.counter.rail.lettersOpen(count)}
      onClick={onOpen}
    >
      <ScrollText />
      {words.counter.rail.letters}
      {count > 0 && <span className={css.count}>{count}</span>}
    </button>
  );
}

interface PlaceProps {
  client: CounterClient;
  role: StaffRole;
  /** Who stands at this counter. */
  current: CurrentTicket | null;
  timeZone: string;
  open: OpenLetters;
  onClose: () => void;
}

export function LettersPlace({ client, role, current, timeZone, open, onClose }: PlaceProps) {
  const { words } = useWords();
  const board = useLive(client.documents.watch());
  const loading = (
    <p className={css.loading} role="status">
      {words.counter.letters.loading}
    </p>
  );
  if (board.value === undefined) return loading;
  return (
    <Suspense fallback={loading}>
      <Letters
        key={open.nth}
        documents={client.documents}
        printing={client.letterPrinting}
        role={role}
        board={board.value}
        serving={current}
        timeZone={timeZone}
        start={open.start}
        onClose={onClose}
      />
    </Suspense>
  );
}

interface CardProps {
  client: CounterClient;
  current: CurrentTicket;
  small?: boolean;
  onOpen: (requestId: string) => void;
}

/** The request of whoever stands at the counter; nothing where there is none. */
export function RequestCard({ client, current, small = false, onOpen }: CardProps) {
  const { words } = useWords();
  const requestId = useRequestOf(client, current.ticketId);
  if (requestId === null) return null;
  const said = words.counter.letters;
  return (
    <button type="button" className={css.card} data-small={small || undefined} onClick={() => onOpen(requestId)}>
      <FileText />
      <span className={css.words}>
        <span className={css.name}>{said.request}</span>
        {!small && <span className={css.note}>{said.requestDetail}</span>}
      </span>
      {!small && <ChevronRight />}
    </button>
  );
}

/** Asked again with every change, for a request may be filed for this ticket while it is served. */
function useRequestOf({ documents }: CounterClient, ticketId: string): string | null {
  const board = useLive(documents.watch());
  const revision = board.value?.revision;
  const [known, setKnown] = useState<{ ticketId: string; requestId: string | null } | null>(null);
  useEffect(() => {
    let wanted = true;
    documents.ofTicket(ticketId).then(
      ({ requestId }) => {
        if (wanted) setKnown({ ticketId, requestId });
      },
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [documents, ticketId, revision]);
  return known?.ticketId === ticketId ? known.requestId : null;
}
