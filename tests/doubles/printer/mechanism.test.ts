import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VirtualTimers } from '../time/virtual-timers.ts';
import { wordsOf } from './decoder.ts';
import type { Manners } from './manners.ts';
import { type Line, PrinterMechanism } from './mechanism.ts';

const timers = new VirtualTimers();
const allIsWell = 0x16;
const howAreYou = [0x10, 0x04, 0x01];
const paperQuestion = [0x1d, 0x72, 0x01];
const cut = [0x1d, 0x56, 0x01];
const completion = (token: string) => [0x1d, 0x28, 0x48, 6, 0, 0x30, 0x30, ...Buffer.from(token)];
const completed = (token: string) => [0x37, 0x22, ...Buffer.from(token), 0];
const words = (text: string) => [...Buffer.from(`${text}\n`)];

/** A client on a line to a printer with these manners. */
function meet(manners: Partial<Manners> = {}) {
  const printer = new PrinterMechanism({ timers });
  printer.behave(manners);
  const heard: number[][] = [];
  let isOpen = true;
  const line: Line = {
    get isOpen() {
      return isOpen;
    },
    say: (bytes) => void heard.push([...bytes]),
    reset: () => {
      isOpen = false;
    },
  };
  printer.connect(line);
  return {
    printer,
    line,
    heard,
    send: (...pieces: number[][]) => printer.take(Buffer.from(pieces.flat()), line),
    lines: () => wordsOf([...printer.slips.flat(), ...printer.unfinished]),
  };
}

describe('a printer without sockets', () => {
  it('answers out of turn how it is, and in its turn what is printed', () => {
    const { printer, send, heard } = meet();
    printer.set({ paperOut: true });
    send(words('A001'), completion('P001'), howAreYou);
    expect(heard).toEqual([[0x1e]]);
    printer.set({ paperOut: false });
    expect(heard).toEqual([[0x1e], completed('P001')]);
  });

  it('answers a question only when everything before it is on the paper', async () => {
    const { send, heard, lines } = meet({ slow: 100 });
    send(words('A001'), words('A002'), completion('P001'), cut, completion('C001'));
    await timers.advance(150);
    expect({ heard, lines: lines() }).toEqual({ heard: [], lines: ['A001', 'A002'] });
    await timers.advance(100);
    expect(heard).toEqual([completed('P001'), completed('C001')]);
  });

  it('prints the same and says the same whatever pieces the bytes come in', () => {
    const bytes = [...words('A001'), ...howAreYou, ...completion('P001'), ...cut, ...paperQuestion];
    fc.assert(
      fc.property(fc.array(fc.nat(bytes.length)), (cuts) => {
        const whole = meet();
        whole.send(bytes);
        const { send, heard, printer } = meet();
        const ends = [...cuts, bytes.length].toSorted((one, other) => one - other);
        ends.reduce((from, to) => {
          send(bytes.slice(from, to));
          return to;
        }, 0);
        expect(heard).toEqual(whole.heard);
        expect(printer.slips).toEqual(whole.printer.slips);
      }),
    );
  });

  it('that lies says all is well while nothing moves', () => {
    const { printer, send, heard, lines } = meet({ lying: true });
    printer.set({ paperOut: true });
    send(words('A001'), completion('P001'), paperQuestion, howAreYou);
    expect(heard).toEqual([[allIsWell]]);
    expect(lines()).toEqual([]);
  });

  it.each([
    [{ mute: true }, [], ['A001', 'A002']],
    [{ noFence: true }, [[allIsWell]], ['A001', 'A002']],
    [{ completion: 'skipped' }, [[allIsWell], [0]], ['A001', 'A002']],
    [{ completion: 'printed' }, [[allIsWell], [0]], ['A001', 'H00P001A002']],
  ] as const)('with the manners %o says %j and prints %j', (manners, says, prints) => {
    const { send, heard, lines } = meet(manners);
    send(howAreYou, words('A001'), completion('P001'), paperQuestion, words('A002'));
    expect(heard).toEqual(says);
    expect(lines()).toEqual(prints);
  });

  it('that answers the newest only leaves the one before unanswered', () => {
    const { send, heard } = meet({ newestOnly: true });
    send(words('A001'), completion('P001'), cut, completion('C001'));
    expect(heard).toEqual([completed('C001')]);
  });

  it('that is late keeps the order of its answers, in single bytes too', async () => {
    const { printer, send, heard } = meet({ late: 50, split: true });
    send(completion('P001'));
    await timers.advance(30);
    expect(heard).toEqual([]);
    printer.behave({ late: 0 });
    send(howAreYou);
    await timers.advance(50);
    expect(heard).toEqual([...completed('P001'), allIsWell].map((byte) => [byte]));
  });

  it('that chatters tells its status after every byte, and never inside an answer', () => {
    const { send, heard } = meet({ chatter: () => true });
    send(completion('P001'));
    const status = [0x14, 0, 0, 0x0f];
    expect(heard.filter((piece) => piece.length === 4)).toEqual(Array.from({ length: 12 }, () => status));
    expect(heard.filter((piece) => piece.length !== 4)).toEqual([completed('P001')]);
  });

  it('whose blade jams keeps the paper, and cuts it when it is mended', () => {
    const { printer, send } = meet({ jamsAtCut: true });
    send(words('A001'), cut);
    expect(printer.slips).toEqual([]);
    expect(printer.faults.cutterJam).toBe(true);
    printer.set({ cutterJam: false });
    expect(printer.slips.map(wordsOf)).toEqual([['A001']]);
  });

  it('that loses its power loses what it had not printed, and keeps the paper', async () => {
    const { printer, line, send } = meet({ slow: 10 });
    send(words('A001'), words('A002'), [0x1d]);
    printer.losePower();
    await timers.advance(100);
    expect(line.isOpen).toBe(false);
    const next = { isOpen: true, say: () => undefined, reset: () => undefined };
    printer.take(Buffer.from([...words('A003'), ...cut]), next);
    await timers.advance(100);
    expect(printer.slips.map(wordsOf)).toEqual([['A001', 'A003']]);
  });

  it('lets things happen in the middle: of bytes, of lines, at a cut, each once', () => {
    const { printer, send } = meet();
    const seen: string[] = [];
    printer.after(3, 'byte', () => seen.push(`byte ${printer.received}`));
    printer.after(2, 'line', () => seen.push(`line ${wordsOf(printer.unfinished).at(-1)}`));
    printer.after(1, 'cut', () => seen.push(`cut ${printer.slips.length}`));
    send(words('A001'), words('A002'), words('A003'), cut, cut);
    expect(seen).toEqual(['byte 3', 'line A002', 'cut 1']);
  });

  it('that breaks off after some bytes hears no more of them', () => {
    const { printer, send, lines } = meet({ resetAfter: 5 });
    send(words('A001'), words('A002'));
    expect(printer.received).toBe(5);
    expect(lines()).toEqual(['A001']);
  });
});
