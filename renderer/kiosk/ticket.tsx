import { CirclePause, Heart } from 'lucide-react';
import type { SlipOutlet } from '../../contract/catalogue.ts';
import type { PauseReason, Service } from '../../contract/queue.ts';
import type { Sayings } from '../i18n/format.ts';
import { useWords } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Qr } from '../ui/qr.tsx';
import { hueStyle } from '../ui/service-look.ts';
import { Heading, Speaker } from '../ui/stage.tsx';
import { ticketClips } from '../voice/words.ts';
import type { TicketShown } from './flow-state.ts';
import { PrintingNotice } from './printing-notice.tsx';
import { isAsking, paperClips } from './slip.ts';
import { SlipQuestion } from './slip-question.tsx';
import css from './ticket.module.css';

interface Props {
  shown: TicketShown;
  service: Service | undefined;
  upright: boolean;
  outlet: SlipOutlet;
  /** Until the screen goes by itself; null while the slip is printed. */
  seconds: number | null;
  /** Until the question about the slip goes by itself; null when there is nothing to answer. */
  questionSeconds: number | null;
  say: Sayings;
  /** The hub's time when the number was taken: the promise counts from there. */
  takenAt: number;
  onAnswer: (came: boolean) => void;
  onEnd: () => void;
}

/** The number, large; what happens next; and where the paper is. */
export function TicketScreen(props: Props) {
  const { shown, service, upright, outlet, seconds, say, takenAt, onEnd } = props;
  const { ticket } = shown;
  const { words, pick } = useWords();
  const paused = service?.paused ?? null;
  const asking = isAsking(shown);
  // The paper did not come out, so the screen must do: it is photographed.
  const qr = shown.printing === 'failed' && !asking && (
    <Qr className={css.qr ?? ''} text={`ANJ1:${ticket.id}`} label={words.ticket.qr} />
  );
  return (
    <main className={css.ticket}>
      <article className={css.slip} style={service === undefined ? undefined : hueStyle(service.hue)}>
        <div className={css.band}>
          <p>{service === undefined ? '' : pick(service.name)}</p>
        </div>
        <div className={css.number}>
          <Heading>
            <span className={css.label}>
              {words.ticket.yours}
              {shown.order.priority !== null && (
                <span className={css.priority}>
                  <Heart />
                  {words.common.priority}
                </span>
              )}
            </span>
            <span className={css.figures} data-long={ticket.number.length > 4 || undefined}>
              {ticket.number}
            </span>
          </Heading>
        </div>
        {!asking && (
          <>
            <div className={css.facts}>
              <div className={css.wait}>
                <p>
                  {ticket.peopleAhead === 0 ? (
                    <b>{words.ticket.next}</b>
                  ) : (
                    <>
                      <b>{words.ticket.peopleAhead(ticket.peopleAhead)}</b> {words.ticket.ahead}
                    </>
                  )}
                </p>
                {ticket.promise !== null && (
                  <p>
                    {words.wait.roughly} <b>{say.wait(ticket.promise, 'full', takenAt)}</b>
                  </p>
                )}
              </div>
              {upright && qr}
            </div>
            {service !== undefined && service.bring.length > 0 && (
              <p className={css.bring}>
                <b>{words.ticket.bring}</b> {say.list(service.bring.map(pick))}
              </p>
            )}
          </>
        )}
      </article>
      <div className={css.hands} data-hands>
        {asking ? (
          <SlipQuestion shown={shown} outlet={outlet} seconds={props.questionSeconds} onAnswer={props.onAnswer} />
        ) : (
          <>
            <div className={css.sit}>
              {paused !== null && (
                <p className={css.paused}>
                  <CirclePause />
                  {words.paused[paused]}
                </p>
              )}
              <p>{words.ticket.sit}</p>
            </div>
            {!upright && qr}
            <PrintingNotice shown={shown} outlet={outlet} />
            <Speaker clips={clipsOf(shown, outlet, paused)} />
            <Button kind="action" large seconds={seconds} onPress={onEnd}>
              {words.ticket.finish}
            </Button>
          </>
        )}
      </div>
    </main>
  );
}

/** "Nomor antrean Anda, A, nol, satu, tujuh." */
function clipsOf(shown: TicketShown, outlet: SlipOutlet, paused: PauseReason | null): string[] {
  const pause = paused === null ? [] : [`paused.${paused}`];
  return ['ticket.yours', ...ticketClips(shown.ticket.number), ...paperClips(shown, outlet), ...pause, 'ticket.sit'];
}
