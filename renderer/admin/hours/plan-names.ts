import type { Catalogue } from '../../i18n/staff.ts';

/** A plan of hours is named by its id: the shipped ones are worded, one of the lounge's own is read as it is written. */
export function planName({ admin }: Catalogue, id: string): string {
  const known: Readonly<Record<string, string>> = admin.hours.plans;
  const plain = id.replaceAll('-', ' ');
  return known[id] ?? plain.charAt(0).toUpperCase() + plain.slice(1);
}
