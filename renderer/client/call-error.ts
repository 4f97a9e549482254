/**
 * Why a call gave no answer: a code of the contract with its data, or `UNREACHABLE` when the link is dead or the answer
 * is late. After `UNREACHABLE` the call may still have been done: repeat it with the same `requestKey`.
 */
export class CallError extends Error {
  readonly code: string;
  readonly data: unknown;

  constructor(code: string, data?: unknown, options?: ErrorOptions) {
    super(code, options);
    this.name = 'CallError';
    this.code = code;
    this.data = data;
  }
}

export const unreachable = (cause?: unknown): CallError => new CallError('UNREACHABLE', undefined, { cause });
