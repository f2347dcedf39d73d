import * as z from 'zod';
import { idSchema } from '#core/kernel/identifiers.ts';
import { defineEvent } from '../define-event.ts';

export const orderAnswerOverdue = defineEvent({
  name: 'order-answer-overdue',
  version: 1,
  summary: 'The supplier has not answered an order or a change in time.',
  owner: 'purchasing',
  producers: ['sweep-due-dates'],
  consumers: ['keep-read-model'],
  orderingKey: 'order-ledger',
  retentionDays: 800,
  tier: 'standard',
  data: z.looseObject({
    purchaseOrderId: idSchema,
    dueAt: z.string(),
  }),
});
