import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterAll, describe, expect, it } from 'vitest';
import { workbookOf, zipOf } from '../../../tests/doubles/letters/zip.ts';
import { ResidentReader } from './resident-reader.ts';

const said: object[] = [];
const reader = new ResidentReader({
  log: { info: () => undefined, warn: () => undefined, error: (data) => said.push(data) },
});
afterAll(() => reader.close());

const read = (file: string | Uint8Array) =>
  reader.read({ file: Buffer.from(file).toString('base64'), today: '2026-11-24' });
const rowOf = (row: number, a: string, b: string) =>
  `<row r="${row}">${[
    ['A', a],
    ['B', b],
  ]
    .map(([at, text]) => `<c r="${at}${row}" t="inlineStr"><is><t>${text}</t></is></c>`)
    .join('')}</row>`;
const nikOf = (i: number) => `351016050890${String(i).padStart(4, '0')}`;

describe('a list that is read beside everything else', () => {
  it('leaves the hub its time to answer', async () => {
    const rows = Array.from({ length: 9_000 }, (_, i) => rowOf(i + 2, nikOf(i + 1), `Siti ${i}`)).join('');
    const book = zipOf(workbookOf(rowOf(1, 'NIK', 'NAMA') + rows));
    await read('NIK;NAMA');
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const list = await read(book);
    delay.disable();
    expect(list.residents).toHaveLength(9_000);
    expect(list.residents.at(-1)).toMatchObject({ nik: nikOf(9_000), name: 'Siti 8999' });
    expect(delay.max / 1e6).toBeLessThan(200);
  });

  it('that nobody can read ends in a refusal, and says nothing of what was in it', async () => {
    await expect(read('PK 3510164508900001')).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
    expect(JSON.stringify(said)).not.toContain('3510164508900001');
    expect((await read('NIK;NAMA\n3510164508900001;Siti')).residents).toHaveLength(1);
  });
});
