import { CircleCheck, Printer, TriangleAlert } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { PrintJobSnapshot } from '../../contract/printing.ts';
import type { CounterClient, Reprint } from '../client/staff-client.ts';
import { type Catalogue, useWords } from '../i18n/staff.ts';
import { useLive } from '../live.ts';
import { Dialog, Option, Options } from '../staff/dialog.tsx';
import { nameAmong } from '../staff/printer/chip.ts';
import { codeOf, problemWords } from '../staff/problem-words.ts';
import css from './lookup.module.css';
import { useDesk } from './view.ts';

type Step = { name: 'ask' | 'sending' } | { name: 'printing'; reprint: Reprint } | { name: 'failed'; code: string };

interface Props {
  client: CounterClient;
  ticketId: string;
  number: string;
  onClose: () => void;
}

/** A lost paper once more: asked first, then followed until it is in somebody's hand. */
export function ReprintSheet({ client, ticketId, number, onClose }: Props) {
  const { words } = useWords();
  const [step, setStep] = useState<Step>({ name: 'ask' });
  const { reprint: said } = words.counter;
  const send = () => {
    setStep({ name: 'sending' });
    client.printing.reprint({ ticketId }).then(
      (reprint) => setStep({ name: 'printing', reprint }),
      (error: unknown) => setStep({ name: 'failed', code: codeOf(error) }),
    );
  };
  if (step.name === 'ask') {
    return (
      <Dialog key="ask" title={said.title(number)} detail={said.detail} onClose={onClose}>
        <Options>
          <Option nth={1} mark={<Printer />} label={said.yes} onChoose={send} />
          <Option nth={2} label={said.no} onChoose={onClose} />
        </Options>
      </Dialog>
    );
  }
  return (
    <Dialog key="news" title={said.heading(number)} onClose={onClose}>
      <div role="status">
        {step.name === 'sending' && <News look="calm" lines={[words.taking.detail]} />}
        {step.name === 'failed' && <News look="warning" lines={[problemWords(words, step.code)]} />}
        {step.name === 'printing' && <Progress client={client} reprint={step.reprint} />}
      </div>
      <Options>
        <Option nth={1} label={words.common.close} onChoose={onClose} />
      </Options>
    </Dialog>
  );
}

function Progress({ client, reprint }: { client: CounterClient; reprint: Reprint }) {
  const { words } = useWords();
  const { moment } = useDesk();
  const { printJobId, device, nth } = reprint;
  const { value: job } = useLive(useMemo(() => client.printing.watchJob(printJobId), [client, printJobId]));
  const nameOf = nameAmong(moment.snapshot.printers);
  return <News {...progress(words, job ?? queued, nameOf(job?.elsewhere ?? device), nth)} />;
}

/** Until the hub has said something of it. */
const queued: PrintJobSnapshot = { state: 'queued', printer: 'ready', asks: false, tear: false, elsewhere: null };

type Look = 'calm' | 'good' | 'warning';

function progress({ counter }: Catalogue, job: PrintJobSnapshot, where: string, nth: number) {
  const { reprint: said, printers } = counter;
  const news = (look: Look, ...lines: string[]) => ({ look, lines });
  switch (job.state) {
    case 'queued':
    case 'held':
    case 'sending':
    case 'sent':
      // A printer out of paper may have the slip already: it goes on by itself as well.
      return job.printer === 'ready' || job.printer === 'paper_low'
        ? news('calm', said.printing(where))
        : news('warning', said.held(printers[job.printer], where), said.heldDetail);
    case 'printed':
      return news('good', said.printed(where), said.printedDetail);
    case 'done':
      return news('good', said.done(where), ...(job.tear ? [said.tear] : []), said.mark(nth));
    case 'unknown':
      return news('warning', said.unknown(where));
    case 'cancelled':
      return news('warning', said.cancelled);
  }
}

const icons = { calm: Printer, good: CircleCheck, warning: TriangleAlert } as const;

function News({ look, lines }: { look: Look; lines: readonly string[] }) {
  const Icon = icons[look];
  return (
    <div className={css.news} data-look={look}>
      <Icon />
      <div>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </div>
  );
}
