/** A hub whose printer prints so many numbers, one after the other: for whoever counts what that costs the machine. */
import { setTimeout as sleep } from 'node:timers/promises';
import { SimulatedPrinter } from '../doubles/printer/simulator.ts';
import { earlyToday, makeDataFolder, openBenchLounge, take } from './bench-lounge.ts';

const numbers = Number(process.argv[2]);
const printer = await SimulatedPrinter.listen();
const lounge = openBenchLounge(makeDataFolder(), { printer: printer.uri, time: earlyToday() });
const done = lounge.db.prepare<[], number>("SELECT count(*) FROM print_job WHERE state = 'done'").pluck();
while (lounge.printers()[0]?.condition !== 'ready') await sleep(20);
// Until it is known what the printer answers.
await sleep(500);
for (let turn = 1; turn <= numbers; turn += 1) {
  take(lounge, turn);
  while ((done.get() ?? 0) < turn) await sleep(2);
}
await lounge.close();
await printer.switchOff();
console.log(JSON.stringify({ printed: printer.slips.length }));
