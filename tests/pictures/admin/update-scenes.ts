import type { UpdateState } from '../../../contract/updates.ts';
import type { Hand, Picture } from '../gallery.ts';
import { updateState } from './data.ts';
import { on } from './hands.ts';
import type { Scene } from './stand-in.ts';

/** The page is a part that is loaded when it is opened. */
const loaded = (hand: Hand) => hand.page.locator('main h2').first().waitFor({ timeout: 8_000 });
const at = (over: Partial<UpdateState> = {}) => on('updates', { updates: { ...updateState, ...over } });

export const updates: readonly Picture<Scene>[] = [
  { name: 'updates', scene: at(), steps: loaded },
  {
    name: 'updates-offered',
    scene: at({
      lastCheck: { at: '2026-11-24T08:02:00+07:00', answer: 'waiting' },
      offered: { version: '1.5.0', waitsFor: 'outside_quiet_hours' },
    }),
    steps: loaded,
  },
  {
    name: 'updates-paused',
    scene: at({
      offered: { version: '1.5.0', waitsFor: 'paused' },
      pausedUntil: '2026-11-27T09:14:00+07:00',
    }),
    steps: loaded,
  },
  {
    name: 'updates-failed',
    scene: at({
      failed: ['1.5.0'],
      lastCheck: { at: '2026-11-24T08:02:00+07:00', answer: 'failed_here' },
    }),
    steps: loaded,
  },
  { name: 'updates-probation', scene: at({ onProbation: true, lastCheck: null }), steps: loaded },
  {
    name: 'updates-none',
    scene: at({ off: 'not_set_up', channel: null, server: null, quietHours: null, lastCheck: null }),
    steps: loaded,
  },
  {
    name: 'updates-wrong',
    scene: at({
      off: 'settings_wrong',
      wrong: 'feedUrl: must be an https:// address without user, query or fragment',
      channel: null,
      server: null,
      quietHours: null,
      lastCheck: null,
    }),
    steps: loaded,
  },
  { name: 'updates-waiting', scene: on('updates', { updates: null }) },
  { name: 'updates-unreachable', scene: on('updates', { updates: 'UNREACHABLE' }) },
];
