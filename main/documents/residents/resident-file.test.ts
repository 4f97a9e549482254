import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import writeXlsx from 'write-excel-file/node';
import { workbookOf, type ZipEntry, zipOf } from '../../../tests/doubles/letters/zip.ts';
import { readCsv, readResidentFile } from './resident-file.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

const honest = workbookOf('<row r="1"><c r="A1" t="str"><v>NIK</v></c></row>');
/** Its counts point to another directory. */
const largeFormat = zipOf(honest);
largeFormat.fill(0xff, largeFormat.length - 14, largeFormat.length - 10);
/** The same, with another length of the sheet in its directory. */
const lying = (unpacked: number): ZipEntry[] =>
  honest.map((entry) => (entry.name.includes('sheet1') ? { ...entry, claims: { unpacked } } : entry));

describe('a list of residents', () => {
  it.each([
    ['semicolons', 'NIK;NAMA\r\n1;"Siti; binti ""A"""\r\n'],
    ['commas', 'NIK,NAMA\n1,"Siti; binti ""A"""'],
    ['tabs', 'NIK\tNAMA\n1\tSiti; binti "A"\n'],
  ])('is read with %s', async (_, text) => {
    expect(await readResidentFile(bytes(text))).toEqual([
      ['NIK', 'NAMA'],
      ['1', 'Siti; binti "A"'],
    ]);
  });

  it('is read as Excel saves it: with its mark before the text, or in the code page of Windows', async () => {
    expect(await readResidentFile(bytes('\ufeffNIK;NAMA'))).toEqual([['NIK', 'NAMA']]);
    expect(await readResidentFile(Uint8Array.of(...bytes('NIK;Ren'), 0xe9))).toEqual([['NIK', 'René']]);
  });

  it('is read from a workbook, dates as dates and amounts as amounts', async () => {
    const born = new Date('1990-08-05');
    const book = await writeXlsx([
      [{ value: 'NIK' }, { value: 'TANGGAL LAHIR' }],
      [{ value: '3510160508900001' }, { value: born, type: Date, format: 'dd/mm/yyyy' }],
      [{ value: 3510160508900000 }, null],
    ]).toBuffer();
    expect(await readResidentFile(book)).toEqual([
      ['NIK', 'TANGGAL LAHIR'],
      ['3510160508900001', born],
      [3510160508900000, null],
    ]);
  });

  it.each([
    ['a broken workbook', bytes('PK\u0003\u0004 nothing')],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0)],
    ['a quote without its end', bytes('NIK;"NAMA\n1;2')],
    ['a page for a browser that is called .xls', bytes('\ufeff\n<html><table><tr><td>NIK</td></tr></table></html>')],
    ['a workbook of before 2007', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0)],
    ['half a workbook', zipOf(honest).subarray(0, 900)],
    ['a workbook that has lost its beginning', Buffer.concat([Buffer.from('PK'), zipOf(honest).subarray(400)])],
    ['a workbook with a password', zipOf(honest.map((entry) => ({ ...entry, claims: { flags: 1 } })))],
    ['no workbook', zipOf([{ name: 'photo.jpg', content: 'x' }])],
    ['a workbook whose directory says too little', zipOf(lying(20))],
    ['a workbook whose directory says too much', zipOf(lying(5_000_000))],
    ['a workbook of the large format', largeFormat],
  ])('is refused when it is %s', async (_, file) => {
    await expect(readResidentFile(file)).rejects.toThrow('FILE_UNREADABLE');
  });

  it('is refused when it would unpack to more than any village has', async () => {
    const bomb = { name: 'xl/media/photo.xml', content: Buffer.alloc(30 * 1024 * 1024) };
    await expect(readResidentFile(zipOf([...honest, bomb]))).rejects.toThrow('FILE_TOO_LARGE');
    const huge = { name: 'x', content: 'x', claims: { unpacked: 201 * 1024 * 1024 } };
    await expect(readResidentFile(zipOf([...honest, huge]))).rejects.toThrow('FILE_TOO_LARGE');
  });

  it.each(['A100001', 'GS1', 'XFD1048576'])('is refused when a cell stands as far out as %s', async (at) => {
    const far = workbookOf(`<row r="1"><c r="A1" t="str"><v>NIK</v></c></row><row><c r="${at}"><v>1</v></c></row>`);
    await expect(readResidentFile(zipOf(far))).rejects.toThrow('FILE_TOO_LARGE');
  });

  it('is read from a workbook that calculates: what stands in its cells counts', async () => {
    const cells = '<c r="A1" t="str"><f>"35"&amp;"10"</f><v>3510</v></c><c r="B1"><f>1+1</f><v>2</v></c>';
    const book = zipOf(workbookOf(`<row r="1">${cells}</row>`));
    expect(await readResidentFile(book)).toEqual([['3510', 2]]);
  });

  it('of a hundred thousand people is read to the last', async () => {
    const rows = Array.from({ length: 99_999 }, (_, i) => `${i};Siti ${i}`);
    const table = await readResidentFile(bytes(['NIK;NAMA', ...rows].join('\n')));
    expect(table.at(-1)).toEqual(['99998', 'Siti 99998']);
  });

  it('is refused when it is larger than any village', async () => {
    await expect(readResidentFile(new Uint8Array(21 * 1024 * 1024).fill(65))).rejects.toThrow('FILE_TOO_LARGE');
    await expect(readResidentFile(bytes('a\n'.repeat(100_001)))).rejects.toThrow('FILE_TOO_LARGE');
  });

  it('gives every cell back, whatever stands in it', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ';', ',', '\t', '"', '\n', '\r', ' ', 'é') });
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), (rows) => {
        const heading = 'a;b;c;d;e;f;g;h;i;j;k;l;m;n;o;p;q;r;s;t;u;v;w;x;y;z'.repeat(4);
        const text = [heading, ...rows.map((row) => row.map(quoted).join(';'))].join('\n');
        fc.pre([',', '\t'].every((other) => text.split(other).length < text.split(';').length));
        expect(readCsv(text).slice(1)).toEqual(rows);
      }),
    );
  });
});
