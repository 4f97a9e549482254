import { CharacterSet, PrinterTypes, ThermalPrinter } from 'node-thermal-printer';
import { encodeTicket } from '../../main/printing/encode.ts';
import { usualProfile } from '../../main/printing/paper.ts';
import type { TicketSlip } from '../../main/printing/slip.ts';
import { bytesOf } from '../printing/golden-slips.ts';
import { sampleSlip } from '../printing/sample-slip.ts';
import { bar, type Figure, figure, interleave, pairedRatio, timed } from './measure.ts';

/** One slip takes less than a tenth of a millisecond: too short to be timed alone. */
const slipsASample = 20;

/** From the facts of a ticket to its bytes: words, layout, folding, checks and commands. */
export async function slipBuild(): Promise<Figure> {
  const profile = usualProfile(80);
  let turn = 0;
  const each = (build: (slip: TicketSlip) => Buffer) => () => {
    turn += 1;
    const slips = Array.from({ length: slipsASample }, (_, at) => slipOf(turn * slipsASample + at));
    const ms = timed(() => {
      for (const slip of slips) build(slip);
    });
    return ms / slipsASample;
  };
  const samples = await interleave(
    {
      floor: each(builtByLibrary),
      ours: each((slip) => bytesOf(encodeTicket(slip, profile))),
    },
    { rounds: 500, warmUp: 100 },
  );
  const bytes = bytesOf(encodeTicket(slipOf(17), profile)).length;
  const ratio = pairedRatio(samples.ours, samples.floor);
  return figure(
    'slip-build',
    {
      what: "from a ticket's facts to the bytes of its slip",
      floorIs: 'node-thermal-printer alone, given every line in its final words',
    },
    samples.ours,
    samples.floor,
    {
      ratio,
      bars: [bar('ratio to the floor', ratio, 1.3), bar('bytes of a slip', bytes, 650)],
      also: { 'bytes by the floor': builtByLibrary(slipOf(17)).length },
    },
  );
}

function slipOf(turn: number): TicketSlip {
  return sampleSlip({ number: `A${String(turn % 1000).padStart(3, '0')}`, peopleAhead: turn % 40 });
}

/** The same lines as somebody writes them who follows the library's readme; nothing is worded, sized or checked. */
function builtByLibrary({ office, place, service, number, peopleAhead, ticketId, complaints }: TicketSlip): Buffer {
  const printer = new ThermalPrinter({
    type: PrinterTypes.EPSON,
    characterSet: CharacterSet.PC437_USA,
  } as ConstructorParameters<typeof ThermalPrinter>[0]);
  printer.alignCenter();
  printer.bold(true);
  printer.setTextDoubleHeight();
  printer.println(office);
  printer.setTextNormal();
  printer.bold(false);
  printer.println(place);
  printer.newLine();
  printer.bold(true);
  printer.setTextQuadArea();
  printer.println(service);
  printer.setTextNormal();
  printer.bold(false);
  printer.newLine();
  printer.println('Nomor antrean Anda');
  printer.bold(true);
  printer.setTextSize(7, 7);
  printer.println(number);
  printer.setTextNormal();
  printer.newLine();
  printer.setTextDoubleHeight();
  printer.println(`${peopleAhead} orang di depan Anda`);
  printer.bold(false);
  printer.println('Kira-kira 20-30 menit');
  printer.setTextNormal();
  printer.newLine();
  printer.println('Siapkan: KTP dan Kartu Keluarga');
  printer.newLine();
  printer.println('Selasa, 24 November 2026, pukul 09.14');
  printer.newLine();
  printer.printQR(`ANJ1:${ticketId}`, { cellSize: 6, correction: 'M', model: 2 });
  printer.newLine();
  printer.println('Jika terlewat, tunjukkan kertas ini di loket.');
  printer.println('Nomor bisa dipanggil tidak berurutan.');
  printer.newLine();
  printer.println(`Pengaduan: ${complaints}`);
  printer.partialCut();
  return printer.getBuffer();
}
