import * as z from 'zod';
import { idSchema } from '#core/kernel/identifiers.ts';
import { defineEvent } from '../define-event.ts';

export const locationChanged = defineEvent({
  name: 'location-changed',
  version: 1,
  summary: 'A location is new or changed.',
  owner: 'master-data',
  producers: ['sync-master-data'],
  consumers: ['keep-read-model', 'planning'],
  orderingKey: 'location',
  retentionDays: 90,
  tier: 'standard',
  data: z.looseObject({
    locationId: idSchema,
  }),
});
