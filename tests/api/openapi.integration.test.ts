import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { contract } from '../../contract/index.ts';
import { removeFolders } from '../doubles/lounge/data-folder.ts';
import type { RestClient } from '../doubles/lounge/rest-client.ts';
import { ServedLounge } from '../doubles/lounge/served-lounge.ts';
import { tuesdayMorning } from '../doubles/lounge/start-lounge.ts';

/** The parts of an OpenAPI document that are read here. */
interface Operation {
  readonly requestBody?: { readonly content: Record<string, { readonly schema: object }> };
  readonly responses: Record<string, { readonly content?: Record<string, { readonly schema: object }> }>;
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: object }[];
}
interface Document {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, Operation>>;
  readonly security: readonly object[];
}

let lounge: ServedLounge;
let client: RestClient;
let document: Document;

beforeAll(async () => {
  lounge = await ServedLounge.open(tuesdayMorning);
  client = lounge.client();
  document = (await client.ask({ path: '/api/openapi.json', signed: false })).body;
});
afterAll(async () => {
  await lounge.end();
  removeFolders();
});

function schemaOf(described: { readonly content?: Record<string, { readonly schema: object }> } | undefined) {
  const schema = described?.content?.['application/json']?.schema;
  if (!schema) throw new Error('nothing is described here');
  return z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]);
}

/** Method and path of every procedure below a part of the contract. */
function routesOf(part: object): string[] {
  if ('~orpc' in part) {
    const { method = 'POST', path } = (part as { '~orpc': { route: { method?: string; path?: string } } })['~orpc']
      .route;
    return path === undefined ? [] : [`${method} ${path}`];
  }
  return Object.values(part).flatMap((below) => routesOf(below as object));
}

describe('the OpenAPI document', () => {
  it('lists every procedure that has a path, no stream, and all of it behind a token', () => {
    const methods = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(document.openapi).toMatch(/^3\.1/);
    // Answered before anybody is asked who they are, so it is no procedure.
    expect(methods.sort()).toEqual([...routesOf(contract), 'GET /health'].sort());
    expect(methods).toContain('POST /tickets');
    expect(methods).toContain('POST /counters/{counterId}/call-next');
    expect(methods.filter((method) => /resident/.test(method))).toEqual([]);
    expect(document.security).toEqual([{ bearer: [] }]);
  });

  it('describes the requests that are accepted and the answers that are given', async () => {
    const take = document.paths['/tickets']?.['post'];
    const asked = { serviceId: 'adminduk', priority: 'elderly', requestKey: crypto.randomUUID() };
    const body = schemaOf(take?.requestBody);
    expect(body.safeParse(asked).error).toBeUndefined();
    const taken = await client.post('/api/tickets', asked);
    expect(schemaOf(take?.responses['201']).safeParse(taken.body).error).toBeUndefined();

    const services = await client.get('/api/services');
    expect(
      schemaOf(document.paths['/services']?.['get']?.responses['200']).safeParse(services.body).error,
    ).toBeUndefined();

    const look = document.paths['/tickets/{id}']?.['get'];
    expect(look?.parameters).toMatchObject([{ name: 'id', in: 'path' }]);
    const ticket = await client.get(`/api/tickets/${taken.body.id}`);
    expect(schemaOf(look?.responses['200']).safeParse(ticket.body).error).toBeUndefined();
  });

  it.each([
    { serviceId: 'adminduk', requestKey: crypto.randomUUID() },
    { serviceId: 'adminduk', priority: 'vip', requestKey: crypto.randomUUID() },
    { serviceId: '', priority: null, requestKey: crypto.randomUUID() },
    { serviceId: 'adminduk', priority: null },
  ])('refuses what the lounge refuses: %j', async (asked) => {
    const body = schemaOf(document.paths['/tickets']?.['post']?.requestBody);
    expect(body.safeParse(asked).success).toBe(false);
    expect((await client.post('/api/tickets', asked)).status).toBe(400);
  });

  it('describes the errors that a caller must handle', async () => {
    const responses = document.paths['/tickets']?.['post']?.responses ?? {};
    expect(Object.keys(responses).sort()).toEqual(['201', '401', '403', '404', '409', '507']);
    const closed = await client.take('pajak-daerah');
    expect(closed.status).toBe(409);
    expect(schemaOf(responses['409']).safeParse(closed.body).error).toBeUndefined();
  });
});
