/** JSON Schemas (draft 2020-12) from the zod schemas that the code runs on. */
import * as z from 'zod';

export type JsonSchema = { readonly [key: string]: unknown };

/** Sent to us (unknown fields are refused) or read from us (unknown fields must be tolerated). */
export type Direction = 'sent' | 'read';

/** The schema of something that stands alone. */
export function jsonSchema(schema: z.ZodType, direction: Direction): JsonSchema {
  // A field with a default need not be sent; as for its type, what it becomes says more than what it comes from.
  const { required: _always, ...outcome } = z.toJSONSchema(schema, { io: 'output' });
  const { required } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const { $schema: _draft, ...rest } = outcome;
  return tidied({ ...rest, ...(required ? { required } : {}) }, direction);
}

/** The schemas of a registry, by id, referring to each other by `uri`. */
export function jsonSchemas(
  registry: z.core.$ZodRegistry<{ id: string }>,
  uri: (id: string) => string,
  direction: Direction,
): Record<string, JsonSchema> {
  const { schemas } = z.toJSONSchema(registry, { uri, io: 'output' });
  return Object.fromEntries(
    Object.entries(schemas)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, { $schema: _draft, $id: _id, ...schema }]) => [id, tidied(schema, direction)]),
  );
}

/** Without what says nothing: a pattern that repeats a format, the largest number there is. */
function tidied(schema: JsonSchema, direction: Direction): JsonSchema {
  const visit = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(visit);
    if (node === null || typeof node !== 'object') return node;
    return Object.fromEntries(
      Object.entries(node)
        .filter(([key, value]) => !isNoise(key, value, node, direction))
        .map(([key, value]) => [key, visit(value)]),
    );
  };
  return visit(schema) as JsonSchema;
}

function isNoise(key: string, value: unknown, node: object, direction: Direction): boolean {
  if (key === 'pattern') return 'format' in node;
  if (key === 'maximum') return value === Number.MAX_SAFE_INTEGER;
  if (key === 'minimum') return value === Number.MIN_SAFE_INTEGER;
  // Readers must not break when a field is added.
  return key === 'additionalProperties' && (value === false ? direction === 'read' : isEmpty(value));
}

const isEmpty = (value: unknown): boolean =>
  value !== null && typeof value === 'object' && Object.keys(value).length === 0;
