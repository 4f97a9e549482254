import type { BackupPlace, BackupState } from '../../../contract/backup.ts';
import type { Device, Pairing } from '../../../contract/devices.ts';
import type { DiagnosticReport, StepFinding } from '../../../contract/diagnostics.ts';
import type { DisplaySnapshot, SoundReport } from '../../../contract/display.ts';
import type { FleetState } from '../../../contract/fleet.ts';
import type { Integration } from '../../../contract/integrations.ts';
import type { LanInterface, LanState } from '../../../contract/lan.ts';
import type { LetterPrinterSettings } from '../../../contract/letter-printing.ts';
import type { MediaFolder } from '../../../contract/media.ts';
import type { KioskOutlet, PrintJobSnapshot, ProbeReport } from '../../../contract/printing.ts';
import type { UnservedTicket } from '../../../contract/queue.ts';
import type { ResidentPreview, ResidentState } from '../../../contract/residents.ts';
import type { DisposalRow, RetentionState } from '../../../contract/retention.ts';
import type { Previewed, SettingsSnapshot, SettingsVersion } from '../../../contract/settings.ts';
import type { Account } from '../../../contract/staff.ts';
import type { TrustState } from '../../../contract/trust.ts';
import type { UpdateState } from '../../../contract/updates.ts';
import type { AdminClient, DayEnd } from '../../../renderer/client/admin-client.ts';
import type { FoundPerson } from '../../../renderer/client/village-client.ts';
import { CallError, type Subscribe } from '../../../renderer/client.ts';
import { type Scene as CounterScene, standInClient as standInCounter } from '../counter/stand-in.ts';
import { posterOf } from '../display/posters.ts';
import type { OfficeScene } from './letters.ts';

/** What a picture begins with; plain data, so that the script can hand it to the page. */
export interface Scene extends CounterScene {
  page: string;
  settings: SettingsSnapshot | null;
  firstStart: boolean;
  preview: Previewed;
  history: SettingsVersion[];
  accounts: Account[];
  devices: Device[];
  outlets: KioskOutlet[];
  /** What a printer says when it is asked everything; null: it is still being asked. */
  probe: ProbeReport | null;
  programs: Integration[];
  pairing: Pairing;
  sounds: SoundReport[];
  display: DisplaySnapshot;
  lan: LanState;
  interfaces: LanInterface[];
  unserved: UnservedTicket[];
  ended: DayEnd;
  cancelled: string[];
  job: PrintJobSnapshot;
  media: MediaFolder;
  letterPrinters: LetterPrinterSettings;
  trust: TrustState;
  fleet: FleetState | string | null;
  /** Null: the hub has not told it yet; a code: it refuses to. */
  residents: ResidentState | string | null;
  /** Null: the file is on its way. */
  residentPreview: ResidentPreview | null;
  /** The file is read, whatever else is refused. */
  readAnyway: boolean;
  retention: RetentionState | string | null;
  updates: UpdateState | string | null;
  /** All of them; a page holds eight. */
  due: DisposalRow[];
  foundPerson: FoundPerson;
  office: OfficeScene;
  /** What the self-test tells; `diagnosticsEnd` null: more is still to come; a code: the link goes. */
  diagnostics: StepFinding[];
  diagnosticsEnd: string | null;
  backup: BackupState | string | null;
  places: BackupPlace[];
}

/** A client whose hub is the scene: it refuses or stays silent, and changes nothing. */
export function standInClient(scene: Scene): { client: AdminClient; lose: () => void } {
  const { client: counter, lose } = standInCounter(scene);
  const constant = <T>(value: T | null): Subscribe<T> => {
    return (listener) => {
      listener.link(true);
      if (value !== null) listener.value(value);
      return () => undefined;
    };
  };
  const answer =
    <T>(value: T) =>
    (): Promise<T> =>
      scene.refusal === null || scene.refusal === 'silence'
        ? Promise.resolve(value)
        : Promise.reject(new CallError(scene.refusal.code, scene.refusal.data));
  const settings = constant(scene.settings);
  const display = constant(scene.display);
  const told = <T>(value: T) => {
    return () => Promise.resolve(value);
  };
  const state = <T>(value: T | string | null) => {
    return (): Promise<T> => {
      if (value === null) return new Promise(() => undefined);
      return typeof value === 'string' ? Promise.reject(new CallError(value)) : Promise.resolve(value);
    };
  };
  const revision = (scene.settings?.revision ?? 0) + 1;
  const client: AdminClient = {
    ...counter,
    staff: {
      ...counter.staff,
      accounts: told(scene.accounts),
      add: answer({ personId: '' }),
      change: answer(scene.accounts[0] as Account),
      resetPin: answer({}),
    },
    backup: {
      state: state(scene.backup),
      places: told(scene.places),
      fingerprint: told({ fingerprint: '1f3a 09bc 77e2 d410' }),
      run: answer(scene.backup as BackupState),
      setSecondPath: answer(scene.backup as BackupState),
      // Made up: its check would not pass.
      newRecoveryKey: told({
        recoveryKey: '7Q4K-M2XV-9D0R-T6HB-3WNE-8ZYC-J5PA-1GSF',
        fingerprint: '1f3a 09bc 77e2 d410',
      }),
      adoptRecoveryKey: answer(scene.backup as BackupState),
      useRegencyKey: answer(scene.backup as BackupState),
      restoreChecked: answer(scene.backup as BackupState),
    },
    devices: {
      list: told(scene.devices),
      beginPairing: answer(scene.pairing),
      endPairing: answer({}),
      revoke: answer({}),
      rename: answer({}),
      setDisplay: answer({}),
      unlock: answer({}),
    },
    diagnostics: {
      run: (tell) => {
        for (const finding of scene.diagnostics) tell(finding);
        return scene.diagnosticsEnd === null
          ? new Promise(() => undefined)
          : scene.diagnosticsEnd === 'done'
            ? Promise.resolve()
            : Promise.reject(new CallError(scene.diagnosticsEnd));
      },
      report: answer<DiagnosticReport>({
        at: '2026-11-24T09:14:00+07:00',
        version: '1.0.0',
        platform: 'linux 6.1.0 x64',
        uptimeSeconds: 7_240,
        counts: {},
        steps: scene.diagnostics,
      }),
    },
    integrations: {
      list: told(scene.programs),
      // Made up, and as long as a real one.
      add: answer({ id: '', token: `anj_${'q8Jk2xYv0bWmT4nR7uLd1sEf'.repeat(2).slice(0, 43)}` }),
      replaceToken: answer({ token: `anj_${'Zt5Hs9wKc3LpXe6VbQy1MfGr'.repeat(2).slice(0, 43)}` }),
      revoke: answer({}),
    },
    lan: { interfaces: told(scene.interfaces), get: told(scene.lan), set: answer(scene.lan) },
    letterSettings: {
      get: told(scene.office.snapshot),
      villages: told(scene.office.villages),
      letter: (id) => {
        const content = scene.office.letters.find((letter) => letter.id === id);
        const listed = scene.office.snapshot.letters.find((letter) => letter.id === id);
        if (content === undefined || listed === undefined) return Promise.reject(new CallError('LETTER_UNKNOWN'));
        return Promise.resolve({
          revision: scene.office.snapshot.revision,
          content,
          own: listed.own,
          shipped: listed.shipped ? content : null,
        });
      },
      preview: told(scene.office.preview),
      history: told(scene.office.history),
      save: answer({ revision: scene.office.snapshot.revision + 1 }),
      backToShipped: answer({ revision: scene.office.snapshot.revision + 1 }),
      undo: answer({ revision: scene.office.snapshot.revision + 1 }),
    },
    queue: {
      ...counter.queue,
      unserved: told(scene.unserved),
      endDay: answer(scene.ended),
      voidRun: answer({ cancelled: scene.cancelled }),
    },
    display: {
      watch: () => display,
      sounds: told(scene.sounds),
      mute: answer({ mutedUntil: '2026-11-24T09:29:00+07:00' }),
    },
    printing: {
      ...counter.printing,
      outlets: told(scene.outlets),
      setOutlet: answer({}),
      setProfile: answer({}),
      probe:
        scene.probe === null ? () => new Promise(() => undefined) : answer({ report: scene.probe, printJobId: '' }),
    },
    letterPrinting: {
      ...counter.letterPrinting,
      settings: told(scene.letterPrinters),
      setPrinter: answer(scene.letterPrinters),
      testPage: answer({}),
    },
    media: {
      list: told(scene.media),
      remove: answer({}),
      // It is on its way for ever: that is what a picture shows.
      send: (_file, _name, sent) => {
        sent(0.42);
        return scene.refusal === null ? new Promise(() => undefined) : answer(undefined)();
      },
      // There is no film: what a browser cannot play shows nothing.
      addressOf: (file) => (file.kind === 'video' ? '/film.mp4' : posterOf(file)),
    },
    residents: {
      state: state(scene.residents),
      preview: () => {
        const { residentPreview: preview } = scene;
        if (preview === null) return new Promise(() => undefined);
        return scene.readAnyway ? Promise.resolve(preview) : answer(preview)();
      },
      commit: answer({ people: 4_861, newest: null, undoable: true }),
      undo: answer({ people: 4_820, newest: null, undoable: false }),
    },
    updates: {
      state: state(scene.updates),
      checkNow: answer(scene.updates as UpdateState),
      pause: answer(scene.updates as UpdateState),
      resume: answer(scene.updates as UpdateState),
    },
    retention: {
      state: state(scene.retention),
      due: (page) => Promise.resolve({ rows: scene.due.slice(page * 8, page * 8 + 8), total: scene.due.length }),
      exportDue: answer({ name: 'daftar-usul-musnah.csv', text: '' }),
      destroy: ({ letterIds, minutesNumber, minutesDate }) =>
        answer({ id: '', minutesNumber, minutesDate, letters: letterIds.length, at: '', by: 'Dewi Lestari' })(),
      minutes: answer({ name: 'berita-acara.pdf', pdf: '' }),
      find: () => Promise.resolve(scene.foundPerson),
      exportPerson: answer({ name: 'data-pribadi.txt', text: '' }),
      erasePerson: answer({ requests: 2, lettersKept: scene.foundPerson.letters }),
    },
    settings: {
      watch: () => settings,
      preview: answer(scene.preview),
      history: told(scene.history),
      firstStart: told({ done: !scene.firstStart }),
      save: answer({ revision }),
      undo: answer({ revision }),
      closeNow: answer({ closed: ['service-a'] }),
      reopenNow: answer({ reopened: ['service-a'] }),
      finishFirstStart: answer({}),
    },
    fleet: {
      state: state(scene.fleet),
      setAddress: answer(scene.fleet as FleetState),
      makeNow: answer(scene.fleet as FleetState),
      putAtSecondPlace: answer({ name: 'anjungan-status-35.10.05.2008-29900000.txt' }),
      answerMachine: answer(scene.fleet as FleetState),
    },
    trust: { state: told(scene.trust), take: answer(scene.trust) },
  };
  return { client, lose };
}
