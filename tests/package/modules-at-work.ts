/**
 * Runs in the folder of a packed program: each module that it uses is loaded from the package and does its work there.
 * Modules were made smaller one by one, and that must not have changed what they do.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = process.cwd();
const main = join(root, 'out', 'main');
const require = createRequire(join(main, 'index.js'));
const load = (name: string) => import(pathToFileURL(resolve(name)).href);
/** As an import of the program resolves it. */
const resolve = (name: string) =>
  new URL(import.meta.resolve(name, pathToFileURL(join(main, 'index.js')).href)).pathname;

const named = new Set(
  readdirSync(main, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.js'))
    .flatMap((path) => [
      ...readFileSync(join(main, path), 'utf8').matchAll(/(?:from|import)\s*\(?\s*["'`]([^."'`][^"'`]*)/g),
    ])
    .map(([, name]) => String(name))
    .filter((name) => /^[@a-z][\w@/.-]*$/.test(name) && !['electron', 'koffi'].includes(name)),
);
for (const name of named) await load(name);

const argon2 = await load('@node-rs/argon2');
const hash = await argon2.hash('1234');
if (!(await argon2.verify(hash, '1234')) || (await argon2.verify(hash, '4321'))) throw new Error('argon2 errs');

const Database = (await load('better-sqlite3')).default;
const db = new Database(':memory:');
if (db.prepare('SELECT 40 + 2 AS n').get().n !== 42) throw new Error('SQLite errs');
db.close();

const PDFDocument = (await load('pdfkit')).default;
const doc = new PDFDocument({ font: join(root, 'resources', 'fonts', 'Tinos-Regular.ttf') });
const pieces: Buffer[] = [];
doc.on('data', (piece: Buffer) => pieces.push(piece));
const done = new Promise((end) => doc.on('end', end));
doc.text('Surat Keterangan');
doc.end();
await done;
if (!Buffer.concat(pieces).includes('%%EOF')) throw new Error('pdfkit errs');

const sheet = await (await load('write-excel-file/node')).default([[{ value: 'nomor' }, { value: 7 }]]).toBuffer();
const { default: readSheet } = await load('read-excel-file/universal');
const read = JSON.stringify(await readSheet(new Blob([sheet])));
if (!read.includes('"nomor",7')) throw new Error(`the sheet reads ${read}`);

const { SerialPort } = require('serialport');
if (!Array.isArray(await SerialPort.list())) throw new Error('serialport errs');

console.log(`${named.size} modules at work`);
