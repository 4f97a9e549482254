import { existsSync, readFileSync } from 'node:fs';
import { createRequire, isBuiltin, registerHooks } from 'node:module';
import { dirname, extname, join, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseSync } from 'oxc-parser';

const asked = 'asked-from:';

/** Node's own rules, with another module as the one that asks. */
registerHooks({
  resolve: (specifier, context, next) => {
    if (!specifier.startsWith(asked)) return next(specifier, context);
    const [parentURL, wanted] = JSON.parse(decodeURIComponent(specifier.slice(asked.length))) as [string, string];
    return { ...next(wanted, { ...context, parentURL }), shortCircuit: true };
  },
});

/**
 * Every file of a package that the entries can come to by an `import` or `require` of a fixed name, and the
 * `package.json` of each such package. Packages for one platform alone are left out.
 * @param entries absolute
 */
export function reachableFiles(entries: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const waiting = [...entries];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    for (const manifest of manifestsAbove(file)) seen.add(manifest);
    if (/\.(js|cjs|mjs)$/.test(file)) waiting.push(...asksOf(file).filter((found) => !isForOnePlatform(found)));
  }
  return seen;
}

function asksOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const module = parseSync(file, text).module;
  const imported = [
    ...module.staticImports.map((one) => one.moduleRequest.value),
    ...module.staticExports.flatMap((one) => one.entries.flatMap((entry) => entry.moduleRequest?.value ?? [])),
    ...module.dynamicImports.flatMap((one) => {
      const written = text.slice(one.moduleRequest.start, one.moduleRequest.end);
      return /^(['"`])([^'"`$]+)\1$/.exec(written)?.[2] ?? [];
    }),
  ];
  const required = [...text.matchAll(/\brequire(?:\$?\d+)?\(\s*(['"])([^'"]+)\1\s*\)/g)].map(
    ([, , name]) => name ?? '',
  );
  return [
    ...imported.flatMap((name) => found(name, () => fileURLToPath(import.meta.resolve(question(name, file))))),
    ...required.flatMap((name) => found(name, () => createRequire(file).resolve(name))),
  ];
}

const question = (name: string, file: string) =>
  asked + encodeURIComponent(JSON.stringify([pathToFileURL(file).href, name]));

/** What is not there is one of those that a package tries and does without. */
function found(name: string, resolve: () => string): string[] {
  if (isBuiltin(name) || name === 'electron') return [];
  try {
    const path = resolve();
    return existsSync(path) && extname(path) !== '.node' ? [path] : [];
  } catch {
    return [];
  }
}

/** A folder within a package may say of its own whether it holds CommonJS. */
function manifestsAbove(file: string): string[] {
  const home = packageOf(file);
  const found: string[] = [];
  for (let folder = dirname(file); home !== undefined && folder.length >= home.length; folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (existsSync(manifest)) found.push(manifest);
  }
  return found;
}

/** @returns the folder of the package that the file is of; undefined for the program's own */
export function packageOf(file: string): string | undefined {
  const at = file.lastIndexOf(`${sep}node_modules${sep}`);
  if (at < 0) return undefined;
  const start = at + '/node_modules/'.length;
  const [scope = '', name = ''] = file.slice(start).split(sep);
  return file.slice(0, start) + (scope.startsWith('@') ? join(scope, name) : scope);
}

/** @returns the name as it stands in an import; empty for the program's own files */
export function nameOfPackage(file: string): string {
  const home = packageOf(file);
  return home === undefined ? '' : (home.split(`${sep}node_modules${sep}`).at(-1) ?? '').split(sep).join('/');
}

function isForOnePlatform(file: string): boolean {
  const home = packageOf(file);
  if (home === undefined || !existsSync(join(home, 'package.json'))) return false;
  return 'os' in (JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as object);
}
