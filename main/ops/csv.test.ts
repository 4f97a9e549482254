import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv } from './csv.ts';

const table = (...rows: (string | number | null)[][]) => ({ name: 'Hari', head: ['Loket', 'Menit'], rows });

describe('an export as CSV', () => {
  it('is what Excel in Indonesian opens by itself: a mark, semicolons, decimal commas', () => {
    expect(csv(table(['Loket 1', 4.5], ['Loket 2', null]), 'id')).toBe(
      '\ufeffLoket;Menit\r\nLoket 1;4,5\r\nLoket 2;\r\n',
    );
  });

  it('has commas and decimal points in English', () => {
    expect(csv(table(['Counter 1', 4.5]), 'en')).toBe('\ufeffLoket,Menit\r\nCounter 1,4.5\r\n');
  });

  it('quotes what would part or end a field', () => {
    expect(csv(table(['satu;dua', 1], ['kata "ini"', 2], ['atas\nbawah', 3]), 'id')).toContain(
      '"satu;dua";1\r\n"kata ""ini""";2\r\n"atas\nbawah";3',
    );
  });

  it.each(['=1+1', '+62', '-A1', '@SUM(A1)', '\t=1', '\r=1'])('makes no formula of %j', (text) => {
    expect(csv(table([text, -1]), 'en').replaceAll('"', '')).toContain(`'${text},-1`);
  });

  it('never lets a field begin like a formula, whatever it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('=', '+', '-', '@', ';', '"', 'a', '\t', '\r') }), (text) => {
        const line = csv({ name: '', head: [], rows: [[text]] }, 'id').slice(3);
        expect(line).not.toMatch(/^"?[=+\-@\t]/);
      }),
    );
  });
});
