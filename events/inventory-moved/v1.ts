import * as z from 'zod';
import { decimalSchema } from '#core/kernel/decimal.ts';
import { idSchema } from '#core/kernel/identifiers.ts';
import { defineEvent } from '../define-event.ts';

export const inventoryMoved = defineEvent({
  name: 'inventory-moved',
  version: 1,
  summary: 'Stock of an item at a location is another.',
  owner: 'operations',
  producers: ['sync-master-data'],
  consumers: ['keep-read-model', 'planning'],
  orderingKey: 'inventory-position',
  retentionDays: 30,
  tier: 'standard',
  data: z.looseObject({
    itemId: idSchema,
    locationId: idSchema,
    onHand: decimalSchema,
    unit: z.string(),
  }),
});
