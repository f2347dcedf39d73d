import * as z from 'zod';
import { idSchema } from '#core/kernel/identifiers.ts';
import { defineEvent } from '../define-event.ts';

export const itemChanged = defineEvent({
  name: 'item-changed',
  version: 1,
  summary: 'An item is new or changed.',
  owner: 'master-data',
  producers: ['sync-master-data'],
  consumers: ['keep-read-model', 'planning', 'warehouse'],
  orderingKey: 'item',
  retentionDays: 90,
  tier: 'standard',
  data: z.looseObject({
    itemId: idSchema,
  }),
});
