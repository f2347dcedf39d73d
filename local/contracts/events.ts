import { type EventName, eventCatalogue } from '#events/catalogue.ts';
import { eventType } from '#events/define-event.ts';
import { envelopeSchema } from '#events/envelope.ts';
import { type JsonSchema, jsonSchema } from './json-schema.ts';

const names = Object.keys(eventCatalogue).sort() as EventName[];

/** `item-changed.v1`, as files and messages are called. */
const versionedName = (name: EventName): string => `${name}.v${eventCatalogue[name].version}`;

/** The whole of an event as it is on the bus: a CloudEvents envelope with this type and this data. */
export function eventSchema(name: EventName): JsonSchema {
  const definition = eventCatalogue[name];
  const envelope = jsonSchema(envelopeSchema, 'read');
  const data = jsonSchema(definition.data, 'read');
  return {
    ...envelope,
    title: versionedName(name),
    description: definition.summary,
    properties: { ...(envelope.properties as object), type: { const: eventType(definition) }, data },
  };
}

/** `item-changed.v1` → its schema. */
export const eventSchemas = (): Readonly<Record<string, JsonSchema>> =>
  Object.fromEntries(names.map((name) => [versionedName(name), eventSchema(name)]));

/** Every event there is, as AsyncAPI 3. */
export const asyncapi = (): Record<string, unknown> => ({
  asyncapi: '3.0.0',
  info: {
    title: 'Crossdock events',
    version: '1.0.0',
    description:
      'Business events as CloudEvents 1.0 in the detail of EventBridge. The sequence of one subject has no gaps; the bus does not order.',
    license: { name: 'Apache-2.0' },
  },
  defaultContentType: 'application/json',
  channels: Object.fromEntries(names.map((name) => [versionedName(name), channel(name)])),
  operations: Object.fromEntries(names.map((name) => [`send-${versionedName(name)}`, operation(name)])),
  components: {
    messages: Object.fromEntries(names.map((name) => [versionedName(name), message(name)])),
    schemas: eventSchemas(),
  },
});

const channel = (name: EventName) => ({
  address: eventType(eventCatalogue[name]),
  title: name,
  description: eventCatalogue[name].summary,
  messages: { event: { $ref: `#/components/messages/${versionedName(name)}` } },
});

const operation = (name: EventName) => ({
  action: 'send',
  channel: { $ref: `#/channels/${versionedName(name)}` },
  summary: eventCatalogue[name].summary,
  messages: [{ $ref: `#/channels/${versionedName(name)}/messages/event` }],
});

function message(name: EventName): Record<string, unknown> {
  const { summary, owner, producers, consumers, orderingKey, retentionDays, tier } = eventCatalogue[name];
  return {
    name: versionedName(name),
    title: name,
    summary,
    contentType: 'application/json',
    payload: { $ref: `#/components/schemas/${versionedName(name)}` },
    'x-crossdock-owner': owner,
    'x-crossdock-producers': producers,
    'x-crossdock-consumers': consumers,
    'x-crossdock-ordering-key': orderingKey,
    'x-crossdock-retention-days': retentionDays,
    'x-crossdock-tier': tier,
  };
}
