import { describe, expect, it } from 'vitest';
import { numberClips, ticketClips } from '../renderer/voice/words.ts';
import { fixedSentences, hashOf, type Manifest, namesOf, planClips, type Sentences } from './sounds.ts';

describe('fixedSentences', () => {
  const { id, en } = fixedSentences();

  it('has the words of both languages', () => {
    expect(id['digit.0']).toBe('nol');
    expect(['10', '11', '12', '19', '20', '90', '100', '300'].map((n) => id[`number.${n}`])).toEqual([
      'sepuluh',
      'sebelas',
      'dua belas',
      'sembilan belas',
      'dua puluh',
      'sembilan puluh',
      'seratus',
      'tiga ratus',
    ]);
    expect(['11', '19', '20', '90', '100'].map((n) => en[`number.${n}`])).toEqual([
      'eleven',
      'nineteen',
      'twenty',
      'ninety',
      'one hundred',
    ]);
  });

  it('has every clip that a number or a ticket can ask for', () => {
    const asked = new Set(ticketClips('ABCDEFGHIJKLMNOPQRSTUVWXYZ-0123456789'));
    for (let number = 0; number <= 1000; number += 1) for (const clip of numberClips(number)) asked.add(clip);
    for (const words of [id, en]) for (const clip of asked) expect(words[clip], clip).toMatch(/\S/);
    expect(Object.keys(id).sort()).toEqual(Object.keys(en).sort());
  });
});

describe('planClips', () => {
  const wanted: Sentences = { id: { hello: 'Selamat datang' }, en: { hello: 'Welcome' } };
  const made: Manifest = {
    'id/hello': { sentence: 'Selamat datang', hash: hashOf('id', 'Selamat datang') },
    'en/hello': { sentence: 'Welcome', hash: hashOf('en', 'Welcome') },
  };
  const there = () => true;

  it('makes all at first and nothing the second time', () => {
    const first = planClips(wanted, {}, () => false);
    expect(first.make).toEqual(['id/hello', 'en/hello']);
    expect(first.manifest).toEqual(made);
    expect(planClips(wanted, first.manifest, there)).toEqual({
      make: [],
      remove: [],
      stale: [],
      lost: [],
      manifest: made,
    });
  });

  it('makes what changed or is gone, and removes what nobody wants', () => {
    expect(planClips({ ...wanted, en: { hello: 'Hello' } }, made, there).make).toEqual(['en/hello']);
    expect(planClips(wanted, made, (clip) => clip !== 'id/hello').make).toEqual(['id/hello']);
    const less = planClips({ ...wanted, en: {} }, made, there);
    expect(less).toMatchObject({ make: [], remove: ['en/hello'] });
    expect(Object.keys(less.manifest)).toEqual(['id/hello']);
  });

  it('never touches a recording, but says when it is stale or lost', () => {
    const manifest: Manifest = { ...made, 'id/hello': { sentence: 'Halo', hash: '', recorded: true } };
    const changed = planClips(wanted, manifest, (clip) => clip !== 'id/hello');
    expect(changed).toMatchObject({ make: [], remove: [], stale: ['id/hello'], lost: ['id/hello'] });
    expect(changed.manifest['id/hello']).toEqual(manifest['id/hello']);
    expect(planClips({ ...wanted, id: {} }, manifest, there)).toMatchObject({ remove: [], stale: ['id/hello'] });
  });

  it('refuses a key that is no file name and a clip without words', () => {
    expect(() => planClips({ id: { '../x': 'a' }, en: {} }, {}, there)).toThrow('file name');
    expect(() => planClips({ id: { x: ' ' }, en: {} }, {}, there)).toThrow('nothing to say');
  });
});

it('names one clip per service', () => {
  expect(namesOf('service', [{ id: 'pajak', name: { id: 'Pajak', en: 'Tax' } }])).toEqual({
    id: { 'service.pajak': 'Pajak' },
    en: { 'service.pajak': 'Tax' },
  });
});
