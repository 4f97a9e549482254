import type { WrongSetting } from '../../../contract/settings.ts';

/** Where something is wrong, and what. */
export type Wrong = Pick<WrongSetting, 'at' | 'what'>;

/** A file of the settings while somebody changes it; what may stand in it the hub says. */
export interface Draft<T> {
  /** As the hub has it, at `revision`. */
  readonly base: T;
  readonly content: T;
  readonly revision: number;
  /** Somebody else saved something meanwhile. */
  readonly overtaken: boolean;
  /** What the hub found when it was last asked. */
  readonly wrong: Wrong | null;
}

/** Keys and places from the top of the file. */
export type Path = readonly (string | number)[];

export type Edit<T> =
  /** Undefined takes the key away. */
  | { type: 'set'; at: Path; value: unknown }
  | { type: 'add'; at: Path; value: unknown }
  | { type: 'remove'; at: Path; index: number }
  /** One place up (-1) or down (1). */
  | { type: 'move'; at: Path; index: number; by: -1 | 1 }
  | { type: 'refused'; wrong: Wrong }
  | { type: 'discard' }
  /** The hub's newest: taken while nothing is changed here. */
  | { type: 'came'; content: T; revision: number }
  /** What was sent is now the hub's. */
  | { type: 'saved'; content: T; revision: number }
  /** Gives up what was changed for what somebody else has saved. */
  | { type: 'yield'; content: T; revision: number };

export const beginDraft = <T>(content: T, revision: number): Draft<T> => ({
  base: content,
  content,
  revision,
  overtaken: false,
  wrong: null,
});

export function edit<T>(draft: Draft<T>, change: Edit<T>): Draft<T> {
  switch (change.type) {
    case 'set':
      return { ...draft, content: setAt(draft.content, change.at, change.value), wrong: null };
    case 'add':
      return changeList(draft, change.at, (list) => [...list, change.value]);
    case 'remove':
      return changeList(draft, change.at, (list) => list.toSpliced(change.index, 1));
    case 'move':
      return changeList(draft, change.at, (list) => moved(list, change.index, change.by));
    case 'refused':
      return { ...draft, wrong: change.wrong };
    case 'discard':
      return { ...draft, content: draft.base, wrong: null };
    case 'came':
      if (change.revision <= draft.revision) return draft;
      if (!isChanged(draft)) return beginDraft(change.content, change.revision);
      // Another part was saved: this one is as it was.
      return same(draft.base, change.content) ? { ...draft, revision: change.revision } : { ...draft, overtaken: true };
    case 'saved':
      // Typed on while it was under way.
      return { ...beginDraft(change.content, change.revision), content: draft.content };
    case 'yield':
      return beginDraft(change.content, change.revision);
  }
}

export function isChanged<T>({ base, content }: Draft<T>): boolean {
  return !same(base, content);
}

/** `services[2].name.id`, as the hub says where something is wrong. */
export function pathText(path: Path): string {
  return path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : text === '' ? part : `${text}.${part}`),
    '',
  );
}

/** Whether what is wrong stands here or further in. */
export function isAt(wrong: Wrong | null, path: Path): boolean {
  if (wrong === null) return false;
  const text = pathText(path);
  return wrong.at === text || wrong.at.startsWith(`${text}.`) || wrong.at.startsWith(`${text}[`);
}

function changeList<T>(draft: Draft<T>, at: Path, change: (list: unknown[]) => unknown[]): Draft<T> {
  const list = valueAt(draft.content, at);
  return { ...draft, content: setAt(draft.content, at, change(Array.isArray(list) ? list : [])), wrong: null };
}

function moved(list: unknown[], index: number, by: -1 | 1): unknown[] {
  const to = index + by;
  if (index < 0 || index >= list.length || to < 0 || to >= list.length) return list;
  const without = list.toSpliced(index, 1);
  return without.toSpliced(to, 0, list[index]);
}

function valueAt(content: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, part) => (value === null || value === undefined ? undefined : (value as Record<string, unknown>)[part]),
    content,
  );
}

/** The same content with one value changed; what is not on the way stays the very same object. */
function setAt<T>(content: T, path: Path, value: unknown): T {
  const [part, ...rest] = path;
  if (part === undefined) return value as T;
  const inner = rest.length === 0 ? value : setAt(((content ?? {}) as Record<string, unknown>)[part], rest, value);
  if (Array.isArray(content)) return content.with(part as number, inner) as T;
  const { [part]: _, ...others } = (content ?? {}) as Record<string, unknown>;
  if (inner === undefined) return others as T;
  return { ...(content as object), [part]: inner } as T;
}

/** Order of keys says nothing, e.g. after one was taken away and put back. */
function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  return (
    Array.isArray(a) === Array.isArray(b) &&
    keys.length === Object.keys(b).length &&
    keys.every((key) => key in b && same((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
  );
}
