import * as z from 'zod';
import { idSchema } from '#core/kernel/identifiers.ts';
import { defineEvent } from '../define-event.ts';

export const purchaseOrderRefused = defineEvent({
  name: 'purchase-order-refused',
  version: 1,
  summary: 'The system of record will not take the order; a buyer must act.',
  owner: 'purchasing',
  producers: ['post-document'],
  consumers: ['note-posting-refused', 'keep-read-model'],
  orderingKey: 'purchase-order',
  retentionDays: 800,
  tier: 'critical',
  data: z.looseObject({
    purchaseOrderId: idSchema,
    system: z.string(),
    reason: z.string(),
  }),
});
