/**
 * A hub as somebody would write it by hand in an afternoon, around the ticket's transaction.
 * `node tests/bench/floor-server.ts DATA` prints one line with its port and token.
 */
import { serveByHand } from './floor-http.ts';
import { FloorStore } from './floor-store.ts';

const store = new FloorStore(process.argv[2] as string);

serveByHand({
  answer: (path, { serviceId, requestKey }) => {
    if (path !== '/api/tickets') return { status: 404, body: { code: 'NOT_FOUND' } };
    if (typeof serviceId !== 'string' || typeof requestKey !== 'string')
      return { status: 400, body: { code: 'BAD_REQUEST' } };
    return { status: 201, body: store.issue(serviceId, requestKey) };
  },
  close: () => store.close(),
});
