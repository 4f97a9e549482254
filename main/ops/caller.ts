import type { Actor, DeviceKind, Scope } from '../../contract/principal.ts';

/** Who asks over a connection. The machine stays the same; who sits at it comes and goes while the connection is open. */
export interface Caller {
  /** The machine's, or the program's with `integration:` before it: whose share of the network each call takes. */
  readonly id: string;
  /** Null: no machine of the lounge, but a program with a token of its own. */
  readonly device: { readonly id: string; readonly kind: DeviceKind } | null;
  /** What a program's token is for; a machine has none. */
  readonly scopes?: readonly Scope[];
  /** Who asks at this moment: asked anew for every message. Null once the machine has been turned away. */
  actor(): Actor | null;
  /** Tells when `actor()` may be another: somebody signed in or out, the screen was locked, the machine turned away. */
  onChange(changed: () => void): () => void;
  /** The person did something that counts against the idle lock. */
  active(): void;
  /**
   * Says that a connection is open, until the returned function is called.
   * @param hangUp closes it at once; called when the machine is turned away
   */
  connect(hangUp: () => void): () => void;
}
