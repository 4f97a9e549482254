import type { PrinterProfile, ProbeReport } from '../../../contract/printing.ts';
import type { Catalogue } from '../../i18n/staff.ts';
import type { SavedFile } from '../../staff/save-file.ts';

/** What a printer said of itself, to be read here and to be sent to somebody who helps from afar. */

/** "EPSON TM-T82III, perangkat lunak 1.05". */
export function makerWords({ admin }: Catalogue, { maker, model, firmware }: ProbeReport): string {
  const said = admin.machines.probe.report;
  const name = [maker, model].filter((part) => part !== null).join(' ') || said.unnamed;
  return firmware === null ? name : `${name}, ${said.firmware(firmware)}`;
}

/** "576 titik, dengan pemotong, QR digambar printer". */
export function profileWords({ admin }: Catalogue, { dots, cutter, qr }: PrinterProfile): string {
  const said = admin.machines.profile;
  return [said.dotsOf(dots), cutter ? said.withCutter : said.withoutCutter, `QR: ${said.qrs[qr].toLowerCase()}`].join(
    ', ',
  );
}

/** Everything that it answers to; a sentence when that is nothing. */
export function answersWords({ admin }: Catalogue, { realtime, queue, completion, automatic }: ProbeReport): string {
  const said = admin.machines.probe.report;
  const heard = realtime.filter((answer) => answer !== null).length;
  const answers = [
    heard > 0 ? said.realtime(heard) : null,
    queue ? said.queue : null,
    completion ? said.completion : null,
    automatic ? said.automatic : null,
  ].filter((answer) => answer !== null);
  return answers.length === 0 ? said.nothing : answers.join(', ');
}

/** The whole report as the hub gave it. @param device id of the kiosk */
export function reportFile(device: string, report: ProbeReport): SavedFile {
  return {
    name: `anjungan-printer-${device.replaceAll(/[^\w-]/g, '_')}-${report.at.slice(0, 10)}.json`,
    content: new Blob([JSON.stringify(report, null, 2)], { type: 'application/json' }),
  };
}
