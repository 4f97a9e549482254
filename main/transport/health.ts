import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { type HealthReport, healthReport } from '../../contract/diagnostics.ts';
import { sendError, sendJson, sendSlowDown } from './http.ts';
import type { Limits } from './limits.ts';
import type { Sessions } from './sessions.ts';

export const healthPath = '/api/health';

/** How the hub is. */
export interface HealthTeller {
  now(): Promise<HealthReport>;
}

export interface HealthDoor {
  readonly sessions: Sessions;
  readonly health: HealthTeller;
  /** On 127.0.0.1, where whoever runs the machine may know everything too. */
  readonly local: boolean;
  readonly limits: Limits | null;
}

/**
 * Answers 200 where the hub is well and 503 where it is not. Everybody learns that; the rest is for a program whose
 * token has `health:read`, and for whoever runs the machine.
 */
export async function answerHealth(
  { sessions, health, local, limits }: HealthDoor,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'GET') {
    response.setHeader('allow', 'GET');
    return sendError(response, 405, 'METHOD_NOT_SUPPORTED', 'Use GET');
  }
  const isOperator = local && sessions.isOperator(request);
  const caller = isOperator ? null : sessions.admit(request, local).caller;
  const seconds = (caller ? limits?.caller(caller) : limits?.watchman(request.socket.remoteAddress)) ?? 0;
  if (seconds > 0) return sendSlowDown(response, seconds);
  // A token that is good no more must not look like one that is.
  if (request.headers.authorization !== undefined && !isOperator && !caller)
    return sendError(response, 401, 'UNAUTHORIZED', 'No valid session or token');
  const mayKnow =
    isOperator || (caller?.actor()?.role === 'integration' && caller.scopes?.includes('health:read') === true);
  const report = await health.now();
  sendJson(response, report.healthy ? 200 : 503, mayKnow ? report : { healthy: report.healthy });
}

const described = z.union([healthReport, healthReport.pick({ healthy: true })]);
const content = { 'application/json': { schema: z.toJSONSchema(described, { io: 'output' }) } };

/** Its part of the OpenAPI document; it is answered before anybody is asked who they are. */
export const healthDescription = {
  '/health': {
    get: {
      operationId: 'health',
      summary: 'Whether the hub is well',
      description:
        'Anybody gets `healthy` alone; a token with the scope `health:read` gets the rest. Nothing in it is personal.',
      tags: ['health'],
      security: [{}, { bearer: [] }],
      responses: {
        200: { description: 'The hub is well', content },
        503: { description: 'The hub is not well; `missing` says in what', content },
        429: { description: 'Asked too often; `Retry-After` says when to come again' },
      },
    },
  },
};
