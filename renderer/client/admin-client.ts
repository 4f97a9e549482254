import type { ContractRouterClient } from '@orpc/contract';
import type { BackupPlace, BackupState, backup } from '../../contract/backup.ts';
import type { Device, devices } from '../../contract/devices.ts';
import type { DiagnosticReport, diagnostics, StepFinding } from '../../contract/diagnostics.ts';
import type { DisplaySnapshot, display, SoundReport } from '../../contract/display.ts';
import type { FleetState, fleet } from '../../contract/fleet.ts';
import type { Integration, integrations } from '../../contract/integrations.ts';
import type { LanInterface, LanState, lan } from '../../contract/lan.ts';
import type { LetterPrinterSettings, letterPrinting } from '../../contract/letter-printing.ts';
import type { LetterSettingsSnapshot, LetterSettingsVersion, letterSettings } from '../../contract/letter-settings.ts';
import type { MediaFile, MediaFolder, media } from '../../contract/media.ts';
import type { KioskOutlet, printing } from '../../contract/printing.ts';
import type { queue, UnservedTicket } from '../../contract/queue.ts';
import type { SettingsSnapshot, SettingsVersion, settings } from '../../contract/settings.ts';
import type { Account, staff } from '../../contract/staff.ts';
import type { TrustState, trust } from '../../contract/trust.ts';
import type { UpdateState, updates } from '../../contract/updates.ts';
import type { VillagesFile } from '../../contract/village.ts';
import { Connection, type Subscribe } from './connection.ts';
import { dialHub, dialPort } from './dial.ts';
import { mediaAddress, sendMedia } from './media-files.ts';
import { type InputOf, type OutputOf, type Presses, pressing } from './presses.ts';
import { type CounterClient, counterClient } from './staff-client.ts';
import { type VillageClient, villageClient } from './village-client.ts';

type Hub = ContractRouterClient<{
  backup: typeof backup;
  devices: typeof devices;
  diagnostics: typeof diagnostics;
  display: typeof display;
  fleet: typeof fleet;
  integrations: typeof integrations;
  lan: typeof lan;
  letterPrinting: typeof letterPrinting;
  letterSettings: typeof letterSettings;
  media: typeof media;
  printing: typeof printing;
  queue: typeof queue;
  settings: typeof settings;
  staff: typeof staff;
  trust: typeof trust;
  updates: typeof updates;
}>;
type Room<K extends keyof Hub> = Hub[K];

export type { SoundReport };
export type DayEnd = OutputOf<Room<'queue'>['endDay']>;
export type Probed = OutputOf<Room<'printing'>['probe']>;
export type LetterAtHub = OutputOf<Room<'letterSettings'>['letter']>;
export type LetterPreviewed = OutputOf<Room<'letterSettings'>['preview']>;
export type Previewed = OutputOf<Room<'settings'>['preview']>;

/**
 * What the supervisor's page may ask: all that a counter may, and what sets a lounge up. Every promise fails with a
 * `CallError` and nothing else. The functions without arguments that give a stream give the same one every time.
 */
export interface AdminClient extends CounterClient, VillageClient {
  staff: CounterClient['staff'] &
    Presses<Room<'staff'>, 'add' | 'change' | 'resetPin'> & { accounts: () => Promise<Account[]> };
  backup: Presses<
    Room<'backup'>,
    'run' | 'setSecondPath' | 'newRecoveryKey' | 'adoptRecoveryKey' | 'useRegencyKey' | 'restoreChecked'
  > & {
    state: () => Promise<BackupState>;
    places: () => Promise<BackupPlace[]>;
    fingerprint: (publicKey: string) => Promise<{ fingerprint: string }>;
  };
  devices: Presses<Room<'devices'>, 'beginPairing' | 'endPairing' | 'revoke' | 'rename' | 'setDisplay' | 'unlock'> & {
    list: () => Promise<Device[]>;
  };
  diagnostics: {
    /** Goes through the hub's self-test and tells each finding as it comes in. */
    run: (told: (finding: StepFinding) => void) => Promise<void>;
    /** The newest run as a whole. */
    report: () => Promise<DiagnosticReport>;
  };
  integrations: Presses<Room<'integrations'>, 'add' | 'replaceToken' | 'revoke'> & {
    list: () => Promise<Integration[]>;
  };
  fleet: Presses<Room<'fleet'>, 'setAddress' | 'makeNow' | 'putAtSecondPlace' | 'answerMachine'> & {
    state: () => Promise<FleetState>;
  };
  lan: Presses<Room<'lan'>, 'set'> & { interfaces: () => Promise<LanInterface[]>; get: () => Promise<LanState> };
  letterSettings: Presses<Room<'letterSettings'>, 'save' | 'backToShipped' | 'undo'> & {
    get: () => Promise<LetterSettingsSnapshot>;
    /** Of the regency, to choose the own one from. */
    villages: () => Promise<VillagesFile>;
    letter: (id: string) => Promise<LetterAtHub>;
    /** Makes the letter, which takes its time. */
    preview: (input: InputOf<Room<'letterSettings'>['preview']>) => Promise<LetterPreviewed>;
    history: () => Promise<LetterSettingsVersion[]>;
  };
  queue: CounterClient['queue'] &
    Presses<Room<'queue'>, 'endDay' | 'voidRun'> & { unserved: () => Promise<UnservedTicket[]> };
  display: Presses<Room<'display'>, 'mute'> & {
    watch: () => Subscribe<DisplaySnapshot>;
    sounds: () => Promise<SoundReport[]>;
  };
  printing: CounterClient['printing'] &
    Presses<Room<'printing'>, 'setOutlet' | 'setProfile'> & {
      outlets: () => Promise<KioskOutlet[]>;
      /** Takes some seconds; prints a test slip each time. */
      probe: (input: InputOf<Room<'printing'>['probe']>) => Promise<Probed>;
    };
  letterPrinting: CounterClient['letterPrinting'] &
    Presses<Room<'letterPrinting'>, 'setPrinter' | 'testPage'> & { settings: () => Promise<LetterPrinterSettings> };
  media: Presses<Room<'media'>, 'remove'> & {
    list: () => Promise<MediaFolder>;
    /** Over HTTP, which carries files; harmless to repeat. @param sent of the whole, 0 to 1 */
    send: (file: Blob, name: string, sent: (part: number) => void) => Promise<void>;
    addressOf: (file: MediaFile) => string;
  };
  settings: Presses<Room<'settings'>, 'save' | 'undo' | 'closeNow' | 'reopenNow' | 'finishFirstStart'> & {
    watch: () => Subscribe<SettingsSnapshot>;
    preview: (input: InputOf<Room<'settings'>['preview']>) => Promise<Previewed>;
    history: () => Promise<SettingsVersion[]>;
    firstStart: () => Promise<{ done: boolean }>;
  };
  trust: Presses<Room<'trust'>, 'take'> & { state: () => Promise<TrustState> };
  updates: Presses<Room<'updates'>, 'checkNow' | 'pause' | 'resume'> & { state: () => Promise<UpdateState> };
}

/** ms; a printer that answers to nothing is asked for longer than a call may usually take. */
const probePatience = 30_000;
/** ms; each step of the self-test has ten seconds, and they go side by side. */
const selfTestPatience = 30_000;
/** ms; the first letter after a start waits for the fonts. */
const previewPatience = 20_000;

/** The way of this page to its hub, over a MessagePort in an Electron window and a WebSocket elsewhere. Made once per page. */
export function connectPage(): Connection {
  return new Connection(window.anjungan === undefined ? dialHub(window) : dialPort(window, window.anjungan));
}

export function adminClient(connection: Connection, newKey?: () => string): AdminClient {
  const counter = counterClient(connection, newKey);
  const press = pressing<Hub>(connection, newKey);
  const call = <T>(ask: (hub: Hub, signal: AbortSignal) => Promise<T>, deadline?: number): Promise<T> =>
    connection.call((hub, signal) => ask(hub as Hub, signal), deadline);
  const stream = <T>(open: (hub: Hub, signal: AbortSignal) => Promise<AsyncIterator<T>>): Subscribe<T> =>
    connection.stream((hub, signal) => open(hub as Hub, signal));
  type B = Room<'backup'>;
  type S = Room<'staff'>;
  type D = Room<'devices'>;
  type F = Room<'fleet'>;
  type I = Room<'integrations'>;
  type LP = Room<'letterPrinting'>;
  type L = Room<'letterSettings'>;
  type P = Room<'printing'>;
  type Q = Room<'queue'>;
  type Set = Room<'settings'>;
  type U = Room<'updates'>;
  const watchDisplay = stream((hub, signal) => hub.display.watch(undefined, { signal }));
  const watchSettings = stream((hub, signal) => hub.settings.watch(undefined, { signal }));
  return {
    ...counter,
    ...villageClient(connection, newKey),
    staff: {
      ...counter.staff,
      accounts: () => call((hub, signal) => hub.staff.accounts(undefined, { signal })),
      add: press<S['add']>((hub, input, signal) => hub.staff.add(input, { signal })),
      change: press<S['change']>((hub, input, signal) => hub.staff.change(input, { signal })),
      resetPin: press<S['resetPin']>((hub, input, signal) => hub.staff.resetPin(input, { signal })),
    },
    backup: {
      state: () => call((hub, signal) => hub.backup.state(undefined, { signal })),
      fingerprint: (publicKey) => call((hub, signal) => hub.backup.fingerprint({ publicKey }, { signal })),
      places: () => call((hub, signal) => hub.backup.places(undefined, { signal })),
      run: press<B['run']>((hub, input, signal) => hub.backup.run(input, { signal })),
      setSecondPath: press<B['setSecondPath']>((hub, input, signal) => hub.backup.setSecondPath(input, { signal })),
      newRecoveryKey: press<B['newRecoveryKey']>((hub, input, signal) => hub.backup.newRecoveryKey(input, { signal })),
      adoptRecoveryKey: press<B['adoptRecoveryKey']>((hub, input, signal) =>
        hub.backup.adoptRecoveryKey(input, { signal }),
      ),
      useRegencyKey: press<B['useRegencyKey']>((hub, input, signal) => hub.backup.useRegencyKey(input, { signal })),
      restoreChecked: press<B['restoreChecked']>((hub, input, signal) => hub.backup.restoreChecked(input, { signal })),
    },
    devices: {
      list: () => call((hub, signal) => hub.devices.list(undefined, { signal })),
      beginPairing: press<D['beginPairing']>((hub, input, signal) => hub.devices.beginPairing(input, { signal })),
      endPairing: press<D['endPairing']>((hub, input, signal) => hub.devices.endPairing(input, { signal })),
      revoke: press<D['revoke']>((hub, input, signal) => hub.devices.revoke(input, { signal })),
      rename: press<D['rename']>((hub, input, signal) => hub.devices.rename(input, { signal })),
      setDisplay: press<D['setDisplay']>((hub, input, signal) => hub.devices.setDisplay(input, { signal })),
      unlock: press<D['unlock']>((hub, input, signal) => hub.devices.unlock(input, { signal })),
    },
    diagnostics: {
      run: (told) =>
        call(async (hub, signal) => {
          for await (const finding of await hub.diagnostics.run(undefined, { signal })) told(finding);
        }, selfTestPatience),
      report: () => call((hub, signal) => hub.diagnostics.report(undefined, { signal }), selfTestPatience),
    },
    integrations: {
      list: () => call((hub, signal) => hub.integrations.list(undefined, { signal })),
      add: press<I['add']>((hub, input, signal) => hub.integrations.add(input, { signal })),
      replaceToken: press<I['replaceToken']>((hub, input, signal) => hub.integrations.replaceToken(input, { signal })),
      revoke: press<I['revoke']>((hub, input, signal) => hub.integrations.revoke(input, { signal })),
    },
    fleet: {
      state: () => call((hub, signal) => hub.fleet.state(undefined, { signal })),
      setAddress: press<F['setAddress']>((hub, input, signal) => hub.fleet.setAddress(input, { signal })),
      makeNow: press<F['makeNow']>((hub, input, signal) => hub.fleet.makeNow(input, { signal })),
      putAtSecondPlace: press<F['putAtSecondPlace']>((hub, input, signal) =>
        hub.fleet.putAtSecondPlace(input, { signal }),
      ),
      answerMachine: press<F['answerMachine']>((hub, input, signal) => hub.fleet.answerMachine(input, { signal })),
    },
    lan: {
      interfaces: () => call((hub, signal) => hub.lan.interfaces(undefined, { signal })),
      get: () => call((hub, signal) => hub.lan.get(undefined, { signal })),
      set: press<Room<'lan'>['set']>((hub, input, signal) => hub.lan.set(input, { signal })),
    },
    letterSettings: {
      get: () => call((hub, signal) => hub.letterSettings.get(undefined, { signal })),
      villages: () => call((hub, signal) => hub.letterSettings.villages(undefined, { signal })),
      letter: (id) => call((hub, signal) => hub.letterSettings.letter({ id }, { signal })),
      preview: (input) => call((hub, signal) => hub.letterSettings.preview(input, { signal }), previewPatience),
      history: () => call((hub, signal) => hub.letterSettings.history(undefined, { signal })),
      save: press<L['save']>((hub, input, signal) => hub.letterSettings.save(input, { signal })),
      backToShipped: press<L['backToShipped']>((hub, input, signal) =>
        hub.letterSettings.backToShipped(input, { signal }),
      ),
      undo: press<L['undo']>((hub, input, signal) => hub.letterSettings.undo(input, { signal })),
    },
    queue: {
      ...counter.queue,
      unserved: () => call((hub, signal) => hub.queue.unserved(undefined, { signal })),
      endDay: press<Q['endDay']>((hub, input, signal) => hub.queue.endDay(input, { signal })),
      voidRun: press<Q['voidRun']>((hub, input, signal) => hub.queue.voidRun(input, { signal })),
    },
    display: {
      watch: () => watchDisplay,
      sounds: () => call((hub, signal) => hub.display.sounds(undefined, { signal })),
      mute: press<Room<'display'>['mute']>((hub, input, signal) => hub.display.mute(input, { signal })),
    },
    printing: {
      ...counter.printing,
      outlets: () => call((hub, signal) => hub.printing.outlets(undefined, { signal })),
      setOutlet: press<P['setOutlet']>((hub, input, signal) => hub.printing.setOutlet(input, { signal })),
      setProfile: press<P['setProfile']>((hub, input, signal) => hub.printing.setProfile(input, { signal })),
      probe: (input) => call((hub, signal) => hub.printing.probe(input, { signal }), probePatience),
    },
    letterPrinting: {
      ...counter.letterPrinting,
      settings: () => call((hub, signal) => hub.letterPrinting.settings(undefined, { signal })),
      setPrinter: press<LP['setPrinter']>((hub, input, signal) => hub.letterPrinting.setPrinter(input, { signal })),
      testPage: press<LP['testPage']>((hub, input, signal) => hub.letterPrinting.testPage(input, { signal })),
    },
    media: {
      list: () => call((hub, signal) => hub.media.list(undefined, { signal })),
      remove: press<Room<'media'>['remove']>((hub, input, signal) => hub.media.remove(input, { signal })),
      send: sendMedia,
      addressOf: mediaAddress,
    },
    settings: {
      watch: () => watchSettings,
      preview: (input) => call((hub, signal) => hub.settings.preview(input, { signal })),
      history: () => call((hub, signal) => hub.settings.history(undefined, { signal })),
      firstStart: () => call((hub, signal) => hub.settings.firstStart(undefined, { signal })),
      save: press<Set['save']>((hub, input, signal) => hub.settings.save(input, { signal })),
      undo: press<Set['undo']>((hub, input, signal) => hub.settings.undo(input, { signal })),
      closeNow: press<Set['closeNow']>((hub, input, signal) => hub.settings.closeNow(input, { signal })),
      reopenNow: press<Set['reopenNow']>((hub, input, signal) => hub.settings.reopenNow(input, { signal })),
      finishFirstStart: press<Set['finishFirstStart']>((hub, input, signal) =>
        hub.settings.finishFirstStart(input, { signal }),
      ),
    },
    trust: {
      state: () => call((hub, signal) => hub.trust.state(undefined, { signal })),
      take: press<Room<'trust'>['take']>((hub, input, signal) => hub.trust.take(input, { signal })),
    },
    updates: {
      state: () => call((hub, signal) => hub.updates.state(undefined, { signal })),
      checkNow: press<U['checkNow']>((hub, input, signal) => hub.updates.checkNow(input, { signal })),
      pause: press<U['pause']>((hub, input, signal) => hub.updates.pause(input, { signal })),
      resume: press<U['resume']>((hub, input, signal) => hub.updates.resume(input, { signal })),
    },
  };
}
