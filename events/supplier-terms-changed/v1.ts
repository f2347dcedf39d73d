import * as z from 'zod';
import { idSchema } from '#core/kernel/identifiers.ts';
import { defineEvent } from '../define-event.ts';

export const supplierTermsChanged = defineEvent({
  name: 'supplier-terms-changed',
  version: 1,
  summary: 'Lead time, order sizes or price of an item at a supplier are new or changed.',
  owner: 'master-data',
  producers: ['sync-master-data'],
  consumers: ['keep-read-model', 'planning'],
  orderingKey: 'supplier-terms',
  retentionDays: 90,
  tier: 'standard',
  data: z.looseObject({
    supplierId: idSchema,
    itemId: idSchema,
  }),
});
