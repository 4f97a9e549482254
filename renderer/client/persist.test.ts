import { describe, expect, it } from 'vitest';
import { CallError } from './call-error.ts';
import { persist } from './persist.ts';

/** A hub that counts by request key what it did, and whose replies are lost for a while. */
class ForgetfulLink {
  readonly done = new Map<string, number>();
  asked = 0;
  readonly #lost: number;

  constructor(lost: number) {
    this.#lost = lost;
  }

  async call(requestKey: string): Promise<number> {
    this.asked += 1;
    const nth = this.done.get(requestKey) ?? this.done.size + 1;
    this.done.set(requestKey, nth);
    if (this.asked <= this.#lost) throw new CallError('UNREACHABLE');
    return nth;
  }
}

describe('an act of a clerk', () => {
  it('is done once however many replies are lost', async () => {
    const link = new ForgetfulLink(4);
    expect(await persist(() => link.call('k1'))).toBe(1);
    expect(link.asked).toBe(5);
    expect(link.done.size).toBe(1);
  });

  it('gives up after half a minute of silence and says so', async () => {
    const link = new ForgetfulLink(Number.POSITIVE_INFINITY);
    await expect(persist(() => link.call('k1'))).rejects.toMatchObject({ code: 'UNREACHABLE' });
    expect(link.asked).toBe(6);
  });

  it('is not repeated when the hub refuses it', async () => {
    let asked = 0;
    const refuse = async () => {
      asked += 1;
      throw new CallError('COUNTER_BUSY');
    };
    await expect(persist(refuse)).rejects.toMatchObject({ code: 'COUNTER_BUSY' });
    expect(asked).toBe(1);
  });
});
