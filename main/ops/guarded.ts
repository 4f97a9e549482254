/** What decides over a running stream. */
export interface Guard {
  /** Null while the stream may go on. */
  refusal(): Error | null;
  /** Tells when `refusal()` may be another; returns how to stop telling. */
  onChange(changed: () => void): () => void;
}

/**
 * A stream that fails the moment its guard refuses, also while nothing is sent. What was behind it is told to end.
 * One `next` at a time, as `for await` and oRPC ask.
 */
export function guarded<T>(
  stream: AsyncIterator<T, unknown, unknown>,
  guard: Guard,
): AsyncIterableIterator<T, unknown> {
  let refused: Error | null = null;
  let over = false;
  let refuse: ((error: Error) => void) | undefined;

  const end = () => {
    over = true;
    stopListening();
  };
  const stopListening = guard.onChange(() => {
    const error = guard.refusal();
    if (!error || over) return;
    end();
    // A generator that waits ends when it wakes; nobody waits for it here.
    stream.return?.().catch(() => undefined);
    if (refuse) refuse(error);
    else refused = error;
  });

  return {
    // Not Promise.race with one long-lived refusal: every race would leave its reaction there for hours.
    next: () =>
      new Promise((resolve, reject) => {
        if (refused) {
          reject(refused);
          refused = null;
          return;
        }
        if (over) return resolve({ done: true, value: undefined });
        refuse = reject;
        stream.next().then(
          (result) => {
            refuse = undefined;
            if (result.done) end();
            resolve(result);
          },
          (error: unknown) => {
            refuse = undefined;
            end();
            reject(error);
          },
        );
      }),
    return: async () => {
      end();
      await stream.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
