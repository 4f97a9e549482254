import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Unit tests stand beside the code; integration tests use real sockets, files and processes and may take longer. */
export default defineConfig({
  test: {
    reporters: ['default'],
    // Half of the time an integration test waits: for a printer, a socket, a program. The default is a worker less than cores.
    maxWorkers: Math.max(3, availableParallelism() - 1),
    projects: [
      {
        test: {
          name: 'unit',
          // Pure rules leave nothing behind for the next file; a fresh process for each took three times as long.
          isolate: false,
          include: ['{contract,main,preload,renderer,scripts,tests}/**/*.test.ts'],
          exclude: ['**/*.integration.test.ts', 'tests/{crash,shell,e2e}/**'],
        },
      },
      {
        test: {
          name: 'integration',
          include: ['{main,renderer,scripts,tests}/**/*.integration.test.ts'],
          exclude: ['tests/{crash,shell,e2e}/**'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'crash',
          include: ['tests/crash/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'shell',
          include: ['tests/shell/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
