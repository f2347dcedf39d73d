import { clientSource } from './client.ts';
import { asyncapi, eventSchemas } from './events.ts';
import type { JsonSchema } from './json-schema.ts';
import { openapi } from './openapi.ts';
import { recordSchemas } from './records.ts';

/** Every file of `contracts/` by its path there. */
export async function contractFiles(): Promise<ReadonlyMap<string, string>> {
  const api = openapi();
  const files = new Map<string, string>();
  files.set('openapi.json', text(api));
  files.set('asyncapi.json', text(asyncapi()));
  for (const [name, schema] of Object.entries(eventSchemas())) {
    files.set(`events/${name}.schema.json`, text(standalone(schema)));
  }
  for (const [type, schema] of Object.entries(recordSchemas())) {
    files.set(`records/${type}.schema.json`, text(standalone(schema)));
  }
  files.set('client.ts', await clientSource(api.components.schemas));
  return files;
}

const text = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

const standalone = (schema: JsonSchema): JsonSchema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  ...schema,
});
