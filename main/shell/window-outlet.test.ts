import type { PrinterInfo, WebContentsPrintOptions } from 'electron';
import { beforeEach, describe, expect, it } from 'vitest';
import { letterWindowOptions } from './kiosk-window.ts';
import { type LetterWindow, WindowOutlet } from './window-outlet.ts';

type Printed = (success: boolean, reason: string) => void;

const letter = { pdf: Buffer.from('%PDF-1.7 surat'), copies: 2, paper: 'F4' } as const;
const never = new Promise<never>(() => undefined);

/** The office's Windows, and what one window after the other is asked. */
let windows: { asked: string[]; printed: WebContentsPrintOptions[]; destroyed: number };
let printers: string[];
let paused: string | null;
let draw: () => Promise<unknown>;
let answer: (printed: Printed) => void;

beforeEach(() => {
  windows = { asked: [], printed: [], destroyed: 0 };
  printers = ['Kantor', String.raw`\\SEKDES\Epson L3210`];
  paused = null;
  draw = async () => 1;
  answer = (printed) => printed(true, '');
});

function makeWindow(): LetterWindow {
  return {
    webContents: {
      getPrintersAsync: async () => printers.map((name) => ({ name }) as PrinterInfo),
      executeJavaScript: (code) => {
        windows.asked.push(code);
        return draw();
      },
      print: (options, printed) => {
        windows.printed.push(options ?? {});
        if (printed) answer(printed);
      },
    },
    loadURL: async (url) => void windows.asked.push(url),
    destroy: () => {
      windows.destroyed += 1;
    },
  };
}

const isShut = async (queue: string) => queue === paused;
const url = 'app://anjungan/letter-print';
const outlet = (limitMs = 5_000) => new WindowOutlet({ makeWindow, isShut, url, limitMs });

describe('a letter for a printer of Windows', () => {
  it('is drawn in a window of its own, without a URL or file that holds it, and sent at its full size', async () => {
    expect(await outlet().print('Kantor', letter)).toEqual({ taken: expect.any(String) });
    expect(windows.asked).toEqual(['app://anjungan/letter-print', `drawLetter("${letter.pdf.toString('base64')}")`]);
    expect(windows.printed).toEqual([
      {
        silent: true,
        deviceName: 'Kantor',
        copies: 2,
        collate: true,
        duplexMode: 'simplex',
        landscape: false,
        scaleFactor: 100,
        margins: { marginType: 'none' },
        pageSize: { width: 210_000, height: 330_000 },
      },
    ]);
    await outlet().print('Kantor', { ...letter, paper: 'A4' });
    expect(windows.printed[1]).toMatchObject({ pageSize: { width: 210_000, height: 297_000 } });
    expect(windows.destroyed).toBe(2);
  });

  it.each([
    ['Invalid deviceName provided', { refused: 'no_queue' }],
    ['Invalid printer settings', { refused: 'refused' }],
    ['Print job canceled', { lost: 'interrupted' }],
    ['Print job failed', { lost: 'interrupted' }],
    ['', { lost: 'interrupted' }],
  ])('after "%s" is %j', async (reason, given) => {
    answer = (printed) => printed(false, reason);
    expect(await outlet().print('Kantor', letter)).toEqual(given);
  });

  it('is not drawn for a printer that is not there', async () => {
    expect(await outlet().print('Lama', letter)).toEqual({ refused: 'no_queue' });
    expect(windows).toEqual({ asked: [], printed: [], destroyed: 1 });
  });

  it('is not given to a printer that stands still', async () => {
    paused = 'Kantor';
    expect(await outlet().print('Kantor', letter)).toEqual({ refused: 'stopped' });
    expect(windows).toEqual({ asked: [], printed: [], destroyed: 1 });
  });

  it('is refused when its page cannot be drawn, or Electron does not like the order', async () => {
    draw = () => Promise.reject(new Error('not a PDF'));
    expect(await outlet().print('Kantor', letter)).toEqual({ refused: 'refused' });
    expect(windows.printed).toEqual([]);
    draw = async () => 1;
    answer = () => {
      throw new Error('Unsupported pageSize');
    };
    expect(await outlet().print('Kantor', letter)).toEqual({ refused: 'refused' });
    expect(windows.destroyed).toBe(2);
  });

  it('is certainly not out when drawing takes too long, and does not come out later', async () => {
    let drawn: (value: unknown) => void = () => undefined;
    draw = () => new Promise((resolve) => (drawn = resolve));
    expect(await outlet(20).print('Kantor', letter)).toEqual({ refused: 'timeout' });
    drawn(1);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(windows).toMatchObject({ printed: [], destroyed: 1 });
  });

  it('is in doubt when Windows takes too long, or the program ends', async () => {
    answer = () => undefined;
    expect(await outlet(20).print('Kantor', letter)).toEqual({ lost: 'timeout' });
    const closing = outlet();
    answer = () => setTimeout(() => closing.close());
    expect(await closing.print('Kantor', letter)).toEqual({ lost: 'timeout' });
    draw = () => never;
    const early = closing.print('Kantor', letter);
    await new Promise((resolve) => setTimeout(resolve, 5));
    closing.close();
    expect(await early).toEqual({ refused: 'timeout' });
    expect(windows.destroyed).toBe(3);
  });

  it('waits while the program has no window yet', async () => {
    const starting = new WindowOutlet({ makeWindow: () => null, isShut, url });
    expect(await starting.print('Kantor', letter)).toEqual({ refused: 'no_system' });
    expect(await starting.queues()).toEqual([]);
  });

  it('is left to a person once Windows has it', async () => {
    const now = await outlet().jobs('Kantor', ['a', 'b']);
    expect([...now]).toEqual([
      ['a', { is: 'forgotten' }],
      ['b', { is: 'forgotten' }],
    ]);
  });
});

describe('the queues of Windows', () => {
  it('are those that can be set, also shared ones; of their state Electron says nothing', async () => {
    printers.push('A, B');
    expect(await outlet().queues()).toEqual([
      { name: 'Kantor', state: 'unknown' },
      { name: String.raw`\\SEKDES\Epson L3210`, state: 'unknown' },
    ]);
    expect(windows.destroyed).toBe(1);
  });

  it('are none when Windows does not answer', async () => {
    const broken = new WindowOutlet({
      makeWindow: () => {
        throw new Error('no window');
      },
      isShut,
      url,
    });
    expect(await broken.queues()).toEqual([]);
    expect(await broken.print('Kantor', letter)).toEqual({ refused: 'refused' });
  });
});

it('the hidden window is as locked as the kiosk, and has no tools and no preload', () => {
  const { webPreferences } = letterWindowOptions;
  expect(webPreferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    devTools: false,
  });
  expect(webPreferences).not.toHaveProperty('preload');
  expect(letterWindowOptions.show).toBe(false);
});
