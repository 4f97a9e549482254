import { describe, expect, it } from 'vitest';
import { statisticsClient } from './client.ts';

/** A hub that sends a file in these parts. */
function hubWith(parts: readonly string[]) {
  const deadlines: (number | undefined)[] = [];
  async function* send() {
    for (const [part, text] of parts.entries())
      yield { name: 'a.csv', mime: 'text/csv', part, parts: parts.length, base64: btoa(text) };
  }
  const hub = { statistics: { export: () => Promise.resolve(send()) } };
  const client = statisticsClient({
    call: (invoke, deadline) => {
      deadlines.push(deadline);
      return invoke(hub as never, new AbortController().signal);
    },
    stream: () => () => () => undefined,
  });
  return { client, deadlines };
}

const asked = { from: '2026-11-24', to: '2026-11-24', format: 'csv', detail: 'days' } as const;

describe('a file from the hub', () => {
  it('is put together from its parts, with its name and kind', async () => {
    const { client } = hubWith(['Loket;', 'Menit\r\n', '1;4']);
    const { name, content } = await client.export(asked);
    expect(name).toBe('a.csv');
    expect(content.type).toBe('text/csv');
    expect(await content.text()).toBe('Loket;Menit\r\n1;4');
  });

  it('may take longer than other calls', async () => {
    const { client, deadlines } = hubWith(['x']);
    await client.export(asked);
    expect(deadlines[0]).toBeGreaterThanOrEqual(60_000);
  });
});
