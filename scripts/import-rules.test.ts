import { describe, expect, test } from 'vitest';
import { importsOf, readRooms, violations } from './import-rules.mjs';

const found = (files: Record<string, string>) =>
  violations(new Map(Object.entries(files))).map(({ file, line, text }) => `${file}:${line} ${text}`);

describe('forbidden', () => {
  const cases: [string, string, string, string][] = [
    ['contract/queue.ts', `import { a } from '../main/ops/clock.ts';`, 'contract', 'main/ops/clock.ts'],
    ['contract/queue.ts', `import type { a } from '../main/ops/clock.ts';`, 'contract', 'main/ops/clock.ts'],
    ['contract/queue.ts', `import { readFileSync } from 'node:fs';`, 'contract', 'node:fs'],
    ['contract/queue.ts', `import { useState } from 'react';`, 'contract', 'react'],
    ['main/queue/tickets.ts', `import { a } from '../transport/lan.ts';`, 'main/queue', 'main/transport/lan.ts'],
    ['main/queue/tickets.ts', `import type { a } from '../transport/lan.ts';`, 'main/queue', 'main/transport/lan.ts'],
    ['main/queue/tickets.ts', `export * from '../shell/window.ts';`, 'main/queue', 'main/shell/window.ts'],
    ['main/queue/tickets.ts', `await import('../../renderer/client.ts');`, 'main/queue', 'renderer/client.ts'],
    ['main/queue/promise/rate.ts', `import { app } from 'electron';`, 'main/queue', 'electron'],
    ['main/queue/promise/rate.ts', `import { a } from '../../lounge.ts';`, 'main/queue', 'main/lounge.ts'],
    ['main/printing/spooler.ts', `import { app } from 'electron/main';`, 'main/printing', 'electron/main'],
    ['main/store/open.ts', `import { a } from '../transport/lan.ts';`, 'main/store', 'main/transport/lan.ts'],
    ['main/lounge.ts', `import { app } from 'electron';`, 'main/lounge.ts', 'electron'],
    ['main/headless.ts', `import { a } from './shell/window.ts';`, 'main/headless.ts', 'main/shell/window.ts'],
    ['main/update/feed.ts', `import { app } from 'electron';`, 'main/update', 'electron'],
    ['main/transport/lan.ts', `import { a } from '../../preload/index.ts';`, 'main/transport', 'preload/index.ts'],
    ['renderer/kiosk/main.tsx', `import { app } from 'electron';`, 'renderer', 'electron'],
    ['renderer/kiosk/main.tsx', `import { a } from '../../main/lounge.ts';`, 'renderer', 'main/lounge.ts'],
    ['renderer/kiosk/main.tsx', `import type { a } from '../../main/lounge.ts';`, 'renderer', 'main/lounge.ts'],
    ['renderer/live.ts', `import { a } from './connection-suite.ts';`, 'renderer', 'renderer/connection-suite.ts'],
    ['preload/index.ts', `import { z } from 'zod';`, 'preload', 'zod'],
    ['preload/index.ts', `import type { a } from '../contract/index.ts';`, 'preload', 'contract/index.ts'],
  ];
  test.each(cases)('%s: %s', (file, text, room, target) => {
    const report = found({ [file]: `// first line\n${text}\n` });
    expect(report).toEqual([expect.stringMatching(`^${file}:2 ${room} may import `)]);
    expect(report[0]).toContain(target);
  });

  test('a domain needs `import type` for another domain, and a renderer for the contract', () => {
    expect(found({ 'main/queue/a.ts': `import { Spooler } from '../printing/spooler.ts';` })[0]).toContain(
      'only the types of main/printing/spooler.ts',
    );
    expect(found({ 'main/transport/a.ts': `import { router } from '../queue/router.ts';` })[0]).toContain(
      'only the types',
    );
    expect(found({ 'renderer/a.ts': `import { ticket } from '../contract/queue.ts';` })[0]).toContain('only the types');
    // verbatimModuleSyntax keeps this statement at run time.
    expect(found({ 'main/queue/a.ts': `import { type Spooler } from '../printing/spooler.ts';` })).toHaveLength(1);
  });
});

test.each([
  ['contract/queue.ts', `import { z } from 'zod'; import { base } from './base.ts';`],
  ['main/queue/tickets.ts', `import { join } from 'node:path'; import { day } from '../../contract/base.ts';`],
  ['main/queue/tickets.ts', `import { Live } from '../ops/live.ts'; import { open } from '../store/open.ts';`],
  ['main/queue/promise/rate.ts', `import { a } from '../calendar.ts';`],
  ['main/queue/tickets.ts', `import type { Spooler } from '../printing/spooler.ts';`],
  ['main/queue/tickets.ts', `// import { app } from 'electron';\nconst text = "import { app } from 'electron'";`],
  ['main/queue/tickets.test.ts', `import { a } from '../printing/spooler.ts';`],
  ['renderer/client/connection-suite.ts', `import { contract } from '../../contract/index.ts';`],
  [
    'main/index.ts',
    `import { app } from 'electron'; import { a } from './shell/window.ts'; import { b } from './lounge.ts';`,
  ],
  ['main/shell/window.ts', `import { app } from 'electron'; import type { Lounge } from '../lounge.ts';`],
  ['main/lounge.ts', `import { a } from './queue/tickets.ts'; import { b } from './transport/lan.ts';`],
  ['preload/index.ts', `import { ipcRenderer } from 'electron';`],
  ['renderer/kiosk/main.tsx', `import { useState } from 'react'; import type { T } from '../../contract/queue.ts';`],
  ['renderer/ui/button.tsx', `import './button.css'; import { theme } from './theme.ts';`],
])('allowed in %s: %s', (file, text) => {
  expect(found({ [file]: text })).toEqual([]);
});

describe('cycles', () => {
  test('are reported once, with their way', () => {
    expect(
      found({
        'main/queue/a.ts': `import { b } from './b.ts';`,
        'main/queue/b.ts': `export { c } from './c';`,
        'main/queue/c.ts': `import { a } from './a.js';`,
        'main/queue/d.ts': `import { a } from './a.ts';`,
      }),
    ).toEqual([
      'main/queue/a.ts:1 import cycle: main/queue/a.ts -> main/queue/b.ts -> main/queue/c.ts -> main/queue/a.ts',
    ]);
  });

  test('a type-only import makes none', () => {
    expect(
      found({
        'main/queue/a.ts': `import { b } from './b.ts';`,
        'main/queue/b.ts': `import type { a } from './a.ts';\nexport type * from './a.ts';`,
      }),
    ).toEqual([]);
  });
});

test('a default import named type is not a type-only import', () => {
  expect(importsOf('a.ts', `import type from './a.ts';`)[0]?.typeOnly).toBe(false);
  expect(importsOf('a.ts', `import type Shape from './a.ts';`)[0]?.typeOnly).toBe(true);
});

test('the rooms of this tree are read', () => {
  expect([...readRooms(`${import.meta.dirname}/..`).keys()]).toContain('contract/index.ts');
});
