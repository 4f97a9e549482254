import { EventEmitter } from 'node:events';
import type { BrowserWindow, MessageBoxOptions } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SetUpNotice } from './set-up-notice.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
});
afterEach(() => {
  vi.useRealTimers();
});

function make({ visible = true, fails = false } = {}) {
  const window = Object.assign(new EventEmitter(), { isVisible: () => visible });
  const boxes: MessageBoxOptions[] = [];
  const logged: unknown[] = [];
  const code: { good: string | null } = { good: '7Q4K-M2XV' };
  const notice = new SetUpNotice({
    dialog: {
      showMessageBox: (_window: unknown, options?: MessageBoxOptions) => {
        boxes.push(options as MessageBoxOptions);
        if (fails) return Promise.reject(new Error(`no box for ${options?.message}`));
        return new Promise((resolve) =>
          options?.signal?.addEventListener('abort', () => resolve({ response: 0, checkboxChecked: false })),
        );
      },
    },
    window: window as unknown as BrowserWindow,
    joinUrl: 'http://127.0.0.1:4780/join',
    current: () => code.good,
    log: {
      info: (...said) => logged.push(said),
      warn: (...said) => logged.push(said),
      error: (...s) => logged.push(s),
    },
  });
  return { notice, window, boxes, logged, code, open: () => boxes.filter(({ signal }) => signal?.aborted === false) };
}

describe('the set-up code', () => {
  it('stands before the window in both languages, with the place where it is typed', () => {
    const { notice, boxes, logged } = make();
    notice.show('7Q4K-M2XV');
    expect(boxes).toHaveLength(1);
    const { message, detail, buttons } = boxes[0] as MessageBoxOptions;
    expect(message).toBe('Kode penyiapan / Set-up code: 7Q4K-M2XV');
    expect(detail).toContain('Buka http://127.0.0.1:4780/join di komputer ini');
    expect(detail).toContain('Open http://127.0.0.1:4780/join on this computer');
    expect(buttons).toEqual(['Tutup / Close']);
    expect(logged).toEqual([]);
  });

  it('waits for the window', () => {
    const { notice, window, boxes } = make({ visible: false });
    notice.show('7Q4K-M2XV');
    expect(boxes).toEqual([]);
    window.emit('show');
    window.emit('show');
    expect(boxes).toHaveLength(1);
  });

  it('is not shown any more when it was used before the window came', () => {
    const { notice, window, boxes, code } = make({ visible: false });
    notice.show('7Q4K-M2XV');
    code.good = null;
    window.emit('show');
    expect(boxes).toEqual([]);
  });

  it('leaves the screen once a supervisor was made with it', () => {
    const { notice, open, code } = make();
    notice.show('7Q4K-M2XV');
    vi.advanceTimersByTime(60_000);
    expect(open()).toHaveLength(1);
    code.good = null;
    vi.advanceTimersByTime(1_000);
    expect(open()).toEqual([]);
  });

  it('gives way to the next one, which wrong tries brought', () => {
    const { notice, open, code } = make();
    notice.show('7Q4K-M2XV');
    code.good = 'AAAA-BBBB';
    notice.show('AAAA-BBBB');
    expect(open()).toMatchObject([{ message: expect.stringContaining('AAAA-BBBB') }]);
  });

  it('gives way also when the window is not there yet', () => {
    const { notice, window, boxes, code } = make({ visible: false });
    notice.show('7Q4K-M2XV');
    code.good = 'AAAA-BBBB';
    notice.show('AAAA-BBBB');
    window.emit('show');
    expect(boxes).toMatchObject([{ message: expect.stringContaining('AAAA-BBBB') }]);
  });

  it('reaches no log when there can be no box, and the program lives', async () => {
    const { notice, logged } = make({ fails: true });
    notice.show('7Q4K-M2XV');
    await vi.waitFor(() => expect(logged).toHaveLength(1));
    expect(JSON.stringify(logged)).not.toContain('7Q4K');
    expect(vi.getTimerCount()).toBe(0);
  });
});
