import { CircleCheck, Printer, TriangleAlert } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { PrintJobSnapshot } from '../../../contract/printing.ts';
import type { IssuedTicket } from '../../../contract/queue.ts';
import type { Subscribe } from '../../client.ts';
import { useWords } from '../../i18n/staff.ts';
import { useLive } from '../../live.ts';
import { useDesk } from '../desk.ts';
import { Press } from '../parts/controls.tsx';
import { Badge, Card, PageFrame } from '../parts/frame.tsx';
import { PrinterBadge } from '../today/printer-badge.tsx';
import { useWork } from '../use-work.ts';
import { numberIn } from './number-in.ts';
import { StepFoot, type StepProps } from './step-foot.tsx';
import css from './wizard.module.css';

const silent: Subscribe<PrintJobSnapshot> = () => () => undefined;
/** The slip is out, or somebody has to look at the printer first. */
const ended = new Set<PrintJobSnapshot['state']>(['done', 'unknown', 'held', 'cancelled']);

/** A real number is taken and printed, and cancelled once its slip is out: the whole way is tried, and nobody waits. */
export function TestStep({ settings, onNext, back }: StepProps) {
  const { words } = useWords();
  const { client } = useDesk();
  const work = useWork();
  const [taken, setTaken] = useState<{ serviceId: string; ticket: IssuedTicket } | null>(null);
  const said = words.admin.wizard;
  const serviceId = settings.services.services[0]?.id;
  const watch = useMemo(
    () => (taken === null ? silent : client.printing.watchJob(taken.ticket.printJobId)),
    [client, taken],
  );
  const { value: job } = useLive(watch);
  useCancelled(taken, job);
  const take = () => {
    if (serviceId === undefined) return;
    work.run(
      () => client.queue.take({ serviceId, priority: null }),
      (ticket) => setTaken({ serviceId, ticket }),
    );
  };
  return (
    <PageFrame
      title={said.steps.test.title}
      detail={said.steps.test.detail}
      foot={<StepFoot back={back} label={said.finish} onNext={onNext} />}
    >
      <Card title={said.testTitle} detail={said.testDetail}>
        {taken !== null && (
          <p className={css.number}>
            {taken.ticket.number}
            {job !== undefined && <Badge {...stateLook(job.state)}>{said.jobs[job.state]}</Badge>}
            {job !== undefined && job.printer !== 'ready' && <PrinterBadge condition={job.printer} />}
          </p>
        )}
        <span>
          <Press kind="plain" icon={<Printer />} disabled={work.busy || serviceId === undefined} onPress={take}>
            {taken === null ? said.testPrint : said.testAgain}
          </Press>
        </span>
      </Card>
    </PageFrame>
  );
}

/** Cancels the number as soon as its slip has met its fate, and when the step is left before that. */
function useCancelled(taken: { serviceId: string; ticket: IssuedTicket } | null, job: PrintJobSnapshot | undefined) {
  const { client } = useDesk();
  const open = useRef<{ serviceId: string; ticket: IssuedTicket } | null>(null);
  const cancel = useRef(() => {
    const left = open.current;
    open.current = null;
    if (left === null) return;
    const number = numberIn(left.ticket.number);
    // Unheard, the number waits in the line, where the first counter sees it.
    client.queue.voidRun({ serviceId: left.serviceId, from: number, to: number }).catch(() => undefined);
  });
  useEffect(() => {
    cancel.current();
    open.current = taken;
  }, [taken]);
  const state = job?.state;
  useEffect(() => {
    if (state !== undefined && ended.has(state)) cancel.current();
  }, [state]);
  useEffect(() => () => cancel.current(), []);
}

function stateLook(state: PrintJobSnapshot['state']) {
  if (state === 'done') return { tone: 'good', icon: <CircleCheck /> } as const;
  if (state === 'held' || state === 'unknown') return { tone: 'warning', icon: <TriangleAlert /> } as const;
  return { tone: 'calm' } as const;
}
