import type { CounterClient } from '../client/staff-client.ts';
import type { Clock } from '../clock.ts';
import { useWords } from '../i18n/staff.ts';
import { PaperGuide } from '../staff/printer/paper-guide.tsx';
import { PrinterSheet } from '../staff/printer/printer-sheet.tsx';
import { useServiceName } from './service-mark.tsx';
import { useDesk } from './view.ts';

interface Props {
  client: CounterClient;
  clock: Clock;
  device: string;
  reversed: boolean;
  onClose: () => void;
}

/** A printer of the lounge, over the desk. */
export function CounterPrinter({ device, client, ...rest }: Props) {
  const { moment, timeZone } = useDesk();
  const nameOf = useServiceName();
  const { printers } = moment.snapshot;
  const printer = printers.find((one) => one.device === device);
  if (printer === undefined) return null;
  return <PrinterSheet {...{ printer, printers, timeZone, ...rest }} printing={client.printing} serviceName={nameOf} />;
}

/** The guide by itself: who looks it up stands before any of the printers. */
export function PaperHelp({ onClose }: { onClose: () => void }) {
  const { words } = useWords();
  const { printers } = useDesk().moment.snapshot;
  return (
    <PaperGuide
      cutter={printers.every(({ cutter }) => cutter)}
      last={{ label: words.common.close, onChoose: onClose }}
      onClose={onClose}
    />
  );
}
