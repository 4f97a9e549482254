/** Who may import whom (design: architecture, section 3), and no import cycles. Type-only imports make no cycle. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, posix } from 'node:path';
import { parseSync } from 'oxc-parser';

/**
 * @typedef {{ specifier: string, typeOnly: boolean, line: number }} Import
 * @typedef {{ file: string, line: number, text: string }} Violation
 * @typedef {object} Rule
 * @property {string} name of the room, for the message
 * @property {(path: string) => boolean} runtime whether a file of ours may be imported
 * @property {(path: string) => boolean} types whether its types may
 * @property {(name: string) => boolean} packages whether a package may be imported
 */

const rooms = ['contract', 'main', 'preload', 'renderer'];
/** Rules of the contract that screens apply as well; none of them brings a schema library along. */
const rulesWithoutSchemas = [
  'contract/letter-fields.ts',
  'contract/letter-numbers.ts',
  'contract/letters-whole.ts',
  'contract/nik.ts',
  'contract/phone.ts',
];
const isElectron = (/** @type {string} */ name) => /^electron(\/|$)/.test(name);
const isUpdater = (/** @type {string} */ name) => /^electron-updater(\/|$)/.test(name);
const isNode = (/** @type {string} */ name) => name.startsWith('node:') || builtinModules.includes(name);
const isReact = (/** @type {string} */ name) => /^react(-dom)?(\/|$)/.test(name);
const plain = (/** @type {string} */ name) => !isElectron(name) && !isUpdater(name) && !isReact(name);
const under =
  (/** @type {string[]} */ ...folders) =>
  (/** @type {string} */ path) =>
    folders.some((f) => path.startsWith(f));

/** Tests stand beside the code; a suite is what several tests share. They may import anything. */
const isTest = (/** @type {string} */ path) => /(\.test|-suite)\.tsx?$/.test(path);

/**
 * The rule for one file; none for tests.
 * @param {string} file path from the root, with forward slashes
 * @returns {Rule | null}
 */
function ruleFor(file) {
  const [room, folder = ''] = file.split('/');
  if (isTest(file)) return null;
  const inFolder = file.split('/').length > 2;
  const shared = under('contract/', 'main/store/', 'main/ops/', 'resources/', `main/${folder}/`);
  const anyMain = under('contract/', 'main/');
  switch (room) {
    case 'contract': {
      const own = under('contract/');
      return { name: room, runtime: own, types: own, packages: (name) => plain(name) && !isNode(name) };
    }
    case 'preload':
      return { name: room, runtime: under('preload/'), types: under('preload/'), packages: isElectron };
    case 'renderer':
      return {
        name: room,
        runtime: (path) => under('renderer/', 'resources/')(path) || rulesWithoutSchemas.includes(path),
        types: under('renderer/', 'contract/'),
        packages: (name) => !isElectron(name) && !isUpdater(name) && !isNode(name),
      };
    case 'main':
      if (file === 'main/index.ts') {
        return { name: file, runtime: under('contract/', 'main/', 'resources/'), types: anyMain, packages: () => true };
      }
      if (!inFolder) {
        const withWindows = under('main/shell/');
        return {
          name: file,
          runtime: (path) => under('contract/', 'main/', 'resources/')(path) && !withWindows(path),
          types: anyMain,
          packages: plain,
        };
      }
      return {
        name: `main/${folder}`,
        runtime: shared,
        types: folder === 'shell' || folder === 'transport' || folder === 'update' ? anyMain : typesOfDomains(folder),
        packages: folder === 'shell' ? () => true : (name) => plain(name) || (folder === 'update' && isUpdater(name)),
      };
    default:
      return null;
  }
}

/** Other domains are known by their types only; what carries or shows them is not known at all. */
function typesOfDomains(/** @type {string} */ own) {
  const closed = ['transport', 'shell', 'update'].filter((folder) => folder !== own).map((folder) => `main/${folder}/`);
  return (/** @type {string} */ path) => under('contract/', 'main/')(path) && !under(...closed)(path);
}

/**
 * @param {string} file name, which tells the syntax
 * @param {string} text
 * @returns {Import[]} everything it imports or re-exports, `import()` with a literal included
 */
export function importsOf(file, text) {
  const { module } = parseSync(file, text);
  const statement = (/** @type {number} */ start, /** @type {number} */ end, /** @type {string} */ specifier) => ({
    specifier,
    typeOnly: /^(import|export)\s+type\b(?!\s*,|\s+from\b)/.test(text.slice(start, end)),
    line: text.slice(0, start).split('\n').length,
  });
  const found = module.staticImports.map((i) => statement(i.start, i.end, i.moduleRequest.value));
  for (const exported of module.staticExports) {
    const request = exported.entries.find((entry) => entry.moduleRequest)?.moduleRequest;
    if (request) found.push(statement(exported.start, exported.end, request.value));
  }
  for (const dynamic of module.dynamicImports) {
    const { start, end } = dynamic.moduleRequest;
    const literal = /^(['"`])([^$]*)\1$/.exec(text.slice(start, end));
    if (literal?.[2]) found.push({ ...statement(dynamic.start, dynamic.end, literal[2]), typeOnly: false });
  }
  return found;
}

/**
 * @param {Map<string, string>} files text by path from the root, with forward slashes
 * @returns {Violation[]}
 */
export function violations(files) {
  /** @type {Violation[]} */
  const found = [];
  /** @type {Map<string, string[]>} */
  const graph = new Map();
  for (const [file, text] of files) {
    const rule = ruleFor(file);
    if (!rule) continue;
    /** @type {string[]} */
    const targets = [];
    for (const { specifier, typeOnly, line } of importsOf(file, text)) {
      const ours = specifier.startsWith('.') || specifier.startsWith('/');
      const path = ours ? resolveImport(file, specifier, files) : specifier;
      if (ours && !typeOnly) targets.push(path);
      const allowed = ours
        ? !isTest(path) && (rule.runtime(path) || (typeOnly && rule.types(path)))
        : rule.packages(specifier);
      if (allowed) continue;
      const typesAllowed = ours && !isTest(path) && rule.types(path);
      const what = typesAllowed ? `only the types of ${path} (use \`import type\`)` : `not ${path}`;
      found.push({ file, line, text: `${rule.name} may import ${what}` });
    }
    graph.set(file, targets);
  }
  for (const cycle of cycles(graph)) {
    found.push({ file: cycle[0] ?? '', line: 1, text: `import cycle: ${[...cycle, cycle[0]].join(' -> ')}` });
  }
  return found;
}

/**
 * @param {string} from
 * @param {string} specifier
 * @param {Map<string, string>} files
 */
function resolveImport(from, specifier, files) {
  const path = posix.join(posix.dirname(from), specifier.replace(/\?.*$/, ''));
  const bare = path.replace(/\.jsx?$/, '');
  const candidates = [path, `${bare}.ts`, `${bare}.tsx`, `${path}/index.ts`, `${path}/index.tsx`];
  return candidates.find((candidate) => files.has(candidate)) ?? path;
}

/**
 * One shortest cycle for every file that is in one and not yet in a reported one.
 * @param {Map<string, string[]>} graph
 */
function cycles(graph) {
  /** @type {string[][]} */
  const found = [];
  const reported = new Set();
  for (const start of graph.keys()) {
    if (reported.has(start)) continue;
    const cycle = shortestWayBack(start, graph);
    if (!cycle) continue;
    found.push(cycle);
    for (const file of cycle) reported.add(file);
  }
  return found;
}

/**
 * @param {string} start
 * @param {Map<string, string[]>} graph
 * @returns {string[] | null} the files from `start` until one that imports it
 */
function shortestWayBack(start, graph) {
  const queue = [[start]];
  const seen = new Set();
  for (let way = queue.shift(); way; way = queue.shift()) {
    for (const next of graph.get(way.at(-1) ?? '') ?? []) {
      if (next === start) return way;
      if (seen.has(next)) continue;
      seen.add(next);
      queue.push([...way, next]);
    }
  }
  return null;
}

/** @param {string} root */
export function readRooms(root) {
  /** @type {Map<string, string>} */
  const files = new Map();
  for (const room of rooms.filter((name) => existsSync(join(root, name)))) {
    for (const entry of readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })) {
      const path = posix.join(room, entry.replaceAll('\\', '/'));
      if (/\.(ts|tsx|mts|js|mjs)$/.test(path)) files.set(path, readFileSync(join(root, path), 'utf8'));
    }
  }
  return files;
}
