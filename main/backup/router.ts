import type { Api } from '../api.ts';
import type { Backups } from './backups.ts';

/** The part of the API about backups. */
export function backupRouter(api: Api['backup'], backups: Backups) {
  return api.router({
    state: api.state.handler(() => backups.state()),
    run: api.run.handler(({ input, context }) => backups.run(context.by, input)),
    setSecondPath: api.setSecondPath.handler(({ input, context }) => backups.setSecondPath(context.by, input)),
    places: api.places.handler(() => backups.places()),
    restoreChecked: api.restoreChecked.handler(({ input, context }) => backups.restoreChecked(context.by, input)),
    newRecoveryKey: api.newRecoveryKey.handler(({ input, context }) => backups.newRecoveryKey(context.by, input)),
    adoptRecoveryKey: api.adoptRecoveryKey.handler(({ input, context }) => backups.adoptRecoveryKey(context.by, input)),
    fingerprint: api.fingerprint.handler(({ input }) => backups.fingerprint(input)),
    useRegencyKey: api.useRegencyKey.handler(({ input, context }) => backups.useRegencyKey(context.by, input)),
  });
}
