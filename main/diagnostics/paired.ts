import { type HubAnswer, PairedClockStep } from './clock.ts';
import { PairedHubStep } from './hub.ts';
import { NetworkStep, type NetworkView, systemGateway } from './network.ts';
import { found, type MachineStep } from './step.ts';
import { diskOf, StorageStep } from './storage.ts';
import { type AskFeed, UpdateStep } from './update.ts';

export interface PairedNeeds {
  readonly dataFolder: string;
  readonly interfaces: NetworkView['interfaces'];
  /** @throws where the hub cannot be reached */
  readonly askHub: (signal: AbortSignal) => Promise<HubAnswer>;
  readonly wall: () => number;
  readonly feed: AskFeed;
}

/** The steps of a machine whose lounge is elsewhere: it has no database, and its printer is the hub's to look after. */
export function pairedMachineSteps({ dataFolder, interfaces, askHub, wall, feed }: PairedNeeds): MachineStep[] {
  return [
    new StorageStep(diskOf(dataFolder)),
    new PairedClockStep(askHub, wall),
    new NetworkStep({ interfaces, hasGateway: systemGateway }, true),
    new PairedHubStep(askHub),
    { step: 'printer', look: () => found('printer', 'not_here', 'printer_at_hub') },
    new UpdateStep(feed),
  ];
}
