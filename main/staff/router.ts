import type { Api } from '../api.ts';
import type { Accounts } from './accounts.ts';
import type { Devices } from './devices.ts';
import type { Integrations } from './integrations.ts';
import type { Staff } from './staff.ts';

/** The staff's part of the API. */
export function staffRouter(api: Api['staff'], staff: Staff, accounts: Accounts) {
  return api.router({
    watch: api.watch.handler(({ context, signal }) => staff.live(context.by.device).watch(signal)),
    people: api.people.handler(() => accounts.people()),
    setUp: api.setUp.handler(({ input, context }) => staff.setUp(context.by, input)),
    signIn: api.signIn.handler(({ input, context }) => staff.signIn(context.by, input)),
    unlock: api.unlock.handler(({ input, context }) => staff.unlock(context.by, input)),
    signOut: api.signOut.handler(({ input, context }) => staff.signOut(context.by, input)),
    lock: api.lock.handler(({ input, context }) => staff.lock(context.by, input)),
    stay: api.stay.handler(({ context }) => staff.stay(context.by)),
    changePin: api.changePin.handler(({ input, context }) => staff.changePin(context.by, input)),
    accounts: api.accounts.handler(() => accounts.list()),
    add: api.add.handler(({ input, context }) => accounts.add(context.by, input)),
    change: api.change.handler(({ input, context }) => accounts.change(context.by, input)),
    resetPin: api.resetPin.handler(({ input, context }) => accounts.resetPin(context.by, input)),
  });
}

/** The machines' part of the API. */
export function devicesRouter(api: Api['devices'], devices: Devices) {
  return api.router({
    list: api.list.handler(() => devices.list()),
    beginPairing: api.beginPairing.handler(({ input, context }) => devices.beginPairing(context.by, input)),
    endPairing: api.endPairing.handler(({ input, context }) => devices.endPairing(context.by, input)),
    revoke: api.revoke.handler(({ input, context }) => devices.revoke(context.by, input)),
    rename: api.rename.handler(({ input, context }) => devices.rename(context.by, input)),
    setDisplay: api.setDisplay.handler(({ input, context }) => devices.setDisplay(context.by, input)),
    unlock: api.unlock.handler(({ input, context }) => devices.unlock(context.by, input)),
  });
}

/** The part of the API about programs that ask over REST. */
export function integrationsRouter(api: Api['integrations'], integrations: Integrations) {
  return api.router({
    list: api.list.handler(() => integrations.list()),
    add: api.add.handler(({ input, context }) => integrations.add(context.by, input)),
    replaceToken: api.replaceToken.handler(({ input, context }) => integrations.replaceToken(context.by, input)),
    revoke: api.revoke.handler(({ input, context }) => integrations.revoke(context.by, input)),
  });
}
