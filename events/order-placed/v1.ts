import * as z from 'zod';
import { idSchema } from '#core/kernel/identifiers.ts';
import { defineEvent } from '../define-event.ts';

export const orderPlaced = defineEvent({
  name: 'order-placed',
  version: 1,
  summary: 'An order is to reach its supplier.',
  owner: 'purchasing',
  producers: ['open-order-ledger'],
  consumers: ['send-purchase-order', 'keep-read-model'],
  orderingKey: 'order-ledger',
  retentionDays: 800,
  tier: 'critical',
  data: z.looseObject({
    purchaseOrderId: idSchema,
    channel: z.string(),
    supplierId: idSchema,
  }),
});
