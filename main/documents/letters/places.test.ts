import { describe, expect, it } from 'vitest';
import { filled } from './places.ts';

const words: Record<string, string> = { 'a.name': 'Siti', 'a.town': 'Muncar' };
const fill = (text: string) => filled(text, (place) => words[place] ?? '');

describe('the places of a text', () => {
  it.each([
    ['{a.name} dari { a.town }.', 'Siti dari Muncar.'],
    ['{a.name}, {a.nick}, {a.town}', 'Siti, Muncar'],
    ['{a.place}, {a.town}', 'Muncar'],
    ['{a.town}, {a.place}', 'Muncar'],
    ['penghasilan {a.town} ({a.phone}).', 'penghasilan Muncar.'],
    ['bernama {a.name} {a.nick} dari {a.town}', 'bernama Siti dari Muncar'],
    ['lahir di {a.town}, {a.date}.', 'lahir di Muncar.'],
    ['{a.place} {a.date}', ''],
  ])('%s', (text, expected) => expect(fill(text)).toBe(expected));

  it('leaves what people typed alone, brackets and commas and all, when nothing is empty', () => {
    expect(filled('{x}', () => 'Toko "Maju ( )" , 2')).toBe('Toko "Maju ( )" , 2');
  });
});
