/** A counter's name parted into what stands on the sign above it: `Loket 3` is a `Loket` with the sign `3`. */
export interface CounterSign {
  readonly kind: string;
  readonly sign: string;
}

/** At most three letters and digits behind a name, or alone; null for a name without one, `Loket Prioritas`. */
export function counterSign(name: string): CounterSign | null {
  const found = /^(?:(.*\S)\s+)?([A-Z]?\d{1,3}|\d{1,2}[A-Z]|[A-Z])$/i.exec(name.trim());
  return found === null ? null : { kind: found[1] ?? '', sign: (found[2] ?? '').toUpperCase() };
}
