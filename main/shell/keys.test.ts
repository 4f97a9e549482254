import { EventEmitter } from 'node:events';
import type { WebContents } from 'electron';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forbidZoom, guardKeys, type Keyboard, passes } from './keys.ts';

type Held = 'shift' | 'control' | 'alt' | 'meta';
/** As a person says it: "Control+Shift+i". */
function struck(chord: string) {
  const parts = chord.replace(/\+\+$/, '+plus').split('+');
  const key = (parts.at(-1) as string).replace('plus', '+');
  const holds = (held: Held) => parts.slice(0, -1).some((part) => part.toLowerCase() === held);
  const altgr = parts.includes('AltGr');
  return {
    key,
    shift: holds('shift'),
    control: holds('control') || altgr,
    alt: holds('alt') || altgr,
    meta: holds('meta'),
    modifiers: altgr ? ['altgr'] : [],
  };
}
const passing = (chords: string[], keyboard: Keyboard) => chords.filter((chord) => passes(struck(chord), keyboard));

const waysOut = [
  ...[
    'F5',
    'F11',
    'F12',
    'Control+r',
    'Control+R',
    'Control+Shift+R',
    'Control+w',
    'Control+p',
    'Control+s',
    'Control+u',
  ],
  ...['Control++', 'Control+-', 'Control+=', 'Control+0', 'Control+Shift+I', 'Control+Shift+J', 'Control+Shift+C'],
  ...[
    'Alt+ArrowLeft',
    'Alt+ArrowRight',
    'Alt+Home',
    'BrowserBack',
    'BrowserRefresh',
    'Meta+r',
    'Control+n',
    'Control+t',
  ],
];

describe('a window that has the whole screen', () => {
  it('takes no key that leads out of the page', () => {
    const more = ['F1', 'F3', 'F4', 'Alt+F4', 'Control+F4', 'Alt', 'Control', 'Meta', 'ContextMenu', 'Shift+F10'];
    const alien = ['Control+c', 'Control+v', 'Control+a', 'Control+z', 'PrintScreen', 'Alt+ ', 'Control+Alt+t'];
    expect(passing([...waysOut, ...more, ...alien], 'typing')).toEqual([]);
  });

  it('takes whatever a scanner types', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', minLength: 1 }), fc.boolean(), (code, shift) => {
        for (const key of code) expect(passes({ ...struck('x'), key, shift }, 'typing')).toBe(true);
      }),
    );
    expect(passing(['Enter', 'Tab', 'Shift'], 'typing')).toHaveLength(3);
  });

  it('takes what a person types and mends', () => {
    const typed = ['a', 'É', '7', ' ', 'AltGr+@', 'Dead', 'Backspace', 'Delete', 'ArrowLeft', 'Shift+Home', 'Escape'];
    expect(passing(typed, 'typing')).toEqual(typed);
  });
});

describe('a counter’s window', () => {
  it('takes the keys of editing, of the desk, and the one that closes it', () => {
    const editing = ['a', 'Enter', 'Control+c', 'Control+v', 'Control+x', 'Control+a', 'Control+z', 'Control+Shift+Z'];
    const more = ['Control+y', 'Control+ArrowLeft', 'Control+Backspace', 'Shift+End', 'F2', 'F9', 'Alt+F4', 'AltGr+0'];
    expect(passing([...editing, ...more], 'editing')).toEqual([...editing, ...more]);
  });

  it('takes none that reloads, prints, zooms or opens developer tools', () => {
    expect(passing(waysOut, 'editing')).toEqual([]);
  });
});

class Contents extends EventEmitter {
  readonly done: unknown[] = [];
  setIgnoreMenuShortcuts(ignore: boolean): void {
    this.done.push({ ignore });
  }
  async setVisualZoomLevelLimits(...limits: number[]): Promise<void> {
    this.done.push({ limits });
  }
}

it('the keys of a page are guarded, also those of a menu', () => {
  const contents = new Contents();
  guardKeys(contents as unknown as WebContents, 'typing');
  expect(contents.done).toEqual([{ ignore: true }]);
  const press = (chord: string) => {
    let prevented = false;
    contents.emit('before-input-event', { preventDefault: () => (prevented = true) }, struck(chord));
    return prevented;
  };
  expect([press('F5'), press('7')]).toEqual([true, false]);
});

it('every page that was loaded has its zoom forbidden', () => {
  const contents = new Contents();
  forbidZoom(contents as unknown as WebContents);
  contents.emit('did-finish-load');
  contents.emit('did-finish-load');
  expect(contents.done).toEqual([{ limits: [1, 1] }, { limits: [1, 1] }]);
});
