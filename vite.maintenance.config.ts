import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const at = (path: string) => resolve(import.meta.dirname, path);

// As electron-vite has it: a test that packs the program must not get React's development build.
process.env['NODE_ENV'] = 'production';

/** Built apart from the other pages: sharing chunks with it would make what a kiosk loads first larger by 7 kB. */
export default defineConfig({
  root: at('renderer'),
  base: './',
  publicDir: false,
  plugins: [react()],
  build: {
    target: 'chrome156',
    outDir: at('out/renderer'),
    emptyOutDir: false,
    rolldownOptions: {
      input: { maintenance: at('renderer/maintenance/index.html') },
    },
  },
});
