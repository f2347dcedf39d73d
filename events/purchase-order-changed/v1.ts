import * as z from 'zod';
import { idSchema } from '#core/kernel/identifiers.ts';
import { defineEvent } from '../define-event.ts';

export const purchaseOrderChanged = defineEvent({
  name: 'purchase-order-changed',
  version: 1,
  summary: 'The system of record changed an order: state, quantities or dates.',
  owner: 'purchasing',
  producers: ['sync-purchase-orders'],
  consumers: ['open-order-ledger', 'keep-read-model', 'planning'],
  orderingKey: 'purchase-order',
  retentionDays: 800,
  tier: 'standard',
  data: z.looseObject({
    purchaseOrderId: idSchema,
    state: z.string(),
    changes: z.array(z.string()),
  }),
});
