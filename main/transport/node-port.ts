import type { MessagePort } from 'node:worker_threads';
import type { FramePort } from './message-port.ts';

/** One of Node's ports in the shape of Electron's: messages come wrapped. */
export function framePort(port: MessagePort): FramePort {
  return {
    on: (event: 'message' | 'close', listener: (event: { data: unknown }) => void) =>
      port.on(event, (data: unknown) => listener({ data })),
    postMessage: (frame) => port.postMessage(frame),
    start: () => port.start(),
    close: () => port.close(),
  };
}
