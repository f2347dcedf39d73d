import * as z from 'zod';
import { idSchema } from '#core/kernel/identifiers.ts';
import { defineEvent } from '../define-event.ts';

export const orderChangeRequested = defineEvent({
  name: 'order-change-requested',
  version: 1,
  summary: 'A change of an order was decided; the ERP, the supplier or both are to learn it.',
  owner: 'purchasing',
  producers: ['apply-acknowledgement', 'apply-resolution', 'open-order-ledger'],
  consumers: ['schedule-posting', 'send-order-change', 'keep-read-model'],
  orderingKey: 'order-change',
  retentionDays: 800,
  tier: 'critical',
  data: z.looseObject({
    orderChangeId: idSchema,
    purchaseOrderId: idSchema,
    system: z.string(),
    posting: z.string(),
    telling: z.string(),
  }),
});
