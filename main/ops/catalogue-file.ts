import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { placeIn } from '../../contract/catalogue.ts';
import { StartError } from './start-error.ts';

/**
 * A file of the catalogue: the office's own when there is one, else as shipped.
 * @throws StartError with the file, the path inside it and what is wrong
 */
export function readCatalogueFile<S extends z.ZodType>(name: string, schema: S, shipped: string, own: string) {
  const path = existsSync(join(own, name)) ? join(own, name) : join(shipped, name);
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw wrongCatalogueFile(path, [], `cannot be read (${(error as Error).message})`);
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return { path, content: parsed.data as z.output<S> };
  const [first] = parsed.error.issues;
  const issue = first && innermostIssue(first);
  throw wrongCatalogueFile(path, issue?.path ?? [], issue?.message ?? 'is wrong');
}

export function wrongCatalogueFile(path: string, at: readonly PropertyKey[], what: string): StartError {
  const place = placeIn(at);
  return new StartError(
    `The catalogue file ${path} is wrong${place ? ` at ${place}` : ''}: ${what}. Correct it, or remove an own file to use the shipped one.`,
  );
}

/** Of a shape that may be one of several, what is wrong with the one that fits best: the one with the deepest fault. */
export function innermostIssue(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== 'invalid_union') return issue;
  const inside = issue.errors
    .filter((ways) => !ways.some(({ code, path }) => code === 'unrecognized_keys' && path.length === 0))
    .flatMap(([first]) => (first ? [innermostIssue(first)] : []))
    .toSorted((a, b) => b.path.length - a.path.length)[0];
  return inside ? { ...inside, path: [...issue.path, ...inside.path] } : issue;
}
