import { createRouterClient } from '@orpc/server';
import type { DeviceKind, StaffRole } from '../../../contract/principal.ts';
import type { Lounge } from '../../../main/lounge.ts';
import type { Caller } from '../../../main/ops/caller.ts';

/** PINs that nobody would refuse. */
export const pins = { supervisor: '270915', operator: '834019', other: '590372', maintenance: '481506' } as const;

export const key = (): string => crypto.randomUUID();

/** Asks the lounge as a machine does, past the transport but not past the gatekeeper. */
export function clientOf(lounge: Lounge, caller: Caller | null) {
  return createRouterClient(lounge.router, { context: { caller } });
}
export type Client = ReturnType<typeof clientOf>;

/** A machine of the lounge, and whoever sits at it. */
export interface Desk {
  readonly device: string;
  readonly token: string;
  readonly caller: Caller;
  readonly client: Client;
}

/** The machine that showed this code. @throws when the code is not good */
export function joinWith(lounge: Lounge, code: string): Desk {
  const paired = lounge.doorkeeper.pair(code);
  if (!paired) throw new Error('the code is not good');
  return { token: paired.token, ...deskOf(lounge, paired.device.id) };
}

/** A machine that is known, as after a restart of the hub. */
export function deskOf(lounge: Lounge, device: string): Omit<Desk, 'token'> {
  const caller = lounge.callers.own(device);
  return { device, caller, client: clientOf(lounge, caller) };
}

/** Sets a fresh lounge up: its first counter with the first supervisor, who has signed in there. */
export async function firstSupervisor(lounge: Lounge): Promise<Desk & { personId: string }> {
  const code = lounge.staff.setUpCode() ?? '';
  const desk = joinWith(lounge, code);
  const { personId } = await desk.client.staff.setUp({
    code,
    name: 'Ratna Wulandari',
    pin: pins.supervisor,
    maintenancePin: pins.maintenance,
    requestKey: key(),
  });
  await desk.client.staff.signIn({ personId, pin: pins.supervisor, requestKey: key() });
  return { ...desk, personId };
}

/** A supervisor lets one more machine in. */
export async function joinAs(lounge: Lounge, supervisor: Desk, kind: DeviceKind, name: string): Promise<Desk> {
  const { code } = await supervisor.client.devices.beginPairing({ kind, name, requestKey: key() });
  return joinWith(lounge, code);
}

/** A supervisor makes an account. @returns the person's id */
export async function hire(
  supervisor: Desk,
  name: string,
  role: StaffRole = 'operator',
  pin: string = pins.operator,
): Promise<string> {
  return (await supervisor.client.staff.add({ name, role, pin, requestKey: key() })).personId;
}

/** What was refused and with what; the call must not be granted. */
export async function refusalOf(asked: Promise<unknown>): Promise<{ code: string; data: unknown }> {
  try {
    await asked;
  } catch (error) {
    const { code, data } = error as { code: string; data: unknown };
    return { code, data };
  }
  throw new Error('it was granted');
}
