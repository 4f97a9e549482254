import { describe, expect, it } from 'vitest';
import { memoryIn } from './memory.ts';
import { namesFor } from './names.ts';
import { firstStep, type SetUpEvent, setUp } from './set-up-flow.ts';

const answers: SetUpEvent[] = [
  { type: 'code', code: ' 7Q4K-M2XV ' },
  { type: 'name', name: ' Siti   Aminah ' },
  { type: 'pin', pin: '482913' },
  { type: 'pin', pin: '739164' },
];
const answered = (count: number) => answers.slice(0, count).reduce(setUp, firstStep);

describe('the first start', () => {
  it('asks for the code, the name and both PINs, and then sends', () => {
    expect(answered(4)).toEqual({
      step: 'sending',
      code: '7Q4K-M2XV',
      name: 'Siti Aminah',
      pin: '482913',
      maintenancePin: '739164',
      problem: null,
    });
  });

  it('goes back without losing what was typed', () => {
    expect(setUp(answered(2), { type: 'back' })).toMatchObject({ step: 'name', name: 'Siti Aminah' });
    expect(setUp(firstStep, { type: 'back' })).toEqual(firstStep);
  });

  it('takes no empty answer', () => {
    expect(setUp(firstStep, { type: 'code', code: '  ' })).toEqual(firstStep);
    expect(setUp(answered(1), { type: 'name', name: ' a ' }).step).toBe('name');
  });

  it('returns to where a refusal can be mended', () => {
    expect(setUp(answered(4), { type: 'refused', code: 'CODE_WRONG' })).toMatchObject({ step: 'code' });
    expect(setUp(answered(4), { type: 'refused', code: 'PIN_WEAK' })).toMatchObject({ step: 'pin' });
    expect(setUp(answered(4), { type: 'refused', code: 'UNREACHABLE' })).toMatchObject({
      step: 'maintenance',
      problem: 'UNREACHABLE',
    });
  });
});

describe('names at the sign-in', () => {
  const people = ['Siti Aminah', 'Budi Santoso', 'Ni Wayan Kartini', 'Nyoman Désak'].map((name) => ({
    id: name,
    name,
  }));
  const found = (typed: string, last: string | null = null) => namesFor(people, typed, last).map(({ name }) => name);

  it('stand by alphabet, with whoever was here last before all others', () => {
    expect(found('')).toEqual(['Budi Santoso', 'Ni Wayan Kartini', 'Nyoman Désak', 'Siti Aminah']);
    expect(found('', 'Siti Aminah')[0]).toBe('Siti Aminah');
  });

  it('are found by the beginning of any of their words, in any order', () => {
    expect(found('kar')).toEqual(['Ni Wayan Kartini']);
    expect(found('san bu')).toEqual(['Budi Santoso']);
    expect(found('desak')).toEqual(['Nyoman Désak']);
    expect(found('min')).toEqual([]);
  });
});

describe('what a machine remembers', () => {
  it('is its counter, the last person and the language, over a reload', () => {
    const kept = new Map<string, string>();
    const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: kept.set.bind(kept) };
    const before = memoryIn(storage);
    expect([before.counter(), before.person(), before.language()]).toEqual([null, null, 'id']);
    before.keepCounter('3');
    before.keepPerson('siti');
    before.keepLanguage('en');
    const after = memoryIn(storage);
    expect([after.counter(), after.person(), after.language()]).toEqual(['3', 'siti', 'en']);
  });

  it('is nothing where the browser keeps nothing, and nobody is bothered', () => {
    const refuse = () => {
      throw new Error('storage is off');
    };
    const memory = memoryIn({ getItem: refuse, setItem: refuse });
    memory.keepCounter('3');
    expect(memory.counter()).toBeNull();
  });
});
