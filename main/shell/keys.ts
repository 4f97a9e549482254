import type { Input, WebContents } from 'electron';

/** What of a keyboard reaches a page: `typing` where the window has the whole screen, `editing` at a counter. */
export type Keyboard = 'typing' | 'editing';

/** Keys with a name that a scanner or a person types with; all others with a name lead out of the page. */
const named = new Set([
  ...['Enter', 'Tab', 'Backspace', 'Delete', 'Escape', 'Shift', 'CapsLock', 'NumLock'],
  ...['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown'],
  // Parts of a letter: an accent before it, a method of input, a code that has no name.
  ...['Dead', 'Process', 'Unidentified'],
]);

/** Reload, developer tools and full screen, which a counter's computer has no use for. */
const idle = new Set(['F5', 'F11', 'F12', 'BrowserBack', 'BrowserForward', 'BrowserRefresh', 'BrowserHome']);
/** With Control: reload, close, print of the screen, save, view source, open, new window, zoom. */
const idleWithControl = new Set(['r', 'w', 'p', 's', 'u', 'o', 'n', 't', '+', '-', '=', '_', '0']);
/** With Control and Shift: developer tools. */
const idleWithShift = new Set(['i', 'j', 'c']);

type Key = Pick<Input, 'key' | 'shift' | 'control' | 'alt' | 'meta' | 'modifiers'>;

/**
 * Whether a key may reach the page. Keys of the system itself (Alt+Tab, Ctrl+Alt+Del, the Windows key) never come to a
 * program: the session around it must have none.
 */
export function passes({ key, shift, control, alt, meta, modifiers }: Key, keyboard: Keyboard): boolean {
  // Keyboards with AltGr type letters with it, which Windows shows as Control and Alt.
  const isLetter = key.length === 1;
  // Opens the maintenance screen (preload).
  if (control && alt && shift && !meta && key.toLowerCase() === 'm') return true;
  if (isLetter && modifiers.includes('altgr')) return true;
  if (keyboard === 'typing') return !control && !alt && !meta && (isLetter || named.has(key));
  const letter = key.toLowerCase();
  if (meta || idle.has(key)) return false;
  // Alt+F4 closes a counter's window among others; Alt with an arrow would go back in the history.
  if (alt) return !letter.startsWith('arrow') && letter !== 'home';
  if (!control) return true;
  return !(idleWithControl.has(letter) || (shift && idleWithShift.has(letter)));
}

/** Lets through what may pass, from now on. */
export function guardKeys(contents: WebContents, keyboard: Keyboard): void {
  contents.setIgnoreMenuShortcuts(true);
  contents.on('before-input-event', (event, input) => {
    if (!passes(input, keyboard)) event.preventDefault();
  });
}

/** Two fingers never enlarge the page. Of each page anew: the one that took a dead one's place has Chromium's limits. */
export function forbidZoom(contents: WebContents): void {
  contents.on('did-finish-load', () => {
    // It fails only where the page has gone again meanwhile.
    contents.setVisualZoomLevelLimits(1, 1).catch(() => undefined);
  });
}
