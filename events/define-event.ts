import type * as z from 'zod';
import type { RecordType } from '#core/canonical/record-schemas.ts';

/** How hard we try, and how soon someone is called: `critical` before `standard` before `informational`. */
export type ServiceTier = 'critical' | 'standard' | 'informational';

/** One business event: who answers for it, who sends and hears it, and what it carries. */
export interface EventDefinition<Name extends string, Data extends z.ZodType> {
  readonly name: Name;
  readonly version: 1;
  /** One sentence in the words of the business. */
  readonly summary: string;
  /** The role that owns the contract: changes need its approval. */
  readonly owner: 'planning' | 'purchasing' | 'master-data' | 'operations';
  readonly producers: readonly string[];
  readonly consumers: readonly string[];
  /** The record whose sequence orders these events; the envelope's `subject` is its id. */
  readonly orderingKey: RecordType;
  readonly retentionDays: number;
  readonly tier: ServiceTier;
  /** At most 200 KB once serialised. */
  readonly data: Data;
}

export const defineEvent = <const Name extends string, Data extends z.ZodType>(
  definition: EventDefinition<Name, Data>,
): EventDefinition<Name, Data> => definition;

/** The CloudEvents `type`, which is also the EventBridge detail type: `crossdock.forecast-release-approved.v1`. */
export const eventType = (definition: { readonly name: string; readonly version: number }): string =>
  `crossdock.${definition.name}.v${definition.version}`;
