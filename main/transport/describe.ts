import { OpenAPIGenerator } from '@orpc/openapi';
import type { Router } from '@orpc/server';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import type { Contract } from '../../contract/index.ts';
import type { ApiContext } from '../api.ts';
import { healthDescription } from './health.ts';

/** The REST API's description, as OpenAPI. */
export async function describe(router: Router<Contract, ApiContext>, version: string): Promise<unknown> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  const document = await generator.generate(router, {
    info: { title: 'Anjungan', version },
    servers: [{ url: '/api' }],
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
    security: [{ bearer: [] }],
    // Live streams belong to the WebSocket.
    filter: ({ contract }) => contract['~orpc'].route.path !== undefined,
  });
  return { ...document, paths: { ...document.paths, ...healthDescription } };
}
