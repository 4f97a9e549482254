import { describe, expect, it } from 'vitest';
import { noMeans, Tokens, withQuestions } from './proof.ts';

const slip = { body: Buffer.from('body'), cut: Buffer.from('cut') };
const hex = (bytes: Buffer) => bytes.toString('latin1');

describe('the questions behind a slip', () => {
  it('are GS ( H behind the last line and behind the cut, where the printer answers it', () => {
    expect(hex(withQuestions(slip, { ...noMeans, completion: true, queue: true }, 'A2Z'))).toBe(
      'body\x1d(H\x06\x0000PA2Zcut\x1d(H\x06\x0000CA2Z',
    );
  });

  it('are GS r, where it answers that', () => {
    expect(hex(withQuestions(slip, { ...noMeans, queue: true }, 'A2Z'))).toBe('body\x1dr\x01cut\x1dr\x01');
  });

  it('are none for a printer that answers nothing: it might print them', () => {
    expect(hex(withQuestions(slip, noMeans, 'A2Z'))).toBe('bodycut');
  });

  it('end with GS a where changes are told unasked, because the slip’s own reset may end that', () => {
    expect(hex(withQuestions(slip, { ...noMeans, automatic: true }, 'A2Z'))).toBe('bodycut\x1da\x0e');
  });

  it('name thousands of slips without a repetition, in characters that GS ( H carries', () => {
    const tokens = new Tokens();
    const names = Array.from({ length: 32_768 }, () => tokens.next());
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) if (!/^[\x20-\x7e]{3}$/.test(name)) throw new Error(name);
  });
});
