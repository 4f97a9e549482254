import { expect, it } from 'vitest';
import { mediaAddress, refusalIn } from './media-files.ts';

it('a file has an address in which nothing of its name is a sign of its own', () => {
  expect(mediaAddress({ name: 'Jadwal 100% #2?.png', version: 'a-b' })).toBe(
    '/media/Jadwal%20100%25%20%232%3F.png?v=a-b',
  );
});

it('a refusal is read from the answer, whatever came instead of one', () => {
  expect(refusalIn('{"code":"MEDIA_TYPE","status":415,"message":"x","data":null}').code).toBe('MEDIA_TYPE');
  for (const text of ['', '<html>', 'null', '[]', '{"code":7}'])
    expect(refusalIn(text).code).toBe('INTERNAL_SERVER_ERROR');
});
