import * as z from 'zod';
import { idSchema } from '#core/kernel/identifiers.ts';
import { defineEvent } from '../define-event.ts';

export const orderProgressed = defineEvent({
  name: 'order-progressed',
  version: 1,
  summary: 'Goods of an order were shipped or received, or it changed while invoices wait for it.',
  owner: 'purchasing',
  producers: ['apply-ship-notice', 'apply-goods-receipt', 'open-order-ledger'],
  consumers: ['match-invoice', 'keep-read-model', 'planning'],
  orderingKey: 'order-ledger',
  retentionDays: 800,
  tier: 'standard',
  data: z.looseObject({
    purchaseOrderId: idSchema,
    what: z.string(),
    documentId: idSchema,
  }),
});
