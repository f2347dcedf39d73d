import * as z from 'zod';
import { idSchema } from '#core/kernel/identifiers.ts';
import { defineEvent } from '../define-event.ts';

export const goodsReceived = defineEvent({
  name: 'goods-received',
  version: 1,
  summary: 'A system received goods.',
  owner: 'purchasing',
  producers: ['sync-goods-receipts'],
  consumers: ['apply-goods-receipt', 'keep-read-model', 'planning'],
  orderingKey: 'goods-receipt',
  retentionDays: 800,
  tier: 'standard',
  data: z.looseObject({
    goodsReceiptId: idSchema,
    purchaseOrderIds: z.array(idSchema),
  }),
});
