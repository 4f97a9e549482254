import { useState } from 'react';
import type { IssuedTicket, Priority } from '../../contract/queue.ts';
import type { CounterClient } from '../client/staff-client.ts';
import { useWords } from '../i18n/staff.ts';
import { Dialog, Option, Options } from '../staff/dialog.tsx';
import { codeOf, problemWords } from '../staff/problem-words.ts';
import css from './lookup.module.css';
import { ServiceMark, useServiceName } from './service-mark.tsx';
import { useDesk } from './view.ts';

type Step =
  | { name: 'service' }
  | { name: 'priority'; serviceId: string }
  | { name: 'sending' }
  | { name: 'taken'; ticket: IssuedTicket }
  | { name: 'failed'; code: string };

const priorityOrder = ['elderly', 'disabled', 'pregnant', 'infant'] as const satisfies Priority[];

/** For somebody who cannot use the kiosk's screen. */
export function TakeNumber({ client, onClose }: { client: CounterClient; onClose: () => void }) {
  const { words } = useWords();
  const { services } = useDesk();
  const nameOf = useServiceName();
  const [step, setStep] = useState<Step>({ name: 'service' });
  const { take, transfer } = words.counter;
  const send = (serviceId: string, priority: Priority | null) => {
    setStep({ name: 'sending' });
    client.queue.take({ serviceId, priority }).then(
      (ticket) => setStep({ name: 'taken', ticket }),
      (error: unknown) => setStep({ name: 'failed', code: codeOf(error) }),
    );
  };
  switch (step.name) {
    case 'service':
      return (
        <Dialog key="service" title={take.title} broad onClose={onClose}>
          <Options>
            {[...services.values()].map(({ id, waiting, availability }, place) => (
              <Option
                key={id}
                nth={place + 1}
                mark={<ServiceMark serviceId={id} />}
                label={nameOf(id)}
                note={availability.open ? transfer.waiting(waiting) : transfer.closed}
                disabled={!availability.open}
                onChoose={() => setStep({ name: 'priority', serviceId: id })}
              />
            ))}
          </Options>
        </Dialog>
      );
    case 'priority':
      return (
        <Dialog key="priority" title={take.priority} detail={nameOf(step.serviceId)} onClose={onClose}>
          <Options>
            <Option nth={1} label={take.none} onChoose={() => send(step.serviceId, null)} />
            {priorityOrder.map((priority, place) => (
              <Option
                key={priority}
                nth={place + 2}
                label={words.priority[priority]}
                onChoose={() => send(step.serviceId, priority)}
              />
            ))}
          </Options>
        </Dialog>
      );
    case 'sending':
      return (
        <Dialog key="sending" title={words.taking.question} onClose={onClose}>
          <p>{words.taking.detail}</p>
        </Dialog>
      );
    case 'taken':
      return (
        <Dialog key="taken" title={take.yours} detail={take.paper} onClose={onClose}>
          <p className={css.number}>{step.ticket.number}</p>
          <p className={css.found}>{take.doneDetail(step.ticket.peopleAhead)}</p>
          <Options>
            <Option nth={1} label={words.common.close} onChoose={onClose} />
          </Options>
        </Dialog>
      );
    case 'failed':
      return (
        <Dialog key="failed" title={problemWords(words, step.code)} onClose={onClose}>
          <Options>
            <Option nth={1} label={words.common.close} onChoose={onClose} />
          </Options>
        </Dialog>
      );
  }
}
