import * as z from 'zod';
import { idSchema } from '#core/kernel/identifiers.ts';
import { defineEvent } from '../define-event.ts';

export const purchaseOrderCreated = defineEvent({
  name: 'purchase-order-created',
  version: 1,
  summary: 'The system of record holds the order, confirmed.',
  owner: 'purchasing',
  producers: ['post-document'],
  consumers: ['open-order-ledger', 'keep-read-model', 'planning'],
  orderingKey: 'purchase-order',
  retentionDays: 800,
  tier: 'critical',
  data: z.looseObject({
    purchaseOrderId: idSchema,
    system: z.string(),
    number: z.string(),
  }),
});
