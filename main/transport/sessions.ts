import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Caller } from '../ops/caller.ts';
import { hashOf, newToken } from '../ops/secret.ts';

/** What a transport asks of the lounge about those who call. */
export interface KnownCallers {
  /** The machine to which a token was given; `renewed` when this use made it good for another 400 days. */
  byToken(token: string): { caller: Caller; renewed: boolean } | null;
  of(device: string): Caller | null;
}

/** Gives a token to a machine that proved itself by other means. */
export interface TokenMaker {
  tokenFor(device: string): string;
}

const cookieName = 'anjungan';
/** The longest that browsers keep one; it is set anew while it is used. */
const cookieSeconds = 400 * 86_400;

/** Knows who asks: by the tokens made at this start, by the cookie of a browser, or by the token of a paired program. */
export class Sessions {
  readonly #callers: KnownCallers;
  readonly #maker: TokenMaker;
  readonly #kiosk: string;
  #pageToken: Buffer | null;
  readonly #restToken: Buffer;
  readonly #operatorToken: Buffer;
  /** The single-use token of the ready URL, the token for REST calls, and the operator's; all die with this run. */
  readonly tokens: { readonly page: string; readonly rest: string; readonly operator: string };

  /** @param kiosk the device that the first two tokens stand for: the hub's own kiosk */
  constructor(callers: KnownCallers, maker: TokenMaker, kiosk: string) {
    this.#callers = callers;
    this.#maker = maker;
    this.#kiosk = kiosk;
    const [page, rest, operator] = [newToken(), newToken(), newToken()];
    this.tokens = { page, rest, operator };
    this.#pageToken = hashOf(this.tokens.page);
    this.#restToken = hashOf(this.tokens.rest);
    this.#operatorToken = hashOf(this.tokens.operator);
  }

  /** Trades the page's token, once. @returns the cookie's value, or null when it is not (or no longer) good */
  trade(token: string): string | null {
    if (!this.#pageToken || !timingSafeEqual(hashOf(token), this.#pageToken)) return null;
    this.#pageToken = null;
    return this.#maker.tokenFor(this.#kiosk);
  }

  /**
   * Who sent a request: by `Authorization`, where there is one, else by its cookie.
   * @param local on 127.0.0.1, where alone the token of this run is good
   * @returns `renew` is the cookie that the answer should set anew
   */
  admit(request: IncomingMessage, local: boolean): { caller: Caller | null; renew: string | null } {
    if (request.headers.authorization !== undefined) {
      const token = bearerOf(request);
      return { caller: token ? this.#byBearer(token, local) : null, renew: null };
    }
    const cookie = cookieOf(request);
    const found = cookie === undefined ? null : this.#callers.byToken(cookie);
    return { caller: found?.caller ?? null, renew: found?.renewed && cookie !== undefined ? cookie : null };
  }

  /** Whether somebody who can read this run's own files asks. */
  isOperator(request: IncomingMessage): boolean {
    return timingSafeEqual(hashOf(bearerOf(request) ?? ''), this.#operatorToken);
  }

  #byBearer(token: string, local: boolean): Caller | null {
    if (local && timingSafeEqual(hashOf(token), this.#restToken)) return this.#callers.of(this.#kiosk);
    return this.#callers.byToken(token)?.caller ?? null;
  }
}

/** @param secure over TLS: the cookie never leaves it */
export function setCookie(value: string, secure: boolean): string {
  const flags = `HttpOnly; SameSite=Strict; Path=/; Max-Age=${cookieSeconds}`;
  return `${cookieName}=${value}; ${flags}${secure ? '; Secure' : ''}`;
}

function bearerOf(request: IncomingMessage): string | undefined {
  return /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
}

function cookieOf(request: IncomingMessage): string | undefined {
  return new RegExp(`(?:^|; )${cookieName}=([^;]+)`).exec(request.headers.cookie ?? '')?.[1];
}
