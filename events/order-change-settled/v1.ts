import * as z from 'zod';
import { idSchema } from '#core/kernel/identifiers.ts';
import { defineEvent } from '../define-event.ts';

export const orderChangeSettled = defineEvent({
  name: 'order-change-settled',
  version: 1,
  summary: 'What became of a change in the ERP or at the supplier.',
  owner: 'purchasing',
  producers: ['post-document', 'send-order-change'],
  consumers: ['note-posting-refused', 'keep-read-model'],
  orderingKey: 'order-change',
  retentionDays: 800,
  tier: 'standard',
  data: z.looseObject({
    orderChangeId: idSchema,
    purchaseOrderId: idSchema,
    posting: z.string(),
    telling: z.string(),
  }),
});
