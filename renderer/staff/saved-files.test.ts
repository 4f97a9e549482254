import { expect, it } from 'vitest';
import { pdfFile, textFile } from './saved-files.ts';

it('hands a text over under its name and as what its ending says', async () => {
  const file = textFile({ name: 'daftar-usul-musnah.csv', text: 'Nomor;Surat\r\n' });
  expect(file.name).toBe('daftar-usul-musnah.csv');
  expect(file.content.type).toBe('text/csv;charset=utf-8');
  expect(await file.content.text()).toBe('Nomor;Surat\r\n');
  expect(textFile({ name: 'data.json', text: '{}' }).content.type).toBe('application/json');
  expect(textFile({ name: 'data', text: '' }).content.type).toBe('text/plain;charset=utf-8');
});

it('hands a berita acara over byte by byte', async () => {
  const { content } = pdfFile({ name: 'a.pdf', pdf: btoa('%PDF-1.7\xff') });
  expect(content.type).toBe('application/pdf');
  expect([...new Uint8Array(await content.arrayBuffer())].at(-1)).toBe(255);
});
