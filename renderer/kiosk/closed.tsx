import { CalendarX, Coffee, DoorClosed, Hourglass, type LucideIcon, Moon, Sunrise, TicketX } from 'lucide-react';
import type { Bilingual } from '../../contract/base.ts';
import type { ClosedReason, Service } from '../../contract/queue.ts';
import type { Sayings } from '../i18n/format.ts';
import { useWords } from '../i18n/index.ts';
import { Button, Buttons } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Stage } from '../ui/stage.tsx';
import type { Closure } from './menu.ts';

interface Props {
  service: Service | undefined;
  /** Null when the service is gone. */
  closure: Closure | null;
  desk: Bilingual;
  say: Sayings;
  /** Null when there is no other service. */
  onOther: (() => void) | null;
  onEnd: () => void;
}

const icons: Record<ClosedReason, LucideIcon> = {
  holiday: CalendarX,
  closed_today: CalendarX,
  before_opening: Sunrise,
  break: Coffee,
  after_last_ticket: Moon,
  after_closing: Moon,
  quota_reached: TicketX,
  line_too_long: Hourglass,
  closed_now: DoorClosed,
  machine: TicketX,
};

/** Why there is no number now, when there is one again, and where to go meanwhile. */
export function Closed({ service, closure, desk, say, onOther, onEnd }: Props) {
  const { words, pick } = useWords();
  const reason = closure?.reason ?? null;
  const title = words.closed[reason ?? 'gone'];
  const Icon = reason === null ? CalendarX : icons[reason];
  const notice = closure?.notice ?? null;
  const reopens = closure?.reopensAt ?? null;
  return (
    <Stage
      question={title}
      detail={service === undefined ? undefined : pick(service.name)}
      status={
        <Notice
          tone="calm"
          icon={<Icon />}
          lines={[
            ...(notice === null ? [] : [pick(notice)]),
            ...(reopens === null ? [] : [words.closed.reopens(say.when(reopens))]),
            words.closed.desk(pick(desk)),
          ]}
        />
      }
      clips={[`closed.${reason ?? 'gone'}`, 'go.desk']}
    >
      <Buttons>
        {onOther !== null && (
          <Button kind="action" large onPress={onOther}>
            {words.closed.other}
          </Button>
        )}
        <Button kind={onOther === null ? 'action' : 'plain'} large={onOther === null} onPress={onEnd}>
          {words.closed.finish}
        </Button>
      </Buttons>
    </Stage>
  );
}
