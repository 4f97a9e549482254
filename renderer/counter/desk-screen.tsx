import { useCallback, useMemo, useState } from 'react';
import type { Service } from '../../contract/queue.ts';
import type { CounterClient } from '../client/staff-client.ts';
import type { Clock } from '../clock.ts';
import { useWords } from '../i18n/staff.ts';
import { useLive } from '../live.ts';
import gate from '../staff/gate.module.css';
import { Gate } from '../staff/gate.tsx';
import { Connecting, OfflineBand } from '../staff/messages.tsx';
import { useDown, useElapsed } from '../staff/seconds.ts';
import type { Person } from '../staff/session.ts';
import { Current } from './current.tsx';
import { type Act, type Moment, phaseOf } from './desk.ts';
import { DeskFoot } from './desk-foot.tsx';
import css from './desk-screen.module.css';
import { HelpCalls } from './help.tsx';
import { issuesLetters, LettersButton, LettersPlace, type OpenLetters, RequestCard } from './letters-door.tsx';
import { Line } from './line.tsx';
import { QueueBar } from './queue-bar.tsx';
import { Rail } from './rail.tsx';
import { ticketOf } from './row-sheet.tsx';
import { Sheets } from './sheets.tsx';
import { Standing } from './standing.tsx';
import { Strip } from './strip.tsx';
import { useActs } from './use-acts.ts';
import { useKeys } from './use-keys.ts';
import { DeskContext, type DeskView, type Sheet } from './view.ts';

interface Props {
  client: CounterClient;
  clock: Clock;
  person: Person;
  counterId: string;
  onLanguage: () => void;
  onOtherCounter: () => void;
}

/** A clerk's working place: everything on it comes from the hub's snapshots, so that a reload loses nothing. */
export function DeskScreen({ client, clock, person, counterId, onLanguage, onOtherCounter }: Props) {
  const { words } = useWords();
  const watch = useMemo(() => client.counters.watch(counterId), [client, counterId]);
  const counter = useLive(watch);
  const queue = useLive(client.queue.watch());
  const lounge = useLive(client.lounge.watch());
  const snapshot = counter.value;
  const elapsed = useElapsed(snapshot, clock);
  const down = useDown(counter.up, clock);
  const acts = useActs(client, counterId, snapshot, clock);
  const [question, ask] = useState<Sheet | null>(null);
  const [letters, openLetters] = useState<OpenLetters | null>(null);
  const sheet = question !== null && snapshot !== undefined && stillAsked(question, snapshot) ? question : null;
  const [files, setFiles] = useFiles(snapshot?.current?.ticketId ?? null, snapshot?.current?.files ?? 1);
  const services = useMemo(
    () => new Map<string, Service>(queue.value?.services.map((service) => [service.id, service])),
    [queue.value],
  );

  const moment: Moment | null = snapshot === undefined ? null : { snapshot, elapsed };
  const press = (act: Act) => {
    const ticketId = snapshot?.current?.ticketId;
    switch (act) {
      case 'transfer':
      case 'nextMatter':
      case 'cancel':
        if (ticketId !== undefined) ask({ name: act, ticketId });
        return;
      case 'pause':
      case 'close':
        return ask({ name: act });
      case 'open':
        acts.perform({ act, takeOver: false });
        return;
      case 'done':
      case 'doneAndNext':
        acts.perform({ act, files });
        return;
      case 'setNeed':
      case 'callTicket':
      case 'callBack':
      case 'callSpare':
        // They begin where their ticket is shown.
        return;
      default:
        acts.perform({ act });
    }
  };
  // While letters are open the keyboard is theirs: a space bar that ends somebody's turn would be a surprise there.
  const asked = sheet !== null || letters !== null;
  const struck = useKeys(() => (moment === null ? null : { moment, asked, busy: acts.busy() }), press);

  if (snapshot === undefined || moment === null) {
    return down ? (
      <Gate
        title={words.counter.offline.title}
        detail={words.counter.offline.detail}
        foot={
          <button type="button" className={gate.plain} onClick={onOtherCounter}>
            {words.counter.closed.other}
          </button>
        }
      >
        {null}
      </Gate>
    ) : (
      <Connecting down={false} />
    );
  }
  const openRequest = (id: string) =>
    openLetters((was) => ({ start: { name: 'request', id }, nth: (was?.nth ?? 0) + 1 }));
  const phase = phaseOf(snapshot);
  const withLetters = issuesLetters(lounge.value);
  const view: DeskView = {
    moment,
    services,
    timeZone: lounge.value?.timeZone ?? 'Asia/Jakarta',
    acts,
    struck,
    files,
    setFiles,
    press,
    ask,
  };
  return (
    <DeskContext value={view}>
      <div className={css.desk} data-letters={letters !== null || undefined}>
        <Rail person={person}>
          {withLetters && (
            <LettersButton
              client={client}
              open={letters !== null}
              onOpen={() => openLetters(letters === null ? { start: { name: 'list' }, nth: 0 } : null)}
            />
          )}
        </Rail>
        <main className={css.work} data-phase={phase}>
          {down && <OfflineBand />}
          <HelpCalls client={client} />
          {letters !== null ? (
            <LettersPlace
              client={client}
              role={person.role}
              current={snapshot.current}
              timeZone={view.timeZone}
              open={letters}
              onClose={() => openLetters(null)}
            />
          ) : snapshot.current !== null && (phase === 'called' || phase === 'serving') ? (
            <Current current={snapshot.current}>
              {withLetters && <RequestCard client={client} current={snapshot.current} onOpen={openRequest} />}
            </Current>
          ) : (
            <Standing onOtherCounter={onOtherCounter} />
          )}
          <Strip client={client} />
          {letters !== null ? (
            <QueueBar onQueue={() => openLetters(null)}>
              {withLetters && snapshot.current !== null && (
                <RequestCard client={client} current={snapshot.current} small onOpen={openRequest} />
              )}
            </QueueBar>
          ) : (
            phase !== 'elsewhere' && <DeskFoot />
          )}
        </main>
        {letters === null && <Line />}
        {sheet !== null && (
          <Sheets
            key={JSON.stringify(sheet)}
            sheet={sheet}
            client={client}
            clock={clock}
            person={person}
            onLanguage={onLanguage}
            onOtherCounter={onOtherCounter}
          />
        )}
      </div>
    </DeskContext>
  );
}

/** A question about somebody who has gone from here is withdrawn. */
function stillAsked(sheet: Sheet, snapshot: Parameters<typeof ticketOf>[0]): boolean {
  switch (sheet.name) {
    case 'transfer':
    case 'nextMatter':
      return snapshot.current?.ticketId === sheet.ticketId;
    case 'cancel':
    case 'row':
      return ticketOf(snapshot, sheet.ticketId) !== undefined;
    case 'printer':
      return snapshot.printers.some(({ device }) => device === sheet.device);
    case 'takeOver':
      return !snapshot.mine && snapshot.holder !== null;
    default:
      return true;
  }
}

/** The files of one person; another person begins with their own count. */
function useFiles(ticketId: string | null, known: number): [number, (files: number) => void] {
  const [counted, setCounted] = useState<{ ticketId: string | null; files: number }>({ ticketId: null, files: 1 });
  const set = useCallback((files: number) => setCounted({ ticketId, files }), [ticketId]);
  return [counted.ticketId === ticketId && ticketId !== null ? counted.files : Math.max(1, known), set];
}
