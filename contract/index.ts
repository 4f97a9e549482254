import { lounge } from './lounge.ts';
import { printing } from './printing.ts';
import { queue } from './queue.ts';

/** Everything that crosses a process or the network. */
export const contract = { lounge, printing, queue };
export type Contract = typeof contract;
