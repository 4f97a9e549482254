import type { CustomScheme, Session } from 'electron';
import type { Assets } from '../transport/assets.ts';
import { appOrigin } from './page.ts';

/** Registered once, before Electron is ready. No `bypassCSP`, no service workers; `stream` lets a video be played in parts. */
export const appScheme = {
  scheme: 'app',
  privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
} as const satisfies CustomScheme;

export interface AppFiles {
  readonly assets: Pick<Assets, 'find'>;
  /** For an answer without a file; a file brings its own. */
  readonly headers: Readonly<Record<string, string>>;
  /** Fetches a picture or video of the hub, `/media/NAME`, on a machine that is paired with one. */
  readonly media?: ((request: Request) => Promise<Response>) | undefined;
}

/** Answers `app://anjungan/…` in one session: files of the program and the hub's pictures, nothing else. */
export function serveApp(session: Pick<Session, 'protocol'>, files: AppFiles): void {
  session.protocol.handle(appScheme.scheme, (request) => answerApp(files, request));
}

export async function answerApp({ assets, headers, media }: AppFiles, request: Request): Promise<Response> {
  const { url, method } = request;
  const empty = (status: number) => new Response(null, { status, headers });
  if (method !== 'GET' && method !== 'HEAD') return empty(405);
  const { protocol, host, pathname } = new URL(url);
  if (`${protocol}//${host}` !== appOrigin) return empty(404);
  if (media !== undefined && pathname.startsWith('/media/')) return media(request);
  const asset = await assets.find(pathname);
  if (!asset) return empty(404);
  return new Response(method === 'HEAD' ? null : new Uint8Array(asset.body), { headers: asset.headers });
}
