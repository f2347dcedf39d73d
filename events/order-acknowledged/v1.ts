import * as z from 'zod';
import { idSchema } from '#core/kernel/identifiers.ts';
import { defineEvent } from '../define-event.ts';

export const orderAcknowledged = defineEvent({
  name: 'order-acknowledged',
  version: 1,
  summary: "The supplier's answer to an order was compared with it.",
  owner: 'purchasing',
  producers: ['apply-acknowledgement'],
  consumers: ['keep-read-model', 'planning'],
  orderingKey: 'order-ledger',
  retentionDays: 800,
  tier: 'standard',
  data: z.looseObject({
    purchaseOrderId: idSchema,
    partnerDocumentId: idSchema,
    state: z.string(),
  }),
});
