import { type ComponentProps, useEffect, useMemo } from 'react';
import type { PrintJobSnapshot } from '../../contract/printing.ts';
import type { KioskClient } from '../client.ts';
import { useLive } from '../live.ts';
import { TicketScreen } from './ticket.tsx';
import type { Send } from './use-flow.ts';

type Props = Omit<ComponentProps<typeof TicketScreen>, 'print'> & { client: KioskClient; send: Send };

const moving = new Set<PrintJobSnapshot['state']>(['sending', 'sent']);
const printing = new Set<PrintJobSnapshot['printer']>(['ready', 'paper_low']);

/** A slip that the printer has and cannot print, for the roll ended just then, is held like one that was not sent. */
const asSeen = (print: PrintJobSnapshot): PrintJobSnapshot =>
  moving.has(print.state) && !printing.has(print.printer) ? { ...print, state: 'held' } : print;

/** The ticket with its print job followed: the flow hears of every change. */
export function LiveTicket({ client, send, ...props }: Props) {
  const jobId = props.ticket.printJobId;
  const { value } = useLive(useMemo(() => client.printing.watchJob(jobId), [client, jobId]));
  const print = value === undefined ? undefined : asSeen(value);
  const state = print?.state;
  useEffect(() => {
    if (state !== undefined) send({ type: 'printing', jobId, state });
  }, [state, jobId, send]);
  return <TicketScreen {...props} print={print} />;
}
