import { describe, expect, it } from 'vitest';
import { type Heard, Scanner } from './scanner.ts';

const id = '0198e2f0-7a31-7c55-9f0e-2f6d1b0c4a18';

/** Presses the keys of a text at one pace, and gives what was heard of them. */
function typed(scanner: Scanner, text: string, pace: number, end: readonly string[] = [], from = 0): Heard[] {
  return [...text, ...end].map((key, index) => scanner.press(key, from + index * pace));
}
const wanted = (heard: readonly Heard[]) => heard.flatMap(({ scan }) => (scan === null ? [] : [scan.wanted]));
/** The ids of slips that were heard; null for a code that is not ours. */
const scans = (heard: readonly Heard[]) => wanted(heard).map((one) => (one !== null && 'id' in one ? one.id : one));

describe('a scanner that types like a keyboard', () => {
  it.each([['Enter'], ['Tab']])('reads the code of a slip that %s ends, once, and no button feels it', (end) => {
    const heard = typed(new Scanner(), `ANJ1:${id}`, 15, [end]);
    expect(scans(heard)).toEqual([id]);
    expect(heard.at(-1)?.swallow).toBe(true);
  });

  it('reads the code of a slip that nothing ends', () => {
    expect(scans(typed(new Scanner(), `ANJ1:${id}`, 15))).toEqual([id]);
  });

  it('does not mind capitals, the Shift key or what was pressed before', () => {
    const scanner = new Scanner();
    typed(scanner, '7', 15);
    const keys = [...`anj1:${id.toUpperCase()}`].flatMap((key) => ['Shift', key]);
    const heard = keys.map((key, index) => scanner.press(key, 20 + index * 15));
    expect(scans(heard)).toEqual([id]);
  });

  it('knows a code that is not ours by its Enter', () => {
    expect(scans(typed(new Scanner(), '3510012345678901', 15, ['Enter']))).toEqual([null]);
    expect(scans(typed(new Scanner(), '3510012345678901', 15))).toEqual([]);
  });

  it.each([
    ['X017', 'X017'],
    ['x-17', 'X017'],
    ['AB1203', 'AB1203'],
  ])('reads %s on paper that was printed before', (bars, number) => {
    const heard = typed(new Scanner(), bars, 15, ['Enter']);
    expect(wanted(heard)).toEqual([{ number }]);
    expect(heard.at(-1)?.swallow).toBe(true);
    expect(wanted(typed(new Scanner(), bars, 180, ['Enter']))).toEqual([]);
  });

  it('takes nobody who types or presses Enter for a scanner', () => {
    const heard = typed(new Scanner(), `ANJ1:${id}`, 180, ['Enter']);
    expect(scans(heard)).toEqual([]);
    expect(heard.some(({ swallow }) => swallow)).toBe(false);
    expect(new Scanner().press('Enter', 0).swallow).toBe(false);
  });

  it('reads two slips one after the other', () => {
    const scanner = new Scanner();
    const first = typed(scanner, `ANJ1:${id}`, 15, ['Enter']);
    const other = id.replace('18', '19');
    const second = typed(scanner, `ANJ1:${other}`, 15, ['Enter'], 700);
    expect([...scans(first), ...scans(second)]).toEqual([id, other]);
  });
});
