import { expect, it } from 'vitest';
import { officeKeyFile } from './office-key-file.ts';

it('holds what the regency needs to list the office, under a name of its own', async () => {
  const own = { id: '2rmoHC2e', issuer: 'Desa Tambakrejo, Kecamatan Muncar', x: 'x'.repeat(43) };
  const { name, content } = officeKeyFile(own);
  expect(name).toBe('kunci-kantor-2rmoHC2e.json');
  expect(JSON.parse(await content.text())).toEqual({ anjungan: 'office-key', v: 1, ...own });
});
