import { describe, expect, it } from 'vitest';
import { testPage } from './test-page.ts';

const pageOf = (paper: 'A4' | 'F4', words: string[]) => Buffer.from(testPage(paper, words)).toString('latin1');

describe('the test page', () => {
  it('has the size of the paper that letters are printed on', () => {
    expect(pageOf('A4', [])).toContain('/MediaBox [0 0 595.28 841.89]');
    expect(pageOf('F4', [])).toContain('/MediaBox [0 0 595.28 935.43]');
  });

  it('says from which queue it came, whatever that is called', () => {
    expect(pageOf('A4', [String.raw`Kantor (2) \ É日`])).toContain(String.raw`(Kantor \(2\) \\ É?) Tj`);
  });

  it('points to each of its parts', () => {
    const page = pageOf('F4', ['Halaman uji']);
    const [, table = ''] = /startxref\n(\d+)/.exec(page) ?? [];
    expect(page.slice(Number(table))).toMatch(/^xref/);
    const places = [...page.matchAll(/^(\d{10}) 00000 n $/gm)].map(([, place]) => Number(place));
    expect(places.map((place, at) => page.startsWith(`${at + 1} 0 obj`, place))).toEqual([
      true,
      true,
      true,
      true,
      true,
    ]);
  });
});
