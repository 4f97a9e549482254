import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, preview } from 'vite';

/** The display's own screens and voice, with a hub that a test drives; served with the product's clips. */
export async function displaySite(): Promise<{ address: string; close(): Promise<void> }> {
  const outDir = await mkdtemp(join(tmpdir(), 'anjungan-display-'));
  const root = import.meta.dirname;
  const publicDir = resolve(root, '../../../resources');
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    plugins: [react()],
    publicDir,
    build: { outDir, emptyOutDir: true, assetsInlineLimit: 0 },
  });
  const server = await preview({
    root,
    configFile: false,
    logLevel: 'warn',
    build: { outDir },
    preview: { port: 0, host: '127.0.0.1' },
  });
  return {
    address: server.resolvedUrls?.local[0] ?? '',
    async close() {
      await server.close();
      await rm(outDir, { recursive: true });
    },
  };
}
