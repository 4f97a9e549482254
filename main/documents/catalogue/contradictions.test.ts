import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { letterFile, peopleFile } from '../../../contract/letters.ts';
import { fieldsOf, withPeople } from '../../../contract/letters-whole.ts';
import { programFiles } from '../../program-files.ts';
import { findLetterContradiction } from './contradictions.ts';

const folder = programFiles(import.meta.dirname).catalogue;
const text = (name: string) => readFileSync(join(folder, name), 'utf8');
const people = peopleFile.parse(JSON.parse(text('people.json')));
const heirs = text('letters/sk_ahli_waris.json');

/** Every place of a file, as a path. */
function pathsOf(node: unknown, path: string[] = []): string[][] {
  if (typeof node !== 'object' || node === null) return [path];
  return [path, ...Object.entries(node).flatMap(([key, value]) => pathsOf(value, [...path, key]))];
}

const paths = pathsOf(JSON.parse(heirs)).filter((path) => path.length > 0);
const anything = fc.oneof(
  fc.constantFrom('constructor', '__proto__', 'heirs', 'heirs_2', 'name', 'choice', '{heirs.name}', '{', 'heirs.name'),
  fc.constantFrom(0, 1, 12, null, true),
  fc.constant([]),
  fc.constant({}),
);

describe('a letter that somebody has edited', () => {
  it('is refused, or all that its papers name can be filled in', () => {
    fc.assert(
      fc.property(fc.constantFrom(...paths), anything, (path, value) => {
        const edited = JSON.parse(heirs);
        const last = path.at(-1) ?? '';
        // biome-ignore lint/suspicious/noExplicitAny: a test breaks the file in ways no type allows
        const parent = path.slice(0, -1).reduce<any>((node, key) => node[key], edited);
        parent[last] = value;
        const parsed = letterFile.safeParse(edited);
        if (!parsed.success) return;
        const letter = withPeople(parsed.data, people);
        if (findLetterContradiction(parsed.data, people, `${parsed.data.id}.json`) || letter.kind !== 'letter') return;
        const fields = fieldsOf(letter);
        for (const [, place = ''] of JSON.stringify(letter.papers).matchAll(/\{([a-z_0-9]+\.[a-z_0-9]+)\}/g))
          expect(fields.has(place) || /^(head|office)\./.test(place), place).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });
});
