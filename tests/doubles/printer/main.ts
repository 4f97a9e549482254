/**
 * A printer for developers: `node tests/doubles/printer/main.ts --port 9100` shows every slip as it is cut.
 * Keys: p paper out, n near end, c cover open, j cutter jam, h head hot (again mends it); m mute; q quit.
 */
import { parseArgs } from 'node:util';
import { picture } from './decoder.ts';
import { type Faults, SimulatedPrinter } from './simulator.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '9100' },
    host: { type: 'string', default: '127.0.0.1' },
    columns: { type: 'string', default: '48' },
  },
});

const printer = await SimulatedPrinter.listen({
  host: values.host,
  port: Number(values.port),
  onCut: (slip) => console.log(`${picture(slip, Number(values.columns))}\n`),
});
console.log(`printer ready at ${printer.uri}`);

const keys: Readonly<Record<string, keyof Faults>> = {
  p: 'paperOut',
  n: 'nearEnd',
  c: 'coverOpen',
  j: 'cutterJam',
  h: 'headHot',
};
const on = new Set<string>();

if (process.stdin.isTTY) {
  process.stdin.setRawMode(true);
  process.stdin.on('data', (typed) => {
    const key = typed.toString();
    if (key === 'q' || key === '\u0003') process.exit();
    if (!on.delete(key)) on.add(key);
    const fault = keys[key];
    if (fault !== undefined) printer.set({ [fault]: on.has(key) });
    if (key === 'm') printer.behave({ mute: on.has(key) });
    console.log([...on].map((name) => keys[name] ?? name).join(', ') || 'in order');
  });
}
