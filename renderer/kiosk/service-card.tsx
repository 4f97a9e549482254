import { CirclePause, Clock, Moon, Users } from 'lucide-react';
import type { Service } from '../../contract/queue.ts';
import type { Sayings } from '../i18n/format.ts';
import { useWords } from '../i18n/index.ts';
import { Choice } from '../ui/choices.tsx';
import { hueStyle, ServiceIcon } from '../ui/service-look.ts';
import css from './service-card.module.css';

interface Props {
  service: Service;
  layout: 'tall' | 'row';
  say: Sayings;
  onPress: () => void;
}

/** A service: its letter and colour, its name, how many wait and how long, or when it opens. */
export function ServiceCard({ service, layout, say, onPress }: Props) {
  const { pick } = useWords();
  return (
    <Choice
      layout={layout}
      tone={service.availability.open ? 'plain' : 'closed'}
      style={hueStyle(service.hue)}
      mark={<span className={css.letter}>{service.letter}</span>}
      icon={<ServiceIcon name={service.icon} />}
      name={pick(service.name)}
      note={<Note service={service} say={say} />}
      onPress={onPress}
    />
  );
}

function Note({ service, say }: { service: Service; say: Sayings }) {
  const { words } = useWords();
  const { availability, waiting, promise, paused } = service;
  if (!availability.open) {
    const { reason, reopensAt } = availability;
    return (
      <span className={css.note}>
        <span className={css.fact}>
          <Moon />
          {reopensAt === null ? words.closed[reason] : words.services.reopens(say.when(reopensAt))}
        </span>
      </span>
    );
  }
  return (
    <span className={css.note}>
      <span className={css.fact}>
        <Users />
        {waiting === 0 ? words.wait.none : words.wait.waiting(waiting)}
      </span>
      {paused !== null && (
        <span className={css.fact} data-paused>
          <CirclePause />
          {words.pausedShort[paused]}
        </span>
      )}
      {paused === null && waiting > 0 && promise !== null && (
        <span className={css.fact}>
          <Clock />
          {say.wait(promise, 'card')}
        </span>
      )}
    </span>
  );
}
