import * as z from 'zod';
import { idSchema } from '#core/kernel/identifiers.ts';
import { defineEvent } from '../define-event.ts';

export const interchangeSent = defineEvent({
  name: 'interchange-sent',
  version: 1,
  summary: 'An interchange was given to the partner.',
  owner: 'operations',
  producers: ['send-documents'],
  consumers: ['keep-read-model'],
  orderingKey: 'interchange',
  retentionDays: 800,
  tier: 'standard',
  data: z.looseObject({
    interchangeId: idSchema,
    partnerId: idSchema,
    controlNumber: z.string(),
  }),
});
