import type { MessagePort } from 'node:worker_threads';
import { DomainError } from './domain-error.ts';

/** `refusal`: one of the contract's errors, not a fault. */
export type Reply =
  | { readonly answer: unknown }
  | { readonly refusal: { readonly code: string; readonly data: unknown } }
  | { readonly failure: string };

/**
 * In a bureau's thread: answers what it is asked. Bytes are handed over, not copied.
 * @param port null where the thread's program was not started as one
 */
export function answerAsks<Ask>(port: MessagePort | null, answerTo: (ask: Ask) => unknown): void {
  if (port === null) throw new Error('this file is started as a worker');
  const reply = async (ask: Ask): Promise<void> => {
    try {
      const answer = await answerTo(ask);
      port.postMessage({ answer } satisfies Reply, answer instanceof Uint8Array ? [answer.buffer as ArrayBuffer] : []);
    } catch (error) {
      const no: Reply =
        error instanceof DomainError
          ? { refusal: { code: error.code, data: error.data } }
          : { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
      port.postMessage(no);
    }
  };
  port.on('message', (ask: Ask) => void reply(ask));
}
