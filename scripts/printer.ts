/**
 * For technicians: `npm run --silent printer -- probe tcp://192.168.1.50:9100 [--json] [--data DIR]` asks a printer what
 * it can do and prints a test slip. It goes through the running hub: most printers serve one connection at a time, and
 * the hub's is kept. The report holds nothing of any person; `--json` is the form to send to whoever helps.
 */
import type { ProbeReport } from '../contract/printing.ts';
import { askHub, CannotHelp, readOrder, tell } from './running-hub.ts';

const usage = 'npm run --silent printer -- probe ADDRESS [--json] [--data DIR]';

const proofs: Readonly<Record<ProbeReport['evidence'], string>> = {
  completion: 'it names each slip that is on the paper (GS ( H)',
  queue: 'it answers behind each slip (GS r)',
  status: 'it says afterwards that all is well (DLE EOT)',
  system: 'the operating system says when a job is finished',
  bytes: 'none: it never speaks',
  person: 'somebody looks',
};

function table(report: ProbeReport, tested: string): string {
  const { maker, model, firmware, realtime, profile } = report;
  const told = (yes: boolean) => (yes ? 'yes' : 'no');
  const rows: [string, string][] = [
    ['address', report.uri],
    ['calls itself', [maker, model, firmware].map((name) => name ?? '?').join(' / ')],
    ['condition', report.condition],
    ['DLE EOT 1-4', realtime.map((byte) => byte ?? '--').join(' ')],
    ['GS ( H', told(report.completion)],
    ['GS r', told(report.queue)],
    ['GS a', told(report.automatic)],
    ['proof', proofs[report.evidence]],
    ['set to', `${profile.dots} dots, ${profile.cutter ? 'cutter' : 'no cutter'}, ${profile.qr} QR codes`],
    ['test slip', tested],
  ];
  return rows.map(([name, value]) => `${name.padEnd(14)}${value}`).join('\n');
}

tell(async () => {
  const { words, dataFolder, json } = readOrder(usage);
  const [act, uri] = words;
  if (act !== 'probe' || uri === undefined || words.length !== 2)
    throw new CannotHelp(`say which printer. Usage: ${usage}`);
  const { status, body } = await askHub(dataFolder, 'probe', { uri });
  if (status !== 200) throw new CannotHelp((body as { message?: string } | null)?.message ?? `the hub said ${status}`);
  const { report, printJobId } = body as { report: ProbeReport; printJobId: string | null };
  if (json) return console.log(JSON.stringify(report, null, 2));
  console.log(
    table(report, printJobId === null ? 'sent to a printer that no kiosk uses' : 'queued; staff are asked about it'),
  );
});
