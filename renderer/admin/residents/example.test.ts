import { expect, it } from 'vitest';
import { findHeading } from '../../../main/documents/residents/resident-columns.ts';
import { readResidentFile } from '../../../main/documents/residents/resident-file.ts';
import { readResidents } from '../../../main/documents/residents/resident-rows.ts';
import { residentWords } from '../../i18n/admin/residents.ts';
import { exampleText } from './example.ts';

it('holds every column that the hub knows, and nobody', async () => {
  const table = await readResidentFile(new TextEncoder().encode(exampleText));
  const known = [...(findHeading(table)?.columns.keys() ?? [])];
  expect(known.toSorted()).toEqual(Object.keys(residentWords.id.columns).toSorted());
  expect(readResidents(table, '2026-11-24')).toMatchObject({ residents: [], errors: [] });
});
