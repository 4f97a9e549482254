import type { Device, Pairing } from '../../../contract/devices.ts';
import type { DisplaySnapshot, SoundReport } from '../../../contract/display.ts';
import type { Integration } from '../../../contract/integrations.ts';
import type { LanInterface, LanState } from '../../../contract/lan.ts';
import type { MediaFolder } from '../../../contract/media.ts';
import type { KioskOutlet, PrintJobSnapshot, ProbeReport } from '../../../contract/printing.ts';
import type { UnservedTicket } from '../../../contract/queue.ts';
import type { Previewed, SettingsSnapshot, SettingsVersion } from '../../../contract/settings.ts';
import type { Account } from '../../../contract/staff.ts';
import type { AdminClient, DayEnd } from '../../../renderer/client/admin-client.ts';
import { CallError, type Subscribe } from '../../../renderer/client.ts';
import { type Scene as CounterScene, standInClient as standInCounter } from '../counter/stand-in.ts';
import { posterOf } from '../display/posters.ts';

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
    devices: {
      list: told(scene.devices),
      beginPairing: answer(scene.pairing),
      endPairing: answer({}),
      revoke: answer({}),
      rename: answer({}),
      setDisplay: answer({}),
      unlock: answer({}),
    },
    integrations: {
      list: told(scene.programs),
      // Made up, and as long as a real one.
      add: answer({ id: '', token: `anj_${'q8Jk2xYv0bWmT4nR7uLd1sEf'.repeat(2).slice(0, 43)}` }),
      replaceToken: answer({ token: `anj_${'Zt5Hs9wKc3LpXe6VbQy1MfGr'.repeat(2).slice(0, 43)}` }),
      revoke: answer({}),
    },
    lan: { interfaces: told(scene.interfaces), get: told(scene.lan), set: answer(scene.lan) },
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
  };
  return { client, lose };
}
