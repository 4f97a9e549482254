/**
 * For the regency: `npm run fleet-inbox -- FOLDER [--port 8790]` takes in what hubs send and lays it in a folder for
 * `npm run fleet`. It listens on 127.0.0.1: a web server with a certificate stands before it. One file for each machine
 * and day; nothing else is kept, and nothing is answered but whether it was taken.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { fleetFingerprint, readStatus } from '../main/fleet/status-text.ts';
import { replaceFile } from '../main/store/synced-files.ts';
import { CannotHelp, tell } from './running-hub.ts';

const usage = 'npm run fleet-inbox -- FOLDER [--port 8790]';
/** A status has less than a thousand. */
const mostBytes = 2000;
/** So many in a minute from everybody together; a regency sends a few hundred a day. */
const mostAMinute = 300;
/** So many machines a day: a stranger can make keys without end. */
const mostADay = 2000;

function readOrder(): { folder: string; port: number } {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { port: { type: 'string' } } });
  const [named] = positionals;
  const port = Number(values.port ?? 8790);
  if (named === undefined || positionals.length > 1 || !Number.isInteger(port) || port < 0 || port > 65_535)
    throw new CannotHelp(`say which folder. Usage: ${usage}`);
  return { folder: resolve(process.env['INIT_CWD'] ?? '.', named), port };
}

/** @returns null for one that is too long */
async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request) {
    bytes += (part as Buffer).length;
    if (bytes > mostBytes) return null;
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts).toString('utf8').trim();
}

/** Lays a status down. @returns the HTTP status */
async function take(text: string, folder: string): Promise<number> {
  const body = await readStatus(text);
  if (!body) return 422;
  // Named by what was checked alone: the day is ours, the rest is digits.
  const day = join(folder, new Date().toISOString().slice(0, 10));
  const path = join(day, `${body.code}-${fleetFingerprint(body.key).replaceAll(' ', '')}.status`);
  const before = existsSync(path) ? await readStatus(readFileSync(path, 'utf8').trim()) : null;
  if (before && before.seq >= body.seq) return 200;
  mkdirSync(day, { recursive: true });
  if (!before && readdirSync(day).length >= mostADay) return 429;
  replaceFile(path, `${text}\n`);
  return 201;
}

tell(async () => {
  const { folder, port } = readOrder();
  mkdirSync(folder, { recursive: true });
  let minute = 0;
  let inMinute = 0;
  const answer = async (request: IncomingMessage): Promise<number> => {
    const now = Math.floor(performance.now() / 60_000);
    inMinute = now === minute ? inMinute + 1 : 1;
    minute = now;
    if (inMinute > mostAMinute) return 429;
    if (request.method !== 'POST') return 405;
    const text = await bodyOf(request);
    return text === null ? 413 : take(text, folder);
  };
  const server = createServer({ requestTimeout: 10_000, headersTimeout: 5_000 }, (request, response) => {
    const end = (status: number) => response.writeHead(status, { connection: 'close' }).end();
    answer(request).then(end, () => end(500));
  });
  server.maxConnections = 200;
  server.listen(port, '127.0.0.1', () => {
    console.log(`takes statuses on http://127.0.0.1:${(server.address() as AddressInfo).port} into ${folder}`);
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      server.close();
      server.closeAllConnections();
    });
});
