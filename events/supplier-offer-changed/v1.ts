import * as z from 'zod';
import { idSchema } from '#core/kernel/identifiers.ts';
import { defineEvent } from '../define-event.ts';

export const supplierOfferChanged = defineEvent({
  name: 'supplier-offer-changed',
  version: 1,
  summary: 'What a supplier offers of an item changed: stock, price or lead time.',
  owner: 'master-data',
  producers: ['apply-offer'],
  consumers: ['keep-read-model'],
  orderingKey: 'supplier-offer',
  retentionDays: 800,
  tier: 'informational',
  data: z.looseObject({
    supplierOfferId: idSchema,
    itemId: idSchema,
  }),
});
