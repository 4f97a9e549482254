import { expect, it } from 'vitest';
import { official } from '../../../contract/village.ts';
import { newOfficial } from './office-words.ts';

it('adds an official who can be saved as they are', () => {
  expect(() => official.parse(newOfficial('Kasi Pelayanan', '(nama pejabat)', 'kasi_pelayanan'))).not.toThrow();
});
