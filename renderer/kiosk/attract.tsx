import { Clock, Pointer, ScanQrCode, Ticket, Zap } from 'lucide-react';
import type { LoungeSnapshot } from '../../contract/lounge.ts';
import type { Call } from '../../contract/queue.ts';
import type { Sayings } from '../i18n/format.ts';
import { useWords } from '../i18n/index.ts';
import { Motif } from '../ui/motif.tsx';
import { Heading, Speaker } from '../ui/stage.tsx';
import css from './attract.module.css';

interface Props {
  lounge: LoungeSnapshot;
  /** Latest calls, newest first. */
  calls: readonly Call[];
  opening: { open: boolean; at: string | null };
  /** There is one service, so the first touch takes its number. */
  single: boolean;
  /** The clock is in doubt and nobody has answered here yet. */
  clockAsked: boolean;
  say: Sayings;
  onStart: () => void;
  /** Null when this kiosk checks no numbers. */
  onCheck: (() => void) | null;
  onClock: (right: boolean) => void;
}

const callsShown = 2;

export function Attract({ lounge, calls, opening, single, clockAsked, say, onStart, onCheck, onClock }: Props) {
  const { words, pick } = useWords();
  const Icon = single ? Ticket : Pointer;
  return (
    <main className={css.attract}>
      {/* The whole picture is the button; the one below is its name for a keyboard and a screen reader. */}
      <div className={css.anywhere} onClick={onStart} aria-hidden="true" />
      <Motif className={css.motif ?? ''} />
      <div className={css.welcome}>
        <p className={css.greeting}>{words.attract.welcome}</p>
        <Heading>{pick(lounge.name)}</Heading>
        <p className={css.place}>{pick(lounge.place)}</p>
      </div>
      {/* While the clock is in doubt, its question says the time. */}
      <div className={css.moment} hidden={clockAsked}>
        <p className={css.time}>{say.time}</p>
        <div className={css.date}>
          <p>{say.longDate}</p>
          {openingWords(opening, say, words.attract).map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      </div>
      <div className={css.foot}>
        {lounge.powerReturnedAt !== null && (
          <p className={css.notice}>
            <Zap />
            {words.attract.powerReturned}
          </p>
        )}
        {!clockAsked ? (
          <section className={css.calls}>
            <h2 className={css.callsTitle}>
              {calls.length === 0 ? words.attract.nobodyCalled : words.attract.nowCalled}
            </h2>
            {calls.slice(0, callsShown).map((call) => (
              <p key={call.callSeq} className={css.call}>
                <b>{call.number}</b> <span>{pick(call.counterName)}</span>
              </p>
            ))}
          </section>
        ) : (
          <section className={css.clock}>
            <h2 className={css.clockQuestion}>
              <Clock />
              {words.clock.machine(say.time, say.longDate)}
            </h2>
            <div className={css.answers}>
              <button type="button" className={css.answer} onClick={() => onClock(true)}>
                {words.clock.right}
              </button>
              <button type="button" className={css.answer} onClick={() => onClock(false)}>
                {words.clock.wrong}
              </button>
            </div>
          </section>
        )}
        <Speaker clips={[single ? 'attract.take' : 'attract.touch', ...(onCheck === null ? [] : ['attract.check'])]} />
        <button type="button" className={css.start} onClick={onStart}>
          <Icon />
          <span>{single ? words.attract.take : words.attract.touch}</span>
        </button>
        {onCheck !== null && (
          <button type="button" className={css.check} onClick={onCheck}>
            <ScanQrCode />
            {words.features.check.title}
          </button>
        )}
      </div>
    </main>
  );
}

function openingWords(
  { open, at }: Props['opening'],
  say: Sayings,
  words: ReturnType<typeof useWords>['words']['attract'],
): string[] {
  if (open) return at === null ? [] : [words.openUntil(say.timeOf(at))];
  return at === null ? [words.closed] : [words.closed, words.reopens(say.when(at))];
}
