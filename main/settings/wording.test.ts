import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { indonesian } from './wording.ts';

describe('the schema', () => {
  it('says nothing that has no Indonesian', () => {
    const schema = readFileSync(join(import.meta.dirname, '../../contract/catalogue.ts'), 'utf8');
    const sentences = [...schema.matchAll(/'((?:must|is not) [^']+)'/g)].map(([, sentence]) => sentence);
    expect(sentences.length).toBeGreaterThan(8);
    for (const sentence of sentences) expect(indonesian).toHaveProperty([sentence as string]);
  });
});
