import type { Connection } from './connection.ts';
import { persist } from './persist.ts';

export type InputOf<P> = P extends (...args: infer A) => unknown ? A[0] : never;
export type OutputOf<P> = P extends (...args: never[]) => Promise<infer O> ? O : never;
/** Every code that procedures of the contract can refuse with. */
export type CodesIn<Procedures> = {
  [Name in keyof Procedures]: Procedures[Name] extends { '~orpc': { errorMap: infer Errors } } ? keyof Errors : never;
}[keyof Procedures];

/** One press of a key or button: the client makes its `requestKey` and repeats it while the hub is out of reach. */
export type Press<P> = (input: Omit<InputOf<P>, 'requestKey'>) => Promise<OutputOf<P>>;
export type Presses<R, K extends keyof R> = { [N in K]: Press<R[N]> };

const randomKey = (): string => crypto.randomUUID();

/** Makes presses over a connection; every press has one key of its own, also over its repeats. */
export function pressing<Hub>(connection: Pick<Connection, 'call'>, newKey: () => string = randomKey) {
  return <P>(
    send: (hub: Hub, input: InputOf<P>, signal: AbortSignal) => Promise<OutputOf<P>>,
    /** ms; longer for what is known to take its time. */
    deadline?: number,
  ): Press<P> =>
    (input) => {
      const keyed = { ...input, requestKey: newKey() } as InputOf<P>;
      return persist(() => connection.call((hub, signal) => send(hub as Hub, keyed, signal), deadline));
    };
}
