import { contextBridge, ipcRenderer } from 'electron';
import { follow, type Gesture, noGesture, type Touch } from './corner-gesture.ts';

/** The whole of what a page gets from Electron: it may ask for a port, and is handed one. */
contextBridge.exposeInMainWorld('anjungan', {
  requestPort: () => ipcRenderer.send('port'),
});

ipcRenderer.on('port', (event) => {
  window.postMessage('anjungan:port', window.location.origin, [...event.ports]);
});

// It shares the page's thread: a page that hangs says nothing.
setInterval(() => ipcRenderer.send('alive'), 5_000);
ipcRenderer.send('alive');
// Heard here, in a world that the page cannot reach: it works whatever became of the page.
let gesture: Gesture = noGesture;
const kinds = { pointerdown: 'down', pointermove: 'move', pointerup: 'up', pointercancel: 'cancel' } as const;
for (const [type, kind] of Object.entries(kinds) as [keyof typeof kinds, Touch['kind']][]) {
  window.addEventListener(
    type,
    (event) => {
      // A page's own script touches nothing.
      if (!event.isTrusted) return;
      const { pointerId: pointer, clientX: x, clientY: y, timeStamp: at } = event;
      gesture = follow(gesture, { kind, pointer, x, y, width: window.innerWidth, at });
      if (gesture.phase !== 'done') return;
      gesture = noGesture;
      ipcRenderer.send('maintenance');
    },
    { capture: true, passive: true },
  );
}
window.addEventListener(
  'keydown',
  (event) => {
    const { isTrusted, ctrlKey, altKey, shiftKey, code, repeat } = event;
    if (isTrusted && ctrlKey && altKey && shiftKey && code === 'KeyM' && !repeat) ipcRenderer.send('maintenance');
  },
  { capture: true },
);

// What is dropped on a page that has no place for it would else be opened in its stead.
for (const type of ['dragover', 'drop'] as const)
  window.addEventListener(type, (event) => {
    if (event.defaultPrevented) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'none';
  });
