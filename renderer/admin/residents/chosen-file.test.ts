import { expect, it } from 'vitest';
import { chosenFile } from './chosen-file.ts';

const file = (name: string, size = 4_000_000) => ({ name, size });

it('takes one list of a village, as CSV or as a workbook', () => {
  for (const name of ['warga.csv', 'DATA WARGA 2026.XLSX', 'warga.txt']) {
    expect(chosenFile([file(name)])).toEqual({ file: file(name) });
  }
});

it('says before it is sent what the hub would say after minutes', () => {
  expect(chosenFile([file('warga.csv', 20 * 1024 * 1024 + 1)])).toEqual({ refusal: 'large' });
  expect(chosenFile([file('warga.csv', 0)])).toEqual({ refusal: 'empty' });
  expect(chosenFile([file('warga.xls')])).toEqual({ refusal: 'kind' });
  expect(chosenFile([file('warga')])).toEqual({ refusal: 'kind' });
  expect(chosenFile([file('satu.csv'), file('dua.csv')])).toEqual({ refusal: 'several' });
});

it('does nothing when somebody closes the window without a choice', () => {
  expect(chosenFile([])).toBeNull();
});
