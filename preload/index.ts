import { contextBridge, ipcRenderer } from 'electron';

/** The whole of what a page gets from Electron: it may ask for a port, and is handed one. */
contextBridge.exposeInMainWorld('anjungan', {
  requestPort: () => ipcRenderer.send('port'),
});

ipcRenderer.on('port', (event) => {
  window.postMessage('anjungan:port', window.location.origin, [...event.ports]);
});
