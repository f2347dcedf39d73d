/**
 * Whether a JSON Schema breaks those who rely on the one before. Of what is sent to us nothing may be asked that
 * was not asked before; of what is read from us nothing may be missing. Readers know that fields and the values of
 * enums may be added.
 */
import { canonicalJson } from '#core/kernel/json.ts';
import type { Direction, JsonSchema } from '../json-schema.ts';
import { type Bound, lowerBounds, upperBounds } from './bounds.ts';

/** One schema among others that it may refer to (`#/components/schemas/Item`). */
export interface Located {
  readonly schema: JsonSchema;
  readonly root: JsonSchema;
}

/** The breaking changes from one schema to the next, each as a sentence that begins with where. */
export function compareSchemas(
  before: Located,
  after: Located,
  direction: Direction,
  at: string,
  seen: ReadonlySet<string> = new Set(),
): readonly string[] {
  const references = `${before.schema.$ref} ${after.schema.$ref}`;
  if (before.schema.$ref !== undefined && seen.has(references)) return [];
  const old = resolved(before);
  const now = resolved(after);
  const deeper = new Set([...seen, references]);
  const inside = (a: unknown, b: unknown, where: string): readonly string[] =>
    compareSchemas(
      { schema: asSchema(a), root: before.root },
      { schema: asSchema(b), root: after.root },
      direction,
      `${at}${where}`,
      deeper,
    );
  return [
    ...typeChanges(old, now, direction, at),
    ...valueChanges(old, now, direction, at),
    ...(direction === 'sent' ? tightened(old, now, at) : []),
    ...fieldChanges(old, now, direction, at, inside),
    ...(old.items && now.items ? inside(old.items, now.items, '/items') : []),
    ...alternativeChanges(old, now, direction, at, inside),
  ];
}

type Inside = (before: unknown, after: unknown, where: string) => readonly string[];

function resolved({ schema, root }: Located): JsonSchema {
  if (typeof schema.$ref !== 'string') return schema;
  const found = schema.$ref
    .replace(/^#\//, '')
    .split('/')
    .reduce<unknown>((node, name) => (node as JsonSchema | undefined)?.[name], root);
  return resolved({ schema: asSchema(found), root });
}

const asSchema = (value: unknown): JsonSchema =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as JsonSchema) : {};

function typeChanges(old: JsonSchema, now: JsonSchema, direction: Direction, at: string): readonly string[] {
  if (old.type === now.type) return [];
  // A whole number is a number: we may accept more, and give less.
  const [narrow, wide] = direction === 'sent' ? [old.type, now.type] : [now.type, old.type];
  if (narrow === 'integer' && wide === 'number') return [];
  return [`${at}: the type changed from ${old.type ?? 'any'} to ${now.type ?? 'any'}`];
}

function valueChanges(old: JsonSchema, now: JsonSchema, direction: Direction, at: string): readonly string[] {
  const changes: string[] = [];
  const before = valuesOf(old);
  const after = valuesOf(now);
  if (direction === 'sent' && after) {
    const gone = before ? before.filter((value) => !after.includes(value)) : ['anything else'];
    if (gone.length > 0) changes.push(`${at}: ${gone.join(', ')} is no longer accepted`);
  }
  if (direction === 'read' && before && !after) changes.push(`${at}: it may be anything now`);
  if (old.format !== now.format && (direction === 'read' || now.format !== undefined)) {
    changes.push(`${at}: the format changed from ${old.format ?? 'none'} to ${now.format ?? 'none'}`);
  }
  return changes;
}

function valuesOf(schema: JsonSchema): readonly string[] | undefined {
  if ('const' in schema) return [canonicalJson(schema.const)];
  return Array.isArray(schema.enum) ? schema.enum.map((value) => canonicalJson(value)) : undefined;
}

/** What was accepted and is not any more. */
function tightened(old: JsonSchema, now: JsonSchema, at: string): readonly string[] {
  const bound = (name: Bound, isTighter: (a: number, b: number) => boolean, none: number): string[] => {
    const [before, after] = [old[name] ?? none, now[name] ?? none].map(Number);
    return before !== undefined && after !== undefined && isTighter(before, after)
      ? [`${at}: ${name} went from ${old[name] ?? 'none'} to ${after}`]
      : [];
  };
  return [
    ...upperBounds.flatMap((name) => bound(name, (a, b) => b < a, Number.POSITIVE_INFINITY)),
    ...lowerBounds.flatMap((name) => bound(name, (a, b) => b > a, Number.NEGATIVE_INFINITY)),
    ...(now.pattern !== undefined && now.pattern !== old.pattern
      ? [`${at}: the pattern changed from ${old.pattern ?? 'none'} to ${now.pattern}`]
      : []),
    ...(now.additionalProperties === false && old.additionalProperties !== false && old.type === 'object'
      ? [`${at}: unknown fields are no longer accepted`]
      : []),
  ];
}

function fieldChanges(
  old: JsonSchema,
  now: JsonSchema,
  direction: Direction,
  at: string,
  inside: Inside,
): readonly string[] {
  const before = asSchema(old.properties);
  const after = asSchema(now.properties);
  const wasRequired = new Set(namesOf(old.required));
  const isRequired = new Set(namesOf(now.required));
  const changes: string[] = [];
  for (const name of Object.keys(before)) {
    if (!(name in after)) changes.push(`${at}/${name}: the field is gone`);
    else changes.push(...inside(before[name], after[name], `/${name}`));
  }
  for (const name of direction === 'sent' ? isRequired : wasRequired) {
    const [here, there] = direction === 'sent' ? [isRequired, wasRequired] : [wasRequired, isRequired];
    if (!here.has(name) || there.has(name)) continue;
    if (direction === 'read' && !(name in after)) continue;
    changes.push(
      `${at}/${name}: the field ${direction === 'sent' ? 'must be sent now' : 'may be missing now'}`,
    );
  }
  if (typeof old.additionalProperties === 'object' && typeof now.additionalProperties === 'object') {
    changes.push(...inside(old.additionalProperties, now.additionalProperties, '/*'));
  }
  return changes;
}

const namesOf = (required: unknown): readonly string[] =>
  Array.isArray(required) ? required.map(String) : [];

/** Every alternative that was accepted still is; every alternative that is given is like one that was. */
function alternativeChanges(
  old: JsonSchema,
  now: JsonSchema,
  direction: Direction,
  at: string,
  inside: Inside,
): readonly string[] {
  const before = alternativesOf(old);
  const after = alternativesOf(now);
  if (before.length === 0 && after.length === 0) return [];
  const fits = (a: unknown, b: unknown) => inside(a, b, '').length === 0;
  const lost =
    direction === 'sent'
      ? before.filter((was) => !after.some((is) => fits(was, is)))
      : after.filter((is) => !before.some((was) => fits(was, is)));
  const what = direction === 'sent' ? 'is no longer accepted' : 'is none of those before';
  return lost.map(
    (alternative) => `${at}: the alternative ${canonicalJson(alternative).slice(0, 120)} ${what}`,
  );
}

const alternativesOf = ({ anyOf, oneOf }: JsonSchema): readonly unknown[] =>
  Array.isArray(anyOf) ? anyOf : Array.isArray(oneOf) ? oneOf : [];
