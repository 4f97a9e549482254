import type { CounterSnapshot } from '../../contract/counters.ts';
import { useWords } from '../i18n/staff.ts';
import { Dialog, Option, Options } from '../staff/dialog.tsx';
import { hindrance } from './desk.ts';
import { useServiceName } from './service-mark.tsx';
import { useDesk } from './view.ts';
import { cancelOrder, chosenOrder, hindranceWords, minutesOf, needOrder, whyWords } from './words.ts';

/** A ticket of any of the lists, or the current one; undefined once it has gone from here. */
export function ticketOf({ line, missed, parked, current }: CounterSnapshot, ticketId: string) {
  return [...line, ...missed, ...parked, ...(current === null ? [] : [current])].find(
    (ticket) => ticket.ticketId === ticketId,
  );
}

/** What can be done with somebody in a list. */
export function RowSheet({ ticketId, onClose }: { ticketId: string; onClose: () => void }) {
  const { words } = useWords();
  const { moment, acts, ask } = useDesk();
  const nameOf = useServiceName();
  const { counter } = words;
  const ticket = ticketOf(moment.snapshot, ticketId);
  if (ticket === undefined) return null;
  const waiting = moment.snapshot.line.find((other) => other.ticketId === ticketId);
  const hindered = hindrance('callTicket', moment);
  const why = waiting === undefined ? null : whyWords(words, waiting.why);
  const detail = [
    nameOf(ticket.serviceId),
    waiting === undefined ? null : counter.current.waited(counter.minutes(minutesOf(waiting.waitedSeconds))),
    why,
  ].filter((part) => part !== null);
  return (
    <Dialog title={counter.row.title(ticket.number)} detail={detail.join(' · ')} broad onClose={onClose}>
      {waiting !== undefined && (
        <Options label={hindranceWords(words, hindered) ?? counter.row.callFirst}>
          {chosenOrder.map((reason, place) => (
            <Option
              key={reason}
              nth={place + 1}
              label={counter.row.reasons[reason]}
              disabled={hindered !== null}
              onChoose={() => {
                onClose();
                acts.perform({ act: 'callTicket', ticketId, reason });
              }}
            />
          ))}
        </Options>
      )}
      <Options label={counter.row.needs}>
        {needOrder.map((need, place) => (
          <Option
            key={need}
            nth={place + 6}
            label={counter.needs[need]}
            on={ticket.need === need}
            disabled={hindrance('setNeed', moment) !== null}
            onChoose={() => {
              onClose();
              acts.perform({ act: 'setNeed', ticketId, need: ticket.need === need ? null : need });
            }}
          />
        ))}
        <Option
          nth={8}
          label={counter.row.reprint}
          onChoose={() => ask({ name: 'reprint', ticketId, number: ticket.number })}
        />
        <Option
          nth={9}
          label={counter.row.cancel}
          danger
          disabled={hindrance('cancel', moment) !== null}
          onChoose={() => ask({ name: 'cancel', ticketId })}
        />
      </Options>
    </Dialog>
  );
}

export function CancelSheet({ ticketId, onClose }: { ticketId: string; onClose: () => void }) {
  const { words } = useWords();
  const { moment, acts } = useDesk();
  const { cancel } = words.counter;
  const ticket = ticketOf(moment.snapshot, ticketId);
  if (ticket === undefined) return null;
  return (
    <Dialog title={cancel.title(ticket.number)} detail={cancel.detail} onClose={onClose}>
      <Options>
        {cancelOrder.map((reason, place) => (
          <Option
            key={reason}
            nth={place + 1}
            label={cancel.reasons[reason]}
            onChoose={() => {
              onClose();
              acts.perform({ act: 'cancel', ticketId, reason });
            }}
          />
        ))}
        <Option nth={4} label={words.common.no} onChoose={onClose} />
      </Options>
    </Dialog>
  );
}
