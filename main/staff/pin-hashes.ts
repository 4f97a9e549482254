import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { Turns } from '../ops/turns.ts';

/** OWASP's smallest for argon2id, which is the library's algorithm unless told otherwise: 19 MiB, two passes; some tens of milliseconds on a kiosk's processor. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Hashes PINs off the main loop, one at a time, so that a flood of tries takes one core and 19 MiB at most. */
export class PinHashes {
  readonly #turns = new Turns();
  #nobody: Promise<string> | undefined;

  hash(pin: string): Promise<string> {
    return this.#turns.take(() => hash(pin, cost));
  }

  /** @param hashed null for somebody there is not: takes as long as a wrong PIN, and is one */
  async verify(hashed: string | null, pin: string): Promise<boolean> {
    this.#nobody ??= this.hash(randomBytes(8).toString('hex'));
    const against = hashed ?? (await this.#nobody);
    const right = await this.#turns.take(() => verify(against, pin));
    return right && hashed !== null;
  }
}
