import type { DeviceKind } from '../../contract/principal.ts';

/** The page of a window and the origin its frame must have. */
export interface WindowPage {
  readonly url: string;
  /** As Chromium writes it: in Node, the origin of an `app:` URL is the text "null". */
  readonly origin: string;
}

export const appOrigin = 'app://anjungan';

/** The page of a kind of machine. */
export function programPage(kind: DeviceKind): WindowPage {
  return { url: `${appOrigin}/${kind}`, origin: appOrigin };
}

/** The same as the development server gives it. */
export function developmentPage(server: string, kind: DeviceKind): WindowPage {
  const { origin } = new URL(server);
  return { url: `${origin}/${kind}/index.html`, origin };
}

/** A page of the program that belongs to no kind of machine. @param server the development server; undefined: built */
export function ownPage(name: 'maintenance' | 'out-of-order', server: string | undefined): WindowPage {
  if (server === undefined) return { url: `${appOrigin}/${name}`, origin: appOrigin };
  const { origin } = new URL(server);
  return { url: `${origin}/${name}/index.html`, origin };
}

/** Where the hidden page that draws letters for paper is. @param server the development server; undefined: built */
export function letterPageUrl(server: string | undefined): string {
  return `${server === undefined ? appOrigin : new URL(server).origin}/letter-print/index.html`;
}

/** Whether a window may go there: to its own page again, and nowhere else. */
export function mayNavigate(url: string, page: WindowPage): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host, pathname } = new URL(url);
  const own = new URL(page.url);
  return protocol === own.protocol && host === own.host && pathname === own.pathname;
}
