import { open } from 'node:fs/promises';
import { type LogLine, shownLogLines } from '../../contract/maintenance.ts';

/** Enough for the lines that are shown; the rest of a long log is never read. */
const mostBytes = 128 * 1024;
const mostSigns = 600;

/** The newest lines of a log of ours, the newest first; none where there is no log yet. */
export async function readLogTail(path: string): Promise<LogLine[]> {
  const file = await open(path, 'r').catch(() => null);
  if (file === null) return [];
  try {
    const { size } = await file.stat();
    const from = Math.max(0, size - mostBytes);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.min(size, mostBytes)), { position: from });
    const lines = buffer.toString('utf8', 0, bytesRead).split('\n');
    // The first one may be cut off.
    if (from > 0) lines.shift();
    return lines
      .filter((line) => line.trim() !== '')
      .slice(-shownLogLines)
      .reverse()
      .map(lineOf);
  } finally {
    await file.close();
  }
}

/** A line that is none of ours is shown as it stands. */
function lineOf(text: string): LogLine {
  try {
    const { level, time, msg, ...rest } = JSON.parse(text) as Record<string, unknown>;
    const more = Object.keys(rest).length > 0 ? ` ${JSON.stringify(rest)}` : '';
    return {
      at: typeof time === 'string' ? time : null,
      level: typeof level === 'number' && level >= 50 ? 'error' : level === 40 ? 'warn' : 'info',
      text: cut(`${typeof msg === 'string' ? msg : ''}${more}`),
    };
  } catch {
    return { at: null, level: 'info', text: cut(text) };
  }
}

const cut = (text: string) => (text.length > mostSigns ? `${text.slice(0, mostSigns)}…` : text);
