import { ORPCError } from '@orpc/client';
import { createRoot } from 'react-dom/client';
import { MaintenanceApp } from '../../../renderer/maintenance/app.tsx';
import type { MaintenanceClient } from '../../../renderer/maintenance/client.ts';
import type { Scene } from './scenes.ts';
import '../../../renderer/ui/tokens.css';

/** The maintenance screen with a machine of paper. Never part of the product's bundle. */

const element = document.getElementById('root');
if (element === null) throw new Error('index.html has no #root');
const place = element;
let root = createRoot(place);

function refusal(code: string, data: unknown): Error {
  return new ORPCError(code, { data });
}

const lines = Array.from({ length: 60 }, (_, line) => ({
  at: new Date(Date.parse('2026-11-24T02:14:00.000Z') - line * 61_000).toISOString(),
  level: line % 9 === 4 ? 'error' : line % 5 === 2 ? 'warn' : 'info',
  text:
    line % 9 === 4
      ? `the page had a mishap {"mishap":{"kind":"gone","reason":"crashed"}}`
      : 'the hub cannot be reached {}',
}));

/** Begins anew with another scene: as good as a fresh page, and much faster. */
function show({ door, state, backups, refused }: Scene): void {
  const client = {
    door: async () => door,
    unlock: async () => {
      if (refused === 'pin') throw refusal('PIN_WRONG', { retrySeconds: 40 });
    },
    leave: async () => undefined,
    stay: async () => undefined,
    state: async () => state,
    log: async () => lines,
    selfTest: async () =>
      (async function* () {
        yield { step: 'storage', verdict: 'good', finding: 'storage_ok', figures: { megabytes: 41_300 } };
      })(),
    backups: async () => backups,
    restore: async () => {
      if (refused === 'restore')
        throw refusal('RESTORE_FAILED', {
          why: 'This backup is for the recovery key 1f3a 09bc 77e2 d410; the one typed is 77e2 d410 1f3a 09bc.',
        });
      return { aside: '/var/lib/anjungan/before-restore-1' };
    },
    act: async () => {
      throw refusal('ACT_FAILED', null);
    },
  } as unknown as MaintenanceClient;
  root.unmount();
  root = createRoot(place);
  root.render(<MaintenanceApp client={client} />);
}
// Nothing on this page waits for a time of its own.
Object.assign(window, { show, controls: { step: () => undefined } });
