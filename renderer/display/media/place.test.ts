import { describe, expect, it } from 'vitest';
import { arrowFits, type Circumstances, mediaPlace } from './place.ts';

const page = { kind: 'missed' as const, numbers: ['A001'] };
const calm: Circumstances = {
  board: { layout: 'row', pages: [page] },
  names: ['Loket 1', 'Loket 2', 'Loket 3'],
  shape: 'wide',
  open: true,
  called: true,
  announcing: false,
  notice: 'none',
};
const place = (change: Partial<Circumstances>) => mediaPlace({ ...calm, ...change });

describe('pictures are shown', () => {
  it('in the corner that the called number leaves, also while it is called, on every screen', () => {
    for (const shape of ['wide', 'portrait', 'square'] as const)
      for (const announcing of [true, false]) expect(place({ shape, announcing })).toBe('corner');
  });

  it('beside what is said where there is no board', () => {
    expect(place({ open: false, called: false })).toBe('beside');
    expect(place({ board: { layout: 'row', pages: [] } })).toBe('beside');
  });
});

describe('pictures give way', () => {
  it('to names that need two lines or a board of their own', () => {
    expect(place({ names: ['Loket 1', 'Loket Perizinan'] })).toBeNull();
    expect(place({ board: { layout: 'stack', pages: [page] } })).toBeNull();
    expect(place({ names: ['Counter 3'], shape: 'square' })).toBeNull();
    expect(place({ names: ['Counter 3'], shape: 'portrait' })).toBe('corner');
  });

  it('to the only counter while it calls', () => {
    expect(place({ board: { layout: 'row', pages: [] }, announcing: true })).toBeNull();
  });

  it('to whatever somebody must know now', () => {
    expect(place({ notice: 'urgent' })).toBeNull();
    expect(place({ notice: 'urgent', open: false })).toBeNull();
    expect(place({ notice: 'calm' })).toBe('corner');
    expect(place({ notice: 'calm', shape: 'portrait' })).toBeNull();
    expect(place({ notice: 'calm', shape: 'square' })).toBeNull();
  });

  it('to the long words before the first call, on a square screen', () => {
    expect(place({ called: false, shape: 'square' })).toBeNull();
    expect(place({ called: false })).toBe('corner');
  });
});

it('the arrow stays where there is room for it on the line', () => {
  expect(arrowFits('Loket 3', 'wide')).toBe(true);
  expect(arrowFits('Loket 12', 'wide')).toBe(false);
  expect(arrowFits('Loket 12', 'portrait')).toBe(true);
});
