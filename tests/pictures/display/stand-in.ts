import type { DisplaySnapshot, SoundState } from '../../../contract/display.ts';
import type { MediaItem } from '../../../contract/media.ts';
import type { DisplayClient } from '../../../renderer/client/display-client.ts';
import type { Subscribe } from '../../../renderer/client.ts';
import type { Memory } from '../../../renderer/voice/announcer.ts';

/** What a picture begins with; plain data, so that the script can hand it to the page. */
export interface Scene {
  snapshot: DisplaySnapshot | null;
  up: boolean;
  sound: SoundState;
  language: 'id' | 'en';
  counters: string[] | null;
  /** The calls in the snapshot are announced while the picture is taken. */
  announcing: boolean;
  media: MediaItem[];
}

/** A hub that says what it is told to say. */
export function standInHub() {
  let newest: DisplaySnapshot | null = null;
  let up = true;
  const listeners = new Set<Parameters<Subscribe<DisplaySnapshot>>[0]>();
  const reports: { sound: SoundState; lastSpoken: number | null }[] = [];
  const watch: Subscribe<DisplaySnapshot> = (listener) => {
    listeners.add(listener);
    if (newest !== null) listener.value(newest);
    listener.link(up);
    return () => listeners.delete(listener);
  };
  const shelf: { items: MediaItem[] } = { items: [] };
  const shelfListeners = new Set<Parameters<Subscribe<{ items: MediaItem[] }>>[0]>();
  const unplayable: { name: string; version: string }[][] = [];
  const watchMedia: Subscribe<{ items: MediaItem[] }> = (listener) => {
    shelfListeners.add(listener);
    listener.link(true);
    listener.value({ ...shelf });
    return () => shelfListeners.delete(listener);
  };
  const client: DisplayClient = {
    media: {
      watch: () => watchMedia,
      report: (input) => {
        unplayable.push(input.unplayable);
        if (unplayable.length > 100) unplayable.shift();
        return Promise.resolve({});
      },
    },
    display: {
      watch: () => watch,
      report: (input) => {
        reports.push(input);
        if (reports.length > 100) reports.shift();
        return Promise.resolve({});
      },
    },
  };
  return {
    client,
    reports,
    /** What it was told cannot be played, newest last. */
    unplayable,
    /** These pictures and videos there are from now on. */
    shelve(items: MediaItem[]) {
      shelf.items = items;
      for (const listener of shelfListeners) listener.value({ items });
    },
    say(snapshot: DisplaySnapshot) {
      newest = snapshot;
      for (const listener of listeners) listener.value(snapshot);
    },
    link(now: boolean) {
      up = now;
      for (const listener of listeners) listener.link(now);
    },
  };
}

/** A memory of this page only. */
export function pageMemory(begin: ReturnType<Memory['read']>): Memory {
  let known = begin;
  return {
    read: () => known,
    write: (announced) => {
      known = announced;
    },
  };
}
