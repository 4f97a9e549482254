import type { Actor } from '../../../contract/principal.ts';
import type { Lounge } from '../../../main/lounge.ts';

/** Somebody at a counter who calls one ticket after the other: whoever stands there is finished first. */
export function callTo(lounge: Lounge, ticketId: string, counterId: string): void {
  const by: Actor = { role: 'operator', device: `counter-${counterId}`, person: `clerk-${counterId}` };
  const at = () => ({ counterId, requestKey: crypto.randomUUID() });
  const { current } = lounge.duty.open(by, { ...at(), takeOver: true });
  if (current) lounge.calling.done(by, { ...at(), files: 1 });
  lounge.calling.callTicket(by, { ...at(), ticketId, reason: 'other' });
}
