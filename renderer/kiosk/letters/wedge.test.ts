import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Scan, Wedge } from './wedge.ts';

/** A letter's code as it is printed: some 300 signs, large and small, with dots, hyphens and underscores. */
const token = `eyJhbGciOiJFZERTQSIsImtpZCI6IjdLMk0ifQ.${'aZ0-_9'.repeat(35)}.${'Qr_-7x'.repeat(14)}86`;

function typed(text: string, { pace = 8, end = ['Enter'], wedge = new Wedge() } = {}): Scan[] {
  return [...text, ...end].flatMap((key, index) => wedge.press(key, index * pace) ?? []);
}

describe('A scanner at the flow "Surat"', () => {
  it('reads the code of a letter to its last sign', () => {
    expect(token.length).toBeGreaterThan(300);
    expect(typed(token)).toEqual([{ type: 'scannedToken', token }]);
  });

  it.each([['Enter'], ['Tab']])('does not mind the Shift key between the signs, and takes %s for the end', (end) => {
    const wedge = new Wedge();
    const keys = [...token].flatMap((sign) => (/[A-Z_]/.test(sign) ? ['Shift', sign] : [sign]));
    const heard = [...keys, end].flatMap((key, index) => wedge.press(key, index * 8) ?? []);
    expect(heard).toEqual([{ type: 'scannedToken', token }]);
  });

  it('knows a letter by its form when nothing ends it, and once only', () => {
    const wedge = new Wedge();
    expect(typed(token, { end: [], wedge })).toEqual([]);
    expect(wedge.quiet()).toEqual({ type: 'scannedToken', token });
    expect(wedge.quiet()).toBeNull();
  });

  it('reads any code of such a form, up to the longest that the hub takes', () => {
    const part = fc.stringMatching(/^[\w-]{10,390}$/);
    fc.assert(
      fc.property(fc.tuple(part, part, part), (parts) => {
        const one = parts.join('.');
        expect(typed(one)).toEqual([{ type: 'scannedToken', token: one }]);
      }),
    );
    expect(typed(`${'a'.repeat(600)}.${'b'.repeat(600)}.${'c'.repeat(600)}`)).toEqual([{ type: 'scannedOther' }]);
  });

  it('tells requests and identity cards from it', () => {
    expect(typed('ANJ2:7K2M9QXD')).toEqual([{ type: 'scannedCode', code: '7K2M9QXD' }]);
    expect(typed('3510050508900001')).toEqual([{ type: 'scannedDigits', digits: '3510050508900001' }]);
    expect(typed('https://example.test/x')).toEqual([{ type: 'scannedOther' }]);
  });

  it('takes nobody who types for a scanner', () => {
    expect(typed('ANJ2:7K2M9QXD', { pace: 180 })).toEqual([]);
    expect(typed('12')).toEqual([]);
  });
});
