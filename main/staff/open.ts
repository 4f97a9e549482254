import type { Actor } from '../../contract/principal.ts';
import { Audit } from '../store/audit.ts';
import type { Store } from '../store/open.ts';
import type { RequestKeys } from '../store/request-keys.ts';
import { AccountStore } from './account-store.ts';
import { Accounts } from './accounts.ts';
import { Callers } from './callers.ts';
import { DeviceLocks } from './device-locks.ts';
import { DeviceStore } from './device-store.ts';
import { Devices } from './devices.ts';
import { Doorkeeper } from './doorkeeper.ts';
import { IntegrationStore } from './integration-store.ts';
import { Integrations } from './integrations.ts';
import { keepMaintenancePin } from './maintenance-pin.ts';
import { Pairing, type Whereabouts } from './pairing.ts';
import { PinGate } from './pin-gate.ts';
import { PinHashes } from './pin-hashes.ts';
import { SetUpCodes } from './set-up-codes.ts';
import { SignInStore } from './sign-in-store.ts';
import { SignIns, type Work } from './sign-ins.ts';
import { Signals } from './signals.ts';
import { Signers } from './signers.ts';
import { Staff } from './staff.ts';
import { Tokens } from './tokens.ts';

export interface StaffRoom {
  readonly store: Store;
  readonly keys: RequestKeys;
  readonly clock: { wall(): number; tick(): number };
  readonly ids: { next(): string };
  readonly dataFolder: string;
  readonly iso: (wall: number) => string;
  readonly where: () => Whereabouts;
  readonly showSetUpCode: (code: string) => void;
  /** What a person does at their counter; null when they hold none. */
  readonly atWork: (personId: string) => Work | null;
  /** A display is to show something else from now on, or to call louder or softer. */
  readonly displaySet: () => void;
  /** A machine was turned away. */
  readonly turnedAway: (device: string) => void;
  /**
   * Somebody has signed in or out, or their time was over; called inside the transaction that says so.
   * @param away whether an id is a person's who is signed in nowhere
   */
  readonly cameOrWent: (by: Actor, away: (id: string) => boolean) => void;
  /** A fault while nobody was there to be told. */
  readonly report: (error: unknown) => void;
}

const keepSeenMs = 300_000;

/** Builds the staff's part of the lounge: who works here, who sits where, and which machines are let in. */
export function openStaff(room: StaffRoom) {
  const { store, keys, clock, ids, iso, atWork, cameOrWent, report } = room;
  const { db } = store;
  const audit = new Audit(db, clock);
  const signals = new Signals();
  const accounts = new AccountStore(db);
  const deviceStore = new DeviceStore(db);
  const locks = new DeviceLocks(db, clock);
  const hashes = new PinHashes();
  const tokens = new Tokens(deviceStore, clock);
  const setUpCodes = new SetUpCodes({ clock, needed: () => accounts.supervisors() === 0, show: room.showSetUpCode });
  const signIns = new SignIns({
    store,
    signIns: new SignInStore(db),
    audit,
    signals,
    clock,
    atWork,
    cameOrWent,
    report,
  });
  const pairing = new Pairing({
    store,
    devices: deviceStore,
    tokens,
    setUp: setUpCodes,
    audit,
    clock,
    ids,
    iso,
    where: room.where,
  });
  const devices = new Devices({
    devices: deviceStore,
    keys,
    locks,
    pairing,
    signIns,
    audit,
    signals,
    clock,
    iso,
    displaySet: room.displaySet,
    turnedAway: room.turnedAway,
  });
  const people = new Accounts({ accounts, keys, hashes, signIns, audit, signals, ids, iso });
  const gate = new PinGate({ store, accounts, locks, hashes, audit, signals, clock });
  const staff = new Staff({
    accounts,
    people,
    devices,
    signIns,
    locks,
    gate,
    hashes,
    setUpCodes,
    keys,
    audit,
    signals,
    clock,
    iso,
    atWork,
    keepMaintenancePin: (pinHash) => keepMaintenancePin(room.dataFolder, pinHash),
  });
  const integrations = new Integrations({
    store,
    integrations: new IntegrationStore(db),
    keys,
    audit,
    ids,
    clock,
    iso,
    nameOf: (person) => people.nameOf(person),
  });
  const keepSeen = () => {
    try {
      devices.keepSeen();
    } catch (error) {
      report(error);
    }
  };
  const seen = setInterval(keepSeen, keepSeenMs).unref();
  return {
    staff,
    people,
    devices,
    integrations,
    audit,
    signers: new Signers(accounts, gate),
    callers: new Callers({ devices, signIns, signals, tokens, integrations }),
    doorkeeper: new Doorkeeper({ store, pairing, tokens, setUpCodes, audit }),
    close: () => {
      clearInterval(seen);
      keepSeen();
      signIns.close();
    },
  };
}
