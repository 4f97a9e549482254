import { describe, expect, it, vi } from 'vitest';
import { decode } from '../../tests/doubles/printer/decoder.ts';
import { sampleSlip } from '../../tests/printing/sample-slip.ts';
import { encode, encodeTicket } from './encode.ts';
import type { Block } from './layout.ts';
import { ticketSlip } from './slip.ts';

describe('the bytes of a slip', () => {
  it.each([48, 32])('start from a known state and stay small on %i columns', (columns) => {
    const reprint = { nth: 1, at: '2026-11-24T09:41:00+07:00' };
    const bytes = encodeTicket(sampleSlip({ priority: true, reprint }), columns);
    expect(bytes.subarray(0, 2).toString('hex')).toBe('1b40');
    expect(bytes.length).toBeLessThanOrEqual(650);
  });

  it('are the same for the same slip, however often it is encoded', () => {
    const slip = Object.freeze(ticketSlip.parse(sampleSlip()));
    expect(encodeTicket(slip, 48)).toEqual(encodeTicket(slip, 48));
  });

  it('hold no real-time command by accident', () => {
    const bytes = encodeTicket(sampleSlip({ service: 'DLE \u0010\u0004\u0001 \u0010\u0014' }), 48);
    expect(bytes.includes(0x10)).toBe(false);
  });

  it('say as blocks what the decoder reads', () => {
    const blocks: Block[] = [
      { kind: 'text', text: 'A017', width: 8, height: 7, bold: true, align: 'centre' },
      { kind: 'feed', lines: 3 },
      { kind: 'text', text: 'kiri', width: 1, height: 2, bold: false, align: 'left' },
      { kind: 'qr', data: 'ANJ1:x', module: 4 },
      { kind: 'cut' },
    ];
    expect(decode(encode(blocks))).toEqual([
      { kind: 'line', text: 'A017', width: 8, height: 7, bold: true, align: 'centre', columns: 32 },
      { kind: 'feed', lines: 3 },
      { kind: 'line', text: 'kiri', width: 1, height: 2, bold: false, align: 'left', columns: 4 },
      { kind: 'qr', data: 'ANJ1:x', module: 4, correction: 'M' },
      { kind: 'cut', partial: true },
    ]);
  });

  it('refuse what would need a code page, and write nothing to the console', () => {
    const spoken = vi.spyOn(console, 'error');
    const text: Block = { kind: 'text', text: 'Café', width: 1, height: 1, bold: false, align: 'left' };
    expect(() => encode([text])).toThrow(TypeError);
    expect(() => encode([{ kind: 'qr', data: 'é', module: 6 }])).toThrow(TypeError);
    encodeTicket(sampleSlip({ office: 'Café “Pelayanan” ✓' }), 48);
    expect(spoken).not.toHaveBeenCalled();
  });
});
