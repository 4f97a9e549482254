import type { Finding, StepFinding, StepVerdict } from '../../../contract/diagnostics.ts';

const found = (
  step: StepFinding['step'],
  verdict: StepVerdict,
  finding: Finding,
  figures: StepFinding['figures'] = {},
): StepFinding => ({ step, verdict, finding, figures });

/** A hub on which all is well, and nobody has stood before it yet. */
export const well: StepFinding[] = [
  found('storage', 'good', 'storage_ok', { megabytes: 48_213 }),
  found('database', 'good', 'database_ok', { megabytes: 41 }),
  found('clock', 'good', 'clock_ok'),
  found('network', 'good', 'network_ok', { networks: 1, address: '192.168.1.10' }),
  found('hub', 'good', 'hub_open', { port: 4781 }),
  found('printer', 'good', 'printer_ready', { printers: 2 }),
  found('sound', 'ask', 'sound_ask'),
  found('display', 'ask', 'display_ask'),
  found('touch', 'ask', 'touch_ask'),
  found('update', 'good', 'update_current', { hours: 3 }),
];

/** Everything that could be wrong is, in the longest words. */
export const broken: StepFinding[] = [
  found('storage', 'bad', 'storage_full', { megabytes: 0 }),
  found('database', 'bad', 'database_damaged'),
  found('clock', 'bad', 'clock_off', { minutes: 1_440 }),
  found('network', 'attention', 'network_no_gateway', { networks: 1 }),
  found('hub', 'bad', 'hub_lan_failed'),
  found('printer', 'bad', 'printer_needs_check', { printers: 2 }),
  found('sound', 'ask', 'sound_ask'),
  found('display', 'ask', 'display_ask'),
  found('touch', 'ask', 'touch_ask'),
  found('update', 'attention', 'update_stale', { days: 21 }),
];

/** A machine that is paired with a hub which it cannot reach. */
export const astray: StepFinding[] = [
  found('storage', 'attention', 'storage_low', { megabytes: 412 }),
  found('database', 'not_here', 'not_here'),
  found('clock', 'bad', 'step_failed'),
  found('network', 'bad', 'network_needed'),
  found('hub', 'bad', 'hub_unreachable'),
  found('printer', 'not_here', 'printer_at_hub'),
  found('sound', 'ask', 'sound_ask'),
  found('display', 'ask', 'display_ask'),
  found('touch', 'ask', 'touch_ask'),
  found('update', 'not_here', 'update_not_set_up'),
];
