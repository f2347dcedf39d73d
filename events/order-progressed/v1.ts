import * as z from 'zod';
import { idSchema } from '#core/kernel/identifiers.ts';
import { defineEvent } from '../define-event.ts';

export const orderProgressed = defineEvent({
  name: 'order-progressed',
  version: 1,
  summary: 'Goods of an order were shipped or received, or it was invoiced.',
  owner: 'purchasing',
  producers: ['apply-ship-notice', 'apply-goods-receipt', 'match-invoice'],
  consumers: ['console', 'planning'],
  orderingKey: 'order-ledger',
  retentionDays: 800,
  tier: 'standard',
  data: z.looseObject({
    purchaseOrderId: idSchema,
    what: z.string(),
    documentId: idSchema,
  }),
});
