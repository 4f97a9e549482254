/** A machine at work without a person. A `counter` device may do little but sign a person in. */
export const deviceKinds = ['kiosk', 'counter', 'display'] as const;
export type DeviceKind = (typeof deviceKinds)[number];

/** What a person may be; an account has one. */
export const staffRoles = ['operator', 'verifier', 'signer', 'supervisor'] as const;
export type StaffRole = (typeof staffRoles)[number];

/** Who may ask: see "Devices and principals" in README. A procedure without roles is open to nobody. */
export const roles = [...deviceKinds, ...staffRoles, 'integration'] as const;
export type Role = (typeof roles)[number];

/** Everybody who works at a counter; the other staff roles may do more besides. */
export const atCounter: readonly StaffRole[] = [...staffRoles];

/** What a program's token may be for, per domain: what it may read, and what it may change. */
export const scopes = [
  'queue:read',
  'counters:read',
  'statistics:read',
  'letters:read',
  'display:write',
  'health:read',
] as const;
export type Scope = (typeof scopes)[number];

/** Metadata every procedure carries; the authorization middleware reads it and denies by default. */
export interface ProcedureMeta {
  readonly roles: readonly Role[];
  /** Which scope an `integration` needs besides its role; without one it is let into nothing. */
  readonly scope?: Scope;
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
