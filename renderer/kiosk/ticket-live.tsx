import { type ComponentProps, useEffect, useMemo } from 'react';
import type { KioskClient } from '../client.ts';
import { useLive } from '../live.ts';
import { TicketScreen } from './ticket.tsx';
import type { Send } from './use-flow.ts';

type Props = ComponentProps<typeof TicketScreen> & { client: KioskClient; send: Send };

/** The ticket with its print job followed: the flow hears of every change. */
export function LiveTicket({ client, send, ...props }: Props) {
  const jobId = props.shown.ticket.printJobId;
  const { value: print } = useLive(useMemo(() => client.printing.watchJob(jobId), [client, jobId]));
  useEffect(() => {
    if (print !== undefined) send({ type: 'printing', jobId, print });
  }, [print, jobId, send]);
  return <TicketScreen {...props} />;
}
