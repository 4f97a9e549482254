import { backup } from './backup.ts';
import { counters } from './counters.ts';
import { devices } from './devices.ts';
import { diagnostics } from './diagnostics.ts';
import { display } from './display.ts';
import { documents } from './documents.ts';
import { fleet } from './fleet.ts';
import { integrations } from './integrations.ts';
import { lan } from './lan.ts';
import { letterPrinting } from './letter-printing.ts';
import { letterSettings } from './letter-settings.ts';
import { lounge } from './lounge.ts';
import { media } from './media.ts';
import { printing } from './printing.ts';
import { queue } from './queue.ts';
import { residents } from './residents.ts';
import { retention } from './retention.ts';
import { settings } from './settings.ts';
import { staff } from './staff.ts';
import { statistics } from './statistics.ts';
import { trust } from './trust.ts';
import { updates } from './updates.ts';

/** Everything that crosses a process or the network. */
export const contract = {
  backup,
  integrations,
  counters,
  devices,
  diagnostics,
  display,
  documents,
  fleet,
  lan,
  letterSettings,
  letterPrinting,
  lounge,
  media,
  printing,
  queue,
  residents,
  retention,
  settings,
  staff,
  statistics,
  trust,
  updates,
};
export type Contract = typeof contract;
