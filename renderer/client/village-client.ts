import type { ContractRouterClient } from '@orpc/contract';
import type { ResidentPreview, ResidentState, residents } from '../../contract/residents.ts';
import type { RetentionState, retention } from '../../contract/retention.ts';
import { base64Of } from './base64.ts';
import type { Connection } from './connection.ts';
import { type InputOf, type OutputOf, type Presses, pressing } from './presses.ts';

type Hub = ContractRouterClient<{ residents: typeof residents; retention: typeof retention }>;
type R = Hub['residents'];
type T = Hub['retention'];

/** Somebody who asks what the office keeps of them. */
export type PersonAsked = InputOf<T['find']>;
export type FoundPerson = OutputOf<T['find']>;
export type DueLetters = OutputOf<T['due']>;
/** A file of the hub's. */
export type TextFile = OutputOf<T['exportDue']>;

/** What the supervisor of a village's office may ask besides. Every promise fails with a `CallError` and nothing else. */
export interface VillageClient {
  residents: Presses<R, 'commit' | 'undo'> & {
    state: () => Promise<ResidentState>;
    /** Sends a whole file, some megabytes in one frame; changes nothing. */
    preview: (file: Blob) => Promise<ResidentPreview>;
  };
  retention: Presses<T, 'destroy' | 'erasePerson'> & {
    state: () => Promise<RetentionState>;
    due: (page: number) => Promise<DueLetters>;
    exportDue: () => Promise<TextFile>;
    minutes: (id: string) => Promise<OutputOf<T['minutes']>>;
    find: (person: PersonAsked) => Promise<FoundPerson>;
    exportPerson: (person: PersonAsked) => Promise<TextFile>;
  };
}

/** ms; a list of 20 MB is on its way over slow Wi-Fi, and is read by a small machine. */
const filePatience = 180_000;
/** ms; a small machine takes some seconds over twenty thousand people, or a thousand letters to destroy. */
const patience = 60_000;

export function villageClient(connection: Pick<Connection, 'call'>, newKey?: () => string): VillageClient {
  const press = pressing<Hub>(connection, newKey);
  const call = <V>(ask: (hub: Hub, signal: AbortSignal) => Promise<V>, deadline?: number): Promise<V> =>
    connection.call((hub, signal) => ask(hub as unknown as Hub, signal), deadline);
  return {
    residents: {
      state: () => call((hub, signal) => hub.residents.state(undefined, { signal })),
      preview: async (list) => {
        const file = await base64Of(list);
        return call((hub, signal) => hub.residents.preview({ file }, { signal }), filePatience);
      },
      commit: press<R['commit']>((hub, input, signal) => hub.residents.commit(input, { signal }), patience),
      undo: press<R['undo']>((hub, input, signal) => hub.residents.undo(input, { signal }), patience),
    },
    retention: {
      state: () => call((hub, signal) => hub.retention.state(undefined, { signal })),
      due: (page) => call((hub, signal) => hub.retention.due({ page }, { signal })),
      exportDue: () => call((hub, signal) => hub.retention.exportDue(undefined, { signal }), patience),
      minutes: (id) => call((hub, signal) => hub.retention.minutes({ id }, { signal }), patience),
      find: (person) => call((hub, signal) => hub.retention.find(person, { signal }), patience),
      exportPerson: (person) => call((hub, signal) => hub.retention.exportPerson(person, { signal }), patience),
      destroy: press<T['destroy']>((hub, input, signal) => hub.retention.destroy(input, { signal }), patience),
      erasePerson: press<T['erasePerson']>(
        (hub, input, signal) => hub.retention.erasePerson(input, { signal }),
        patience,
      ),
    },
  };
}
