import { Printer } from 'lucide-react';
import type { PrinterView } from '../../../contract/printing.ts';
import { useWords } from '../../i18n/staff.ts';
import { Dialog, Option, Options } from '../dialog.tsx';
import { chipWords, nameAmong, standIns } from './chip.ts';
import css from './printer.module.css';

interface Props {
  printer: PrinterView;
  /** All of the lounge, this one among them. */
  printers: readonly PrinterView[];
  onClose: () => void;
  onChoose: (to: PrinterView) => void;
}

/** Which printer takes over for one that cannot print. */
export function DivertQuestion({ printer, printers, onChoose, onClose }: Props) {
  const { words } = useWords();
  const { divert } = words.printers;
  const others = standIns(printer, printers);
  const nameOf = nameAmong(printers);
  return (
    <Dialog title={divert.title(printer.name)} detail={divert.detail} onClose={onClose}>
      {others.length === 0 && <p className={css.quiet}>{divert.none}</p>}
      <Options>
        {others.map((other, place) => (
          <Option
            key={other.device}
            nth={place + 1}
            mark={<Printer />}
            label={other.name}
            note={chipWords(words, other, nameOf).join(' · ')}
            onChoose={() => onChoose(other)}
          />
        ))}
      </Options>
    </Dialog>
  );
}
