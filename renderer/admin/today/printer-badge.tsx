import { CircleAlert, Printer, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { PrinterCondition, PrinterView } from '../../../contract/printing.ts';
import { useWords } from '../../i18n/staff.ts';
import { chipWords, nameAmong } from '../../staff/printer/chip.ts';
import { Badge } from '../parts/frame.tsx';
import css from './today.module.css';
import { chipTone, printerTone, type Tone } from './tones.ts';

const iconOf = (tone: Tone): ReactNode =>
  tone === 'danger' ? <CircleAlert /> : tone === 'warning' ? <TriangleAlert /> : <Printer />;

/** What a printer's status says, where nothing can be done about it. */
export function PrinterBadge({ condition }: { condition: PrinterCondition }) {
  const { words } = useWords();
  const tone = printerTone(condition);
  return (
    <Badge tone={tone} icon={iconOf(tone)}>
      {words.counter.printers[condition]}
    </Badge>
  );
}

interface ChipProps {
  printer: PrinterView;
  printers: readonly PrinterView[];
  onOpen: () => void;
}

/** All that is true of a printer, and the way to its sheet. */
export function PrinterChip({ printer, printers, onOpen }: ChipProps) {
  const { words } = useWords();
  const tone = chipTone(printer);
  const said = chipWords(words, printer, nameAmong(printers)).join(' · ');
  return (
    <button
      type="button"
      className={css.chip}
      aria-haspopup="dialog"
      aria-label={`${words.printers.title(printer.name)}: ${said}`}
      onClick={onOpen}
    >
      <Badge tone={tone} icon={iconOf(tone)}>
        {said}
      </Badge>
    </button>
  );
}
