#!/usr/bin/env node
/** In the place of fpm, which cannot be had without the internet: the same command line, over Debian's own dpkg-deb. */
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';

const text = { type: 'string' } as const;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    force: { type: 'boolean' },
    'input-type': { ...text, short: 's' },
    'output-type': { ...text, short: 't' },
    architecture: text,
    'after-install': text,
    'after-remove': text,
    description: text,
    version: text,
    package: text,
    name: text,
    maintainer: text,
    vendor: text,
    url: text,
    category: text,
    license: text,
    'deb-priority': text,
    'deb-compression': text,
    depends: { ...text, short: 'd', multiple: true },
    'deb-recommends': { ...text, multiple: true },
  },
});

const stage = mkdtempSync(join(tmpdir(), 'fpm-'));
try {
  for (const pair of positionals) {
    const at = pair.lastIndexOf('=');
    const to = join(stage, pair.slice(at + 1));
    mkdirSync(dirname(to), { recursive: true });
    cpSync(pair.slice(0, at), to, { recursive: true });
  }
  const control = [
    ['Package', values.name],
    ['Version', values.version],
    ['Architecture', values.architecture],
    ['Maintainer', values.maintainer],
    ['Depends', values.depends?.join(', ')],
    ['Section', values.category],
    ['Priority', values['deb-priority']],
    ['Homepage', values.url],
    ['Description', values.description?.trim().replaceAll(/\n\s*/g, '\n ')],
  ];
  mkdirSync(join(stage, 'DEBIAN'));
  writeFileSync(join(stage, 'DEBIAN', 'control'), control.map(([name, value]) => `${name}: ${value}\n`).join(''));
  for (const [name, source] of [
    ['postinst', values['after-install']],
    ['postrm', values['after-remove']],
  ] as const) {
    if (source === undefined) continue;
    cpSync(source, join(stage, 'DEBIAN', name));
    chmodSync(join(stage, 'DEBIAN', name), 0o755);
  }
  chmodSync(stage, 0o755);
  // Quickly: a test looks inside, and nobody downloads it.
  execFileSync('dpkg-deb', ['--root-owner-group', '-Zgzip', '-z1', '--build', stage, values.package ?? '']);
} finally {
  rmSync(stage, { recursive: true, force: true });
}
