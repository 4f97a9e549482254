import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64Of } from './base64.ts';
import { villageClient } from './village-client.ts';

/** A hub that answers everything, and remembers what it was asked. */
function hubThatListens() {
  const asked: { name: string; input: unknown; deadline: number | undefined }[] = [];
  const room = (of: string, deadline: number | undefined) =>
    new Proxy(
      {},
      {
        get: (_, name) => async (input: unknown) => {
          asked.push({ name: `${of}.${String(name)}`, input, deadline });
          return {};
        },
      },
    );
  const client = villageClient(
    {
      call: (invoke, deadline) =>
        invoke(
          { residents: room('residents', deadline), retention: room('retention', deadline) } as never,
          new AbortController().signal,
        ),
    },
    () => '0198e2f0-9999-4000-8000-000000000001',
  );
  return { client, asked };
}

describe("a village's list on its way to the hub", () => {
  it('goes whole, byte by byte', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.integer({ min: 1, max: 300 }), async (bytes, times) => {
        const file = new Blob(Array.from({ length: times }, () => new Uint8Array(bytes)));
        const text = Buffer.from(await file.arrayBuffer()).toString('base64');
        expect(await base64Of(file)).toBe(text);
      }),
    );
  });

  it('may take its time', async () => {
    const { client, asked } = hubThatListens();
    await client.residents.preview(new Blob(['NIK;NAMA']));
    expect(asked).toEqual([{ name: 'residents.preview', input: { file: 'TklLO05BTUE=' }, deadline: 180_000 }]);
  });

  it('is refused when the stick on which it was is gone', async () => {
    const gone = { arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotReadableError')) } as Blob;
    await expect(base64Of(gone)).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
  });
});

it('gives what changes something a key of its own, and the time that a whole village takes', async () => {
  const { client, asked } = hubThatListens();
  await client.residents.commit({ previewId: 'a', whole: false });
  await client.retention.destroy({ letterIds: ['b'], minutesNumber: '045', minutesDate: '2026-11-24', witnesses: [] });
  for (const { input, deadline } of asked) {
    expect(input).toMatchObject({ requestKey: '0198e2f0-9999-4000-8000-000000000001' });
    expect(deadline).toBeGreaterThanOrEqual(30_000);
  }
});
