import { describe, expect, it } from 'vitest';
import { beginDraft, edit, isAt, isChanged, type Path, pathText } from './draft.ts';

interface House {
  name: { id: string; en: string };
  quota?: number;
  rooms: { id: string }[];
}
const house: House = { name: { id: 'Rumah', en: 'House' }, rooms: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] };
const began = beginDraft(house, 4);
const set = (at: Path, value: unknown) => edit(began, { type: 'set', at, value });
const wrong = { at: 'rooms[1].id', code: 'taken', what: { id: 'sudah ada', en: 'taken' } } as const;

describe('a draft of the settings', () => {
  it('changes one value and leaves what is not on the way the very same', () => {
    const { content } = set(['name', 'en'], 'Home');
    expect(content.name).toEqual({ id: 'Rumah', en: 'Home' });
    expect(content.rooms).toBe(house.rooms);
    expect(house.name.en).toBe('House');
  });

  it('takes a key away, makes one, and takes the whole', () => {
    expect(set(['quota'], 30).content.quota).toBe(30);
    expect('quota' in edit(set(['quota'], 30), { type: 'set', at: ['quota'], value: undefined }).content).toBe(false);
    expect(set([], { ...house, rooms: [] }).content.rooms).toEqual([]);
  });

  it('is unchanged again when everything stands as before, in whatever order', () => {
    expect(isChanged(set(['name', 'en'], 'Home'))).toBe(true);
    expect(isChanged(set(['name'], { en: 'House', id: 'Rumah' }))).toBe(false);
    expect(isChanged(edit(set(['quota'], 3), { type: 'set', at: ['quota'], value: undefined }))).toBe(false);
  });

  it('adds, removes and moves within a list, and not past its ends', () => {
    const ids = (draft: typeof began) => draft.content.rooms.map(({ id }) => id).join('');
    const at = ['rooms'];
    expect(ids(edit(began, { type: 'add', at, value: { id: 'd' } }))).toBe('abcd');
    expect(ids(edit(began, { type: 'remove', at, index: 1 }))).toBe('ac');
    expect(ids(edit(began, { type: 'move', at, index: 2, by: -1 }))).toBe('acb');
    expect(ids(edit(began, { type: 'move', at, index: 0, by: -1 }))).toBe('abc');
    expect(ids(edit(began, { type: 'move', at, index: 2, by: 1 }))).toBe('abc');
  });

  it('shows what the hub refused until something is changed', () => {
    const refused = edit(began, { type: 'refused', wrong });
    expect(isAt(refused.wrong, ['rooms'])).toBe(true);
    expect(isAt(refused.wrong, ['rooms', 1])).toBe(true);
    expect(isAt(refused.wrong, ['rooms', 10])).toBe(false);
    expect(isAt(refused.wrong, ['name'])).toBe(false);
    expect(edit(refused, { type: 'set', at: ['name', 'id'], value: 'Griya' }).wrong).toBeNull();
  });

  it('follows the hub while nobody has changed anything here', () => {
    const other = { ...house, name: { id: 'Griya', en: 'House' } };
    expect(edit(began, { type: 'came', content: other, revision: 5 })).toEqual(beginDraft(other, 5));
    expect(edit(began, { type: 'came', content: other, revision: 4 })).toBe(began);
  });

  it('says that it was overtaken, and keeps what was typed until that is given up', () => {
    const typed = set(['name', 'en'], 'Home');
    const other = { ...house, rooms: [] };
    const overtaken = edit(typed, { type: 'came', content: other, revision: 5 });
    expect(overtaken).toMatchObject({ overtaken: true, revision: 4, content: { name: { en: 'Home' } } });
    expect(edit(overtaken, { type: 'yield', content: other, revision: 5 })).toEqual(beginDraft(other, 5));
  });

  it('goes on when only another part was saved', () => {
    const typed = set(['name', 'en'], 'Home');
    const came = edit(typed, { type: 'came', content: structuredClone(house), revision: 9 });
    expect(came).toMatchObject({ overtaken: false, revision: 9, content: { name: { en: 'Home' } } });
  });

  it('is clean after it was saved, but keeps what was typed meanwhile', () => {
    const sent = set(['name', 'en'], 'Home');
    expect(isChanged(edit(sent, { type: 'saved', content: sent.content, revision: 5 }))).toBe(false);
    const typedOn = edit(sent, { type: 'set', at: ['quota'], value: 7 });
    const saved = edit(typedOn, { type: 'saved', content: sent.content, revision: 5 });
    expect(isChanged(saved)).toBe(true);
    expect(edit(saved, { type: 'discard' }).content).toEqual(sent.content);
  });

  it('writes a place as the hub does', () => {
    expect(pathText(['services', 2, 'counters', 0])).toBe('services[2].counters[0]');
    expect(pathText([])).toBe('');
  });
});
