import type { RecordType } from '#core/canonical/record-schemas.ts';
import { recordTypes } from '#core/canonical/record-types.ts';
import { type JsonSchema, jsonSchema } from './json-schema.ts';

/** What never leaves the server has no contract. */
const internal: ReadonlySet<RecordType> = new Set(['approval-wait', 'planning-turn']);

/** Type of record → its schema. */
export const recordSchemas = (): Readonly<Record<string, JsonSchema>> =>
  Object.fromEntries(
    (Object.keys(recordTypes) as RecordType[])
      .filter((type) => !internal.has(type))
      .sort()
      .map((type) => [type, { title: type, ...jsonSchema(recordTypes[type].schema, 'read') }]),
  );
