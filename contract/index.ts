import { counters } from './counters.ts';
import { devices } from './devices.ts';
import { display } from './display.ts';
import { lan } from './lan.ts';
import { lounge } from './lounge.ts';
import { printing } from './printing.ts';
import { queue } from './queue.ts';
import { staff } from './staff.ts';

/** Everything that crosses a process or the network. */
export const contract = { counters, devices, display, lan, lounge, printing, queue, staff };
export type Contract = typeof contract;
