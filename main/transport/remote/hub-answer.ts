import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import type { HubAnswer } from '../../diagnostics/clock.ts';
import type { KnownHub } from './known-hub.ts';
import { type ReachOptions, reachHub } from './reach.ts';

/**
 * Asks the hub once who it is talking to, for the self-test of a paired machine.
 * @throws where it cannot be reached, or `signal` ends it
 */
export async function askHubOnce(hub: KnownHub, signal: AbortSignal, options: ReachOptions = {}): Promise<HubAnswer> {
  const begun = performance.now();
  const { socket, host } = await reachHub(hub, options);
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    request({
      host,
      port: hub.port,
      path: '/api/session',
      headers: { authorization: `Bearer ${hub.token}` },
      createConnection: () => socket,
      signal,
    })
      .on('error', reject)
      .on('response', resolve)
      .end();
  });
  answer.resume();
  const hubWall = Date.parse(answer.headers.date ?? '');
  return {
    hubWall: Number.isNaN(hubWall) ? null : hubWall,
    tookMs: performance.now() - begun,
    known: answer.statusCode !== 401,
  };
}
