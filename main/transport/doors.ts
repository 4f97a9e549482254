import type { IncomingMessage, ServerResponse } from 'node:http';
import { DomainError } from '../ops/domain-error.ts';
import { readBody, sendError, sendJson } from './http.ts';
import { type Sessions, setCookie } from './sessions.ts';

/** What somebody who has a code gets, and the lounge with it. */
export interface Doorkeeper {
  pair(code: string): { token: string; device: { id: string; kind: string; name: string } } | null;
  recover(): string;
}

/** What whoever runs the hub's machine may ask besides. */
export interface Workshop {
  /** @throws DomainError; of BAD_REQUEST the data say what is wrong with the address */
  probeAddress(uri: string): Promise<{ report: unknown; printJobId: string | null }>;
}

/** The machine's self-test, for whoever runs it. */
export interface SelfTest {
  freshReport(): Promise<unknown>;
}

export interface DoorsParts {
  readonly sessions: Sessions;
  readonly doorkeeper: Doorkeeper;
  readonly workshop: Workshop;
  readonly diagnostics: SelfTest;
  /** On 127.0.0.1: the ready URL's page and whoever has this machine's user account may knock as well. */
  readonly local: boolean;
}

const pairPath = '/api/pair';
const sessionPath = '/api/session';
const recoverPath = '/api/operator/recover';
const probePath = '/api/operator/probe';
const diagnosePath = '/api/operator/diagnose';
/** Of whoever runs the machine; on 127.0.0.1 alone. */
const operatorPaths = [recoverPath, probePath, diagnosePath];

/** The paths at which somebody whom the lounge does not know yet may knock. Host and Origin were looked at before. */
export class Doors {
  readonly #its: DoorsParts;

  constructor(parts: DoorsParts) {
    this.#its = parts;
  }

  isOne(path: string): boolean {
    return path === pairPath || path === sessionPath || (this.#its.local && operatorPaths.includes(path));
  }

  /** @param path one of these paths */
  async answer(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (path === pairPath) return this.#pair(request, response);
    if (path === sessionPath)
      return request.method === 'GET' ? this.#whoAmI(request, response) : this.#trade(request, response);
    if (path === probePath) return this.#probe(request, response);
    if (path === diagnosePath) return this.#diagnose(request, response);
    this.#recover(request, response);
  }

  /** What a page asks when its socket does not open: a machine that nobody knows must join first. */
  #whoAmI(request: IncomingMessage, response: ServerResponse): void {
    const device = this.#its.sessions.admit(request, this.#its.local).caller?.device;
    if (!device) return sendError(response, 401, 'UNAUTHORIZED', 'This machine is not paired');
    sendJson(response, 200, { device: { id: device.id, kind: device.kind } });
  }

  /** The page of the ready URL trades its token for a cookie. */
  async #trade(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!this.#its.local) return sendError(response, 404, 'NOT_FOUND', 'There is no such path');
    const token = await asked(request, response, 'token');
    if (token === null) return;
    const cookie = this.#its.sessions.trade(token);
    if (!cookie) return sendError(response, 401, 'UNAUTHORIZED', 'This token is not valid, or was used');
    response.setHeader('set-cookie', setCookie(cookie, !this.#its.local));
    sendJson(response, 200, {});
  }

  /** A joining machine shows its code: a browser gets a cookie, a program of ours the token itself. */
  async #pair(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const code = await asked(request, response, 'code');
    if (code === null) return;
    const paired = this.#its.doorkeeper.pair(code);
    if (!paired) return sendError(response, 401, 'CODE_WRONG', 'This code is wrong, was used, or is too old');
    const { token, device } = paired;
    // A script of a page cannot send this header to another origin, and on ours it would only rob itself.
    if (request.headers['x-anjungan-client'] === 'program') return sendJson(response, 200, { token, device });
    response.setHeader('set-cookie', setCookie(token, !this.#its.local));
    sendJson(response, 200, { device });
  }

  async #probe(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!this.#isOperator(request, response)) return;
    const uri = await asked(request, response, 'uri');
    if (uri === null) return;
    try {
      sendJson(response, 200, await this.#its.workshop.probeAddress(uri));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (error.code === 'BAD_REQUEST') return sendError(response, 400, error.code, String(error.data));
      sendError(response, 409, error.code, 'The printer is busy, absent, or not there');
    }
  }

  async #diagnose(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'POST') return sendError(response, 405, 'METHOD_NOT_SUPPORTED', 'Use POST');
    if (!this.#isOperator(request, response)) return;
    sendJson(response, 200, await this.#its.diagnostics.freshReport());
  }

  /** Whether whoever runs the machine asks; anybody else has been told no. */
  #isOperator(request: IncomingMessage, response: ServerResponse): boolean {
    if (this.#its.sessions.isOperator(request)) return true;
    sendError(response, 401, 'UNAUTHORIZED', "This is for whoever runs the hub's machine");
    return false;
  }

  #recover(request: IncomingMessage, response: ServerResponse): void {
    if (request.method !== 'POST') return sendError(response, 405, 'METHOD_NOT_SUPPORTED', 'Use POST');
    if (!this.#isOperator(request, response)) return;
    sendJson(response, 200, { code: this.#its.doorkeeper.recover() });
  }
}

/** One text of a small JSON body; null when it was not there and that has been said. */
async function asked(request: IncomingMessage, response: ServerResponse, name: string): Promise<string | null> {
  const refuse = (...why: [number, string, string]) => {
    sendError(response, ...why);
    return null;
  };
  if (request.method !== 'POST') return refuse(405, 'METHOD_NOT_SUPPORTED', 'Use POST');
  const body = await readBody(request);
  if (body === 'too_large') return refuse(413, 'PAYLOAD_TOO_LARGE', 'The body is too large');
  const value = typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[name] : undefined;
  return typeof value === 'string' ? value : refuse(400, 'BAD_REQUEST', `A ${name} is needed`);
}
