import { ArrowDown, ArrowLeft, ArrowRight, Printer, PrinterCheck, PrinterX } from 'lucide-react';
import type { ReactNode } from 'react';
import type { SlipOutlet } from '../../contract/catalogue.ts';
import type { PrintJobSnapshot } from '../../contract/printing.ts';
import { type Catalogue, useWords } from '../i18n/index.ts';
import { Notice } from '../ui/notice.tsx';

interface Props {
  number: string;
  /** Unknown until the hub's first word about the job. */
  print: PrintJobSnapshot | undefined;
  outlet: SlipOutlet;
}

/** Where the paper comes out, seen from whoever stands there. */
const arrows: Record<SlipOutlet, ReactNode> = {
  below: <ArrowDown />,
  left: <ArrowLeft />,
  right: <ArrowRight />,
  none: undefined,
};

/** Where the paper is. A fault is said in words, and that the number counts without paper. */
export function PrintingNotice({ number, print, outlet }: Props) {
  const { words } = useWords();
  const { printing } = words;
  switch (print?.state) {
    case 'done':
      return (
        <Notice
          tone="good"
          icon={<PrinterCheck />}
          pointer={arrows[outlet]}
          lines={[printing.done, printing.outlet[outlet]]}
          live
        />
      );
    case 'held':
    case 'unknown':
    case 'cancelled': {
      const lines = [`${trouble(print, printing)} ${printing.stillValid}`, printing.photograph(number)];
      return <Notice tone="danger" icon={<PrinterX />} lines={lines} live />;
    }
    default:
      return (
        <Notice
          tone="good"
          icon={<Printer />}
          pointer={arrows[outlet]}
          lines={[printing.printing, printing.takeHere[outlet]]}
          live
        />
      );
  }
}

function trouble({ state, printer }: PrintJobSnapshot, words: Catalogue['printing']): string {
  if (state === 'unknown' || state === 'cancelled') return words[state];
  return printer === 'ready' || printer === 'paper_low' ? words.waiting : words[printer];
}
