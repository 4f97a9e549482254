import { expect, it } from 'vitest';
import { registerFile } from './register-file.ts';

it('keeps the byte order mark by which a spreadsheet knows the signs of a book', async () => {
  const { name, content } = registerFile({ format: 'csv', name: 'buku-agenda-2026.csv', text: '\ufeffNomor;Nama\r\n' });
  expect(name).toBe('buku-agenda-2026.csv');
  expect([...(await content.bytes()).subarray(0, 4)]).toEqual([0xef, 0xbb, 0xbf, 0x4e]);
});

it('gives the bytes of a printed book', async () => {
  const pdf = btoa('%PDF-1.7\n\u00e2\u00e3');
  const { content } = registerFile({ format: 'pdf', name: 'buku-agenda-2026.pdf', pdf });
  expect(content.type).toBe('application/pdf');
  expect([...(await content.bytes()).subarray(-2)]).toEqual([0xe2, 0xe3]);
});
