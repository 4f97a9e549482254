import { counters } from './counters.ts';
import { devices } from './devices.ts';
import { display } from './display.ts';
import { documents } from './documents.ts';
import { integrations } from './integrations.ts';
import { lan } from './lan.ts';
import { lounge } from './lounge.ts';
import { media } from './media.ts';
import { printing } from './printing.ts';
import { queue } from './queue.ts';
import { settings } from './settings.ts';
import { staff } from './staff.ts';
import { statistics } from './statistics.ts';

/** Everything that crosses a process or the network. */
export const contract = {
  integrations,
  counters,
  devices,
  display,
  documents,
  lan,
  lounge,
  media,
  printing,
  queue,
  settings,
  staff,
  statistics,
};
export type Contract = typeof contract;
