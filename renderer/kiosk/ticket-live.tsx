import { type ComponentProps, useEffect, useMemo } from 'react';
import type { KioskClient } from '../client.ts';
import { useLive } from '../live.ts';
import { TicketScreen } from './ticket.tsx';
import type { Send } from './use-flow.ts';

type Props = Omit<ComponentProps<typeof TicketScreen>, 'print'> & { client: KioskClient; send: Send };

/** The ticket with its print job followed: the flow hears of every change. */
export function LiveTicket({ client, send, ...props }: Props) {
  const jobId = props.ticket.printJobId;
  const { value } = useLive(useMemo(() => client.printing.watchJob(jobId), [client, jobId]));
  const state = value?.state;
  useEffect(() => {
    if (state !== undefined) send({ type: 'printing', jobId, state });
  }, [state, jobId, send]);
  return <TicketScreen {...props} print={value} />;
}
