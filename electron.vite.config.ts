import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const at = (path: string) => resolve(import.meta.dirname, path);

/** electron-vite's table of Electron versions ends at 44, so the targets of Electron 45 are named here. */
export default defineConfig({
  main: {
    build: {
      target: 'node24.18',
      outDir: at('out/main'),
      sourcemap: true,
      rolldownOptions: {
        input: {
          index: at('main/index.ts'),
          headless: at('main/headless.ts'),
          'backup-worker': at('main/backup/worker.ts'),
          'diagnostics-worker': at('main/diagnostics/worker.ts'),
          'letter-worker': at('main/documents/letters/worker.ts'),
          'residents-worker': at('main/documents/residents/worker.ts'),
          'check-worker': at('main/store/worker.ts'),
          'statistics-worker': at('main/statistics/worker.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      target: 'node24.18',
      outDir: at('out/preload'),
      // A sandboxed preload is one CommonJS file and can require nothing but electron.
      externalizeDeps: false,
      minify: true,
      rolldownOptions: {
        input: { index: at('preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    publicDir: at('resources/public'),
    plugins: [react()],
    build: {
      target: 'chrome156',
      outDir: at('out/renderer'),
      minify: true,
      rolldownOptions: {
        input: {
          admin: at('renderer/admin/index.html'),
          counter: at('renderer/counter/index.html'),
          display: at('renderer/display/index.html'),
          join: at('renderer/join/index.html'),
          kiosk: at('renderer/kiosk/index.html'),
          'letter-print': at('renderer/letter-print/index.html'),
          'out-of-order': at('renderer/out-of-order/index.html'),
        },
      },
    },
  },
});
