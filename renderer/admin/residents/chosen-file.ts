import type { residentWords } from '../../i18n/admin/residents.ts';

export type FileRefusal = keyof (typeof residentWords)['id']['choose']['refusals'];

/** What the hub takes: 20 MiB. A list of a large village, some 20,000 people, has 4 MB. */
const mostBytes = 20 * 1024 * 1024;

/**
 * What somebody has dropped or chosen, before it is sent: the hub would say the same, after minutes.
 * @returns the one file, or why it is not sent
 */
export function chosenFile<F extends { readonly name: string; readonly size: number }>(
  files: readonly F[],
): { readonly file: F } | { readonly refusal: FileRefusal } | null {
  const [file, ...others] = files;
  if (file === undefined) return null;
  if (others.length > 0) return { refusal: 'several' };
  if (!/\.(csv|txt|xlsx)$/i.test(file.name)) return { refusal: 'kind' };
  if (file.size === 0) return { refusal: 'empty' };
  return file.size > mostBytes ? { refusal: 'large' } : { file };
}
