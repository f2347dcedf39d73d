import * as z from 'zod';
import { idSchema } from '#core/kernel/identifiers.ts';
import { defineEvent } from '../define-event.ts';

export const supplierChanged = defineEvent({
  name: 'supplier-changed',
  version: 1,
  summary: 'A supplier is new or changed.',
  owner: 'master-data',
  producers: ['sync-master-data'],
  consumers: ['keep-read-model', 'planning'],
  orderingKey: 'supplier',
  retentionDays: 90,
  tier: 'standard',
  data: z.looseObject({
    supplierId: idSchema,
  }),
});
