import { describe, expect, it } from 'vitest';
import { letterFile, peopleFile } from '../../../contract/letters.ts';
import { withPeople } from '../../../contract/letters-whole.ts';
import shipped from '../../../resources/catalogue/letters/sk_usaha.json' with { type: 'json' };
import people from '../../../resources/catalogue/people.json' with { type: 'json' };
import { withSame } from './same-answers.ts';

const letter = withPeople(letterFile.parse(shipped), peopleFile.parse(people));
if (letter.kind !== 'letter') throw new Error('no letter');
const home = { 'applicant.address': 'Dusun Krajan' };

describe('A business at the home of whom the office knows', () => {
  it('has the address that the list says', () => {
    expect(withSame(letter, home, ['business.address'])).toEqual({ ...home, 'business.address': 'Dusun Krajan' });
  });

  it('keeps the address that was answered', () => {
    const answered = { ...home, 'business.address': 'Pasar Muncar' };
    expect(withSame(letter, answered, ['business.address'])).toEqual(answered);
  });

  it('has none while the list says none, and a name is never the same as another field', () => {
    expect(withSame(letter, {}, ['business.address'])).toEqual({});
    expect(withSame(letter, home, ['business.name', 'nothing.here'])).toEqual(home);
  });
});
