import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { indonesian } from './issue-words.ts';

describe('the schema', () => {
  it.each([
    ['catalogue', 8],
    ['letters', 2],
    ['village', 8],
  ])('of %s says nothing that has no Indonesian', (name, most) => {
    const schema = readFileSync(join(import.meta.dirname, `../../contract/${name}.ts`), 'utf8');
    const sentences = [...schema.matchAll(/'((?:must|may|is not) [^']+)'/g)].map(([, sentence]) => sentence);
    expect(sentences.length).toBeGreaterThan(most);
    for (const sentence of sentences) expect(indonesian).toHaveProperty([sentence as string]);
  });
});
