import { oc } from '@orpc/contract';
import { z } from 'zod';
import type { ProcedureMeta } from './principal.ts';

/** Errors that any procedure can give; the renderer words them in the user's language. */
export const commonErrors = {
  UNAUTHORIZED: { status: 401, message: 'No valid session or token' },
  FORBIDDEN: { status: 403, message: 'This principal may not do that' },
  STORE_FULL: { status: 507, message: 'The disk is full; nothing was written' },
} as const;

/** A mutating procedure: the request key makes a double tap or a lost reply harmless. */
export const mutationErrors = {
  REQUEST_KEY_REUSED: { status: 409, message: 'This request key was used with another body' },
} as const;

/** Made by the client for one tap or key press. */
export const requestKey = z.uuid();

/** ISO 8601 with offset, e.g. 2026-11-24T09:14:00+07:00. */
export const instant = z.iso.datetime({ offset: true });

/** A date in the lounge's time zone. */
export const day = z.iso.date();

/** Two languages side by side; Indonesian leads. */
export const bilingual = z.object({ id: z.string(), en: z.string() });
export type Bilingual = z.infer<typeof bilingual>;

/** The part of Standard Schema that oRPC asks of an output; zod's own has it too. */
interface Checked<Input, Output> {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => { value: Output } | { issues: readonly { message: string }[] };
    readonly types?: { readonly input: Input; readonly output: Output };
  };
}

/** The same check for a snapshot that many screens follow: made once for each snapshot, not once for each screen. */
export function checkedOnce<S extends z.ZodType>(schema: S): Checked<z.input<S>, z.output<S>> {
  const checked = new WeakMap<object, { value: z.output<S> }>();
  return {
    '~standard': {
      version: 1,
      vendor: 'anjungan',
      validate(value) {
        const known = typeof value === 'object' && value !== null ? checked.get(value) : undefined;
        if (known) return known;
        const { success, data, error } = schema.safeParse(value);
        if (!success) return { issues: error.issues.map(({ message }) => ({ message })) };
        // Frozen: it is the same one for every screen, and what writes it down may rely on that.
        const result = { value: Object.freeze(data) as z.output<S> };
        if (typeof value === 'object' && value !== null) checked.set(value, result);
        return result;
      },
    },
  };
}

export const base = oc.$meta<ProcedureMeta>({ roles: [] }).errors(commonErrors);
