/** Who may ask: see "Devices and principals" in README. A procedure without roles is open to nobody. */
export const roles = ['kiosk', 'display', 'operator', 'verifier', 'signer', 'supervisor', 'integration'] as const;
export type Role = (typeof roles)[number];

/** Metadata every procedure carries; the authorization middleware reads it and denies by default. */
export interface ProcedureMeta {
  readonly roles: readonly Role[];
}

/** Who did something: written with every event. `person` is null for an unattended device. */
export interface Actor {
  readonly role: Role;
  readonly device: string;
  readonly person: string | null;
}

/** Whom a record names: the person, or the device where nobody has signed in. */
export function actorId(by: Actor): string {
  return by.person ?? by.device;
}
