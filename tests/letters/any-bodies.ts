import type { Dice } from '../faults/dice.ts';

/** As much of JSON Schema as the contract's inputs use. */
export interface BodySchema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly anyOf?: readonly BodySchema[];
  readonly oneOf?: readonly BodySchema[];
  readonly properties?: Readonly<Record<string, BodySchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: BodySchema | boolean;
  readonly items?: BodySchema;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
}

/** What there is in the lounge, so that a body can hit it. */
export interface Known {
  readonly uuids: readonly string[];
  /** Letters, fields, codes, names, numbers. */
  readonly words: readonly string[];
  /** What a property of this name may well hold. */
  readonly named: Readonly<Record<string, readonly [unknown, ...unknown[]]>>;
}

const hostile = [
  '',
  ' ',
  '0',
  '-1',
  'null',
  '__proto__',
  'constructor',
  "x' OR 1=1 --",
  '../../lounge.key',
  '\u0000',
  '\ud800',
  '‮‎',
  '😀'.repeat(40),
  'a'.repeat(5_000),
  '<script>alert(1)</script>',
  '{applicant.name}',
  '2026-02-30',
  '9'.repeat(400),
] as const;

const junk = [null, true, 0, -1, 1.5, 1e308, Number.MAX_SAFE_INTEGER, [], {}, [[]], { id: {} }, 'x'] as const;

/** A body for an input: mostly of its shape, now and then of another. */
export function anyBody(schema: BodySchema, dice: Dice, known: Known): unknown {
  if (dice.onceIn(14)) return dice.pick(junk);
  const ways = schema.anyOf ?? schema.oneOf;
  if (ways) return anyBody(dice.pick(ways as [BodySchema, ...BodySchema[]]), dice, known);
  if ('const' in schema) return schema.const;
  if (schema.enum) return dice.pick(schema.enum as [unknown, ...unknown[]]);
  switch (schema.type) {
    case 'object':
      return anyObject(schema, dice, known);
    case 'array': {
      const length = dice.between(schema.minItems ?? 0, Math.min(schema.maxItems ?? 4, (schema.minItems ?? 0) + 3));
      return Array.from({ length }, () => anyBody(schema.items ?? {}, dice, known));
    }
    case 'integer':
    case 'number': {
      const [least, most] = [schema.minimum ?? 0, Math.min(schema.maximum ?? 50, 3_000)];
      return dice.onceIn(4) ? dice.between(-5, 5_000) : dice.between(Math.min(least, most), most);
    }
    case 'boolean':
      return dice.onceIn(2);
    case 'null':
      return null;
    case 'string':
      return anyText(schema, dice, known);
    default:
      return dice.pick([...junk, ...hostile]);
  }
}

function anyObject(schema: BodySchema, dice: Dice, known: Known): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const [name, its] of Object.entries(schema.properties ?? {})) {
    const left = dice.onceIn(schema.required?.includes(name) ? 40 : 3);
    const usual = known.named[name];
    if (!left) body[name] = usual && !dice.onceIn(3) ? dice.pick(usual) : anyBody(its, dice, known);
  }
  if (typeof schema.additionalProperties === 'object') {
    for (let i = dice.between(0, 5); i > 0; i -= 1)
      body[anyText({}, dice, known)] = anyBody(schema.additionalProperties, dice, known);
  } else if (dice.onceIn(20)) body[dice.pick(hostile)] = dice.pick(junk);
  return body;
}

function anyText({ format }: BodySchema, dice: Dice, { uuids, words }: Known): string {
  if (dice.onceIn(6)) return dice.pick(hostile);
  if (format === 'uuid') return dice.onceIn(3) ? crypto.randomUUID() : dice.pick(uuids as [string, ...string[]]);
  if (format === 'date') return `2026-${String(dice.between(1, 12)).padStart(2, '0')}-${dice.between(10, 28)}`;
  return dice.pick(words as [string, ...string[]]);
}
