/** The page of the kiosk's window and the origin its frame must have. */
export interface KioskPage {
  readonly url: string;
  /** As Chromium writes it: in Node, the origin of an `app:` URL is the text "null". */
  readonly origin: string;
}

export const kioskPage: KioskPage = { url: 'app://anjungan/kiosk', origin: 'app://anjungan' };

/** The page as the development server gives it. */
export function developmentPage(server: string): KioskPage {
  const { origin } = new URL(server);
  return { url: `${origin}/kiosk/index.html`, origin };
}

/** Whether a window may go there: to its own page again, and nowhere else. */
export function mayNavigate(url: string, page: KioskPage): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host, pathname } = new URL(url);
  const own = new URL(page.url);
  return protocol === own.protocol && host === own.host && pathname === own.pathname;
}
