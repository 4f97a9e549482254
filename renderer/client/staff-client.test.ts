import { describe, expect, it } from 'vitest';
import { CallError } from './call-error.ts';
import type { Connection } from './connection.ts';
import { counterClient } from './staff-client.ts';

/** A line to a hub that hears every call and whose first replies are lost. */
class LossyLine implements Pick<Connection, 'call' | 'stream'> {
  readonly heard: { path: string; input: unknown }[] = [];
  #lost: number;

  constructor(lost: number) {
    this.#lost = lost;
  }

  async call<T>(invoke: Parameters<Connection['call']>[0]): Promise<T> {
    const hub = recorder([], (path, input) => this.heard.push({ path, input }));
    const answer = (await invoke(hub as never, new AbortController().signal)) as T;
    if (this.#lost > 0) {
      this.#lost -= 1;
      throw new CallError('UNREACHABLE');
    }
    return answer;
  }

  stream = () => () => () => undefined;
}

/** Whatever is called on it is told to `hear` with its path. */
function recorder(path: readonly string[], hear: (path: string, input: unknown) => void): unknown {
  return new Proxy(() => undefined, {
    get: (_, name) => recorder([...path, String(name)], hear),
    apply: async (_, __, [input]) => {
      hear(path.join('.'), input);
      return { current: null };
    },
  });
}

describe("the counter's client", () => {
  it('gives every press a key of its own, and the same key to its repetitions', async () => {
    const line = new LossyLine(2);
    let keys = 0;
    const client = counterClient(line, () => `key-${++keys}`);
    await client.counters.doneAndNext({ counterId: '3', files: 1 });
    await client.counters.recall({ counterId: '3' });
    expect(line.heard).toEqual([
      { path: 'counters.doneAndNext', input: { counterId: '3', files: 1, requestKey: 'key-1' } },
      { path: 'counters.doneAndNext', input: { counterId: '3', files: 1, requestKey: 'key-1' } },
      { path: 'counters.doneAndNext', input: { counterId: '3', files: 1, requestKey: 'key-1' } },
      { path: 'counters.recall', input: { counterId: '3', requestKey: 'key-2' } },
    ]);
  });

  it('sends each press where it belongs', async () => {
    const line = new LossyLine(0);
    const client = counterClient(line, () => 'key');
    const { counters, staff } = client;
    for (const press of Object.entries(counters)) {
      if (!['list', 'watch', 'find'].includes(press[0])) await (press[1] as (input: object) => Promise<unknown>)({});
    }
    await staff.signIn({ personId: 'p', pin: '482913' });
    await client.queue.take({ serviceId: 's', priority: null });
    await client.lounge.answerHelp({ id: 'h' });
    await client.printing.settle({ id: 'j', as: 'came' });
    await client.printing.testSlip({ device: 'k' });
    await client.printing.answerTest({ id: 'j', readable: true });
    await client.printing.rollChanged({ device: 'k' });
    await client.printing.divert({ device: 'k', to: null });
    const presses = Object.keys(counters).filter((name) => !['list', 'watch', 'find'].includes(name));
    expect(line.heard.map(({ path }) => path)).toEqual([
      ...presses.map((name) => `counters.${name}`),
      'staff.signIn',
      'queue.take',
      'lounge.answerHelp',
      'printing.settle',
      'printing.testSlip',
      'printing.answerTest',
      'printing.rollChanged',
      'printing.divert',
    ]);
    expect(line.heard.every(({ input }) => (input as { requestKey: string }).requestKey === 'key')).toBe(true);
  });
});
