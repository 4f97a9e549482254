import { CirclePause, Heart } from 'lucide-react';
import type { SlipOutlet } from '../../contract/catalogue.ts';
import type { PrintJobSnapshot } from '../../contract/printing.ts';
import type { IssuedTicket, PauseReason, Service } from '../../contract/queue.ts';
import type { Sayings } from '../i18n/format.ts';
import { useWords } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Qr } from '../ui/qr.tsx';
import { hueStyle } from '../ui/service-look.ts';
import { Heading, Speaker } from '../ui/stage.tsx';
import { ticketClips } from '../voice/words.ts';
import { PrintingNotice } from './printing-notice.tsx';
import css from './ticket.module.css';

interface Props {
  ticket: IssuedTicket;
  service: Service | undefined;
  hasPriority: boolean;
  /** The paper did not come out, so the screen must do: it is photographed. */
  failed: boolean;
  upright: boolean;
  outlet: SlipOutlet;
  print: PrintJobSnapshot | undefined;
  seconds: number | null;
  say: Sayings;
  /** The hub's time when the number was taken: the promise counts from there. */
  takenAt: number;
  onEnd: () => void;
}

/** The number, large; what happens next; and where the paper is. */
export function TicketScreen(props: Props) {
  const { ticket, service, hasPriority, failed, upright, outlet, print, seconds, say, takenAt, onEnd } = props;
  const { words, pick } = useWords();
  const paused = service?.paused ?? null;
  const qr = failed && <Qr className={css.qr ?? ''} text={`ANJ1:${ticket.id}`} label={words.ticket.qr} />;
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
              {hasPriority && (
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
      </article>
      <div className={css.hands} data-hands>
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
        <PrintingNotice number={ticket.number} print={print} outlet={outlet} />
        <Speaker clips={clipsOf(ticket, failed, outlet, paused)} />
        <Button kind="action" large seconds={seconds} onPress={onEnd}>
          {words.ticket.finish}
        </Button>
      </div>
    </main>
  );
}

/** "Nomor antrean Anda, A, nol, satu, tujuh." */
function clipsOf({ number }: IssuedTicket, failed: boolean, outlet: SlipOutlet, paused: PauseReason | null): string[] {
  const paper = failed ? 'ticket.photograph' : outlet === 'below' ? 'ticket.paper' : `ticket.paper.${outlet}`;
  const pause = paused === null ? [] : [`paused.${paused}`];
  return ['ticket.yours', ...ticketClips(number), paper, ...pause, 'ticket.sit'];
}
