import type { Actor } from '../../../contract/principal.ts';
import type { Lounge } from '../../../main/lounge.ts';

/** Whoever works at this counter. */
export const clerkAt = (counterId: string): Actor => ({
  role: 'operator',
  device: `counter-${counterId}`,
  person: `clerk-${counterId}`,
});

/** Somebody at a counter who calls one ticket after the other: whoever stands there is finished first. */
export function callTo(lounge: Lounge, ticketId: string, counterId: string): void {
  const by = clerkAt(counterId);
  const at = () => ({ counterId, requestKey: crypto.randomUUID() });
  const { current } = lounge.duty.open(by, { ...at(), takeOver: true });
  if (current) lounge.calling.done(by, { ...at(), files: 1 });
  lounge.calling.callTicket(by, { ...at(), ticketId, reason: 'other' });
}
