import { ArrowDown, ArrowLeft, ArrowRight, Printer, PrinterCheck, PrinterX } from 'lucide-react';
import type { ReactNode } from 'react';
import type { SlipOutlet } from '../../contract/catalogue.ts';
import type { PrintJobSnapshot } from '../../contract/printing.ts';
import { type Catalogue, useWords } from '../i18n/index.ts';
import { Notice } from '../ui/notice.tsx';
import type { TicketShown } from './flow-state.ts';
import { isUncut } from './slip.ts';

/** Where the paper comes out, seen from whoever stands there. */
const arrows: Record<SlipOutlet, ReactNode> = {
  below: <ArrowDown />,
  left: <ArrowLeft />,
  right: <ArrowRight />,
  none: undefined,
};

/** Where the paper is. A fault is said in words, and that the number counts without paper. */
export function PrintingNotice({ shown, outlet }: { shown: TicketShown; outlet: SlipOutlet }) {
  const { words } = useWords();
  const { printing, slip } = words;
  const { print, question, ticket } = shown;
  if (question?.step === 'over' && question.came) {
    return <Notice tone="good" icon={<PrinterCheck />} lines={[slip.fine, slip.keep]} live />;
  }
  const place = placeOf(print, outlet, printing);
  if (shown.printing === 'failed') {
    const news = question === null ? trouble(print, printing) : slip.staff;
    const lines = [`${news} ${printing.stillValid}`, printing.photograph(ticket.number)];
    return <Notice tone={question === null ? 'danger' : 'warning'} icon={<PrinterX />} lines={lines} live />;
  }
  const tear = print?.tear === true;
  if (shown.printing === 'out') {
    const uncut = print !== null && isUncut(print);
    const news = uncut
      ? [printing.uncut, printing.pull, ...(place.elsewhere ? [place.line] : [])]
      : [tear ? printing.torn : printing.done, place.line];
    return <Notice tone="good" icon={<PrinterCheck />} pointer={place.arrow} lines={news} live />;
  }
  const take = place.elsewhere ? place.line : tear ? printing.tear : printing.takeHere[outlet];
  const lines = [shown.again ? slip.again : printing.printing, take];
  return <Notice tone="good" icon={<Printer />} pointer={place.arrow} lines={lines} live />;
}

/** Where to look for the paper: at this kiosk, as the arrow points, or at another one. */
export function placeOf(print: PrintJobSnapshot | null, outlet: SlipOutlet, words: Catalogue['printing']) {
  const kiosk = print?.elsewhere ?? null;
  if (kiosk !== null) return { elsewhere: true, line: words.elsewhere(kiosk), arrow: undefined };
  return { elsewhere: false, line: words.outlet[outlet], arrow: arrows[outlet] };
}

function trouble(print: PrintJobSnapshot | null, words: Catalogue['printing']): string {
  if (print === null) return words.waiting;
  const { state, printer } = print;
  if (state === 'unknown' || state === 'cancelled') return words[state];
  return printer === 'ready' || printer === 'paper_low' ? words.waiting : words[printer];
}
