import { Listener } from '../../../tests/doubles/printer/listener.ts';
import { PrinterCable } from '../../../tests/doubles/printer/pty-cable.ts';
import type { Dial } from './mending.ts';
import type { Peer } from './transport-suite.ts';

/** A peer at the other end of a cable, which is pulled when it leaves. */
export async function onCable(device: string, dial: (folder: string) => Dial): Promise<Peer> {
  const listener = new Listener();
  await listener.arrive();
  const cable = new PrinterCable(listener);
  return {
    proof: 'replies',
    flood: 2 * 1024 * 1024,
    dial: dial(cable.folder),
    arrive: () => cable.plugIn(device),
    leave: () => cable.pull(),
    read: (reads) => listener.read(reads),
    heard: () => listener.heard,
    say: (text) => listener.say(text),
    end: async () => {
      await cable.end();
      await listener.leave();
    },
  };
}
