import { join } from 'node:path';
import { describe } from 'vitest';
import { describeSlips, onCable } from './cable-suite.ts';
import { dialSerial } from './serial.ts';
import { describeTransport } from './transport-suite.ts';

const at = (baud: number) => (folder: string) => dialSerial({ device: join(folder, 'ttyUSB0'), baud });

describe.runIf(process.platform === 'linux')('by the terminals of Linux', () => {
  describeTransport('a printer on a serial cable', () => onCable('ttyUSB0', at(115_200)));
  describeSlips('a serial cable', 'ttyUSB0', at(9600));
});
