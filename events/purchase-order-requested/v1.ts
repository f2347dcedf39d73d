import * as z from 'zod';
import { idSchema } from '#core/kernel/identifiers.ts';
import { defineEvent } from '../define-event.ts';

export const purchaseOrderRequested = defineEvent({
  name: 'purchase-order-requested',
  version: 1,
  summary: 'Approved proposals became an order that the system of record must now take.',
  owner: 'purchasing',
  producers: ['request-purchase-order'],
  consumers: ['schedule-posting', 'keep-read-model'],
  orderingKey: 'purchase-order',
  retentionDays: 800,
  tier: 'critical',
  data: z.looseObject({
    purchaseOrderId: idSchema,
    system: z.string(),
    supplierId: idSchema,
    locationId: idSchema,
    lines: z.int(),
  }),
});
