import type { Bilingual } from '../../contract/base.ts';
import type { QueueSnapshot, Service, Ticket } from '../../contract/queue.ts';
import type { Sayings } from '../i18n/format.ts';
import { useWords } from '../i18n/index.ts';
import { Button, Buttons } from '../ui/button.tsx';
import { hueStyle } from '../ui/service-look.ts';
import { Heading, Speaker } from '../ui/stage.tsx';
import css from './checked.module.css';
import { standingOf } from './standing.ts';

interface Props {
  ticket: Ticket;
  service: Service | undefined;
  queue: QueueSnapshot;
  desk: Bilingual;
  say: Sayings;
  /** The hub's time, ms since 1970. */
  now: number;
  onAnother: () => void;
  onEnd: () => void;
}

/** A number and where it stands: who is before it, where it is called, or what to do when it was missed. */
export function Checked({ ticket, service, queue, desk, say, now, onAnother, onEnd }: Props) {
  const { words, pick } = useWords();
  const counter = queue.calls.find(({ counterId }) => counterId === ticket.counterId)?.counterName ?? null;
  const known = { counter, paused: service?.paused ?? null, desk, today: queue.serviceDay, now, say, words, pick };
  const { tone, icon: Icon, news, lines, clips, over } = standingOf(ticket, known);
  return (
    <main className={css.checked}>
      <article className={css.slip} style={service === undefined ? undefined : hueStyle(service.hue)}>
        {service !== undefined && <p className={css.band}>{pick(service.name)}</p>}
        <Heading>
          <span className={css.label}>{words.checked.number}</span>
          <span className={css.figures}>{ticket.number}</span>
        </Heading>
      </article>
      <section className={css.standing} data-tone={tone} role="status">
        <Icon />
        <p className={css.news}>{news}</p>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </section>
      <div className={css.hands} data-hands>
        <Speaker clips={clips} />
        <Buttons>
          <Button kind="action" large onPress={onEnd}>
            {words.ticket.finish}
          </Button>
          {over && (
            <Button kind="plain" onPress={onAnother}>
              {words.checked.another}
            </Button>
          )}
        </Buttons>
      </div>
    </main>
  );
}
