import * as z from 'zod';
import { idSchema } from '#core/kernel/identifiers.ts';
import { defineEvent } from '../define-event.ts';

export const sourceSynced = defineEvent({
  name: 'source-synced',
  version: 1,
  summary: 'What is pulled from a system was pulled, or could not be.',
  owner: 'operations',
  producers: ['sync-master-data', 'sync-purchase-orders', 'sync-goods-receipts'],
  consumers: ['keep-read-model'],
  orderingKey: 'source-status',
  retentionDays: 90,
  tier: 'informational',
  data: z.looseObject({
    sourceId: idSchema,
    system: z.string(),
    what: z.string(),
    succeeded: z.boolean(),
    changed: z.int().min(0),
  }),
});
