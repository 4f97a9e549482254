import { readFileSync } from 'node:fs';
import { BlockList, isIP } from 'node:net';
import { z } from 'zod';
import type { QuietHours } from './moment.ts';

/** Where new versions come from, and when. No address is built into the program. */
export interface UpdateSettings {
  /** Folder of the feed on a static server. */
  readonly feedUrl: string;
  readonly channel: string;
  readonly quietHours: QuietHours;
  /** What a download may take of the office's line. */
  readonly bytesPerSecond: number;
  readonly enabled: boolean;
}

/** What the file says; `wrong` is one line for a technician. */
export type UpdateSettingsRead =
  | { readonly found: 'nothing' }
  | { readonly found: 'wrong'; readonly wrong: string }
  | { readonly found: 'settings'; readonly settings: UpdateSettings };

const own = new BlockList();
for (const [net, bits] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  own.addSubnet(net, bits);

const quietHours = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/, 'must look like "01:00-04:00"')
  .transform((text): QuietHours => {
    const [from = '', until = ''] = text.split('-');
    return { from: minutes(from), until: minutes(until) };
  })
  .refine(({ from, until }) => from !== until, 'must not end when it begins');

const file = z.strictObject({
  feedUrl: z.string().refine(isFeedUrl, 'must be an https:// address without user, query or fragment'),
  channel: z.string().regex(/^[a-z]{1,20}$/, 'must be 1 to 20 small letters, such as "stable" or "pilot"'),
  quietHours: quietHours.default({ from: 60, until: 240 }),
  bytesPerSecond: z.int().min(8_000).max(100_000_000).default(256_000),
  enabled: z.boolean().default(true),
});

/**
 * The machine's own file, or else what its village's file says. Never throws: a wrong file must not keep an office closed.
 * @param fromSite as the file has it
 */
export function readUpdateSettings(path: string, fromSite: object | null): UpdateSettingsRead {
  try {
    return check(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT') return { found: 'wrong', wrong: message };
    return fromSite === null ? { found: 'nothing' } : check(fromSite);
  }
}

function check(content: unknown): UpdateSettingsRead {
  const read = file.safeParse(content);
  if (read.success) return { found: 'settings', settings: read.data };
  const [issue] = read.error.issues;
  return { found: 'wrong', wrong: `${issue?.path.join('.') || 'the file'}: ${issue?.message ?? 'wrong'}` };
}

/** Plain HTTP only within a network of the office's own: who asks for what is nobody else's business. */
function isFeedUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(text);
  if (username !== '' || password !== '' || search !== '' || hash !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && isIP(hostname) === 4 && own.check(hostname));
}

function minutes(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
