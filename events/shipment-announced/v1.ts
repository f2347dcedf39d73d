import * as z from 'zod';
import { idSchema } from '#core/kernel/identifiers.ts';
import { defineEvent } from '../define-event.ts';

export const shipmentAnnounced = defineEvent({
  name: 'shipment-announced',
  version: 1,
  summary: 'A supplier announced goods that are on their way.',
  owner: 'purchasing',
  producers: ['apply-ship-notice'],
  consumers: ['keep-read-model', 'warehouse'],
  orderingKey: 'expected-shipment',
  retentionDays: 800,
  tier: 'standard',
  data: z.looseObject({
    shipmentId: idSchema,
    supplierId: idSchema,
    state: z.string(),
  }),
});
