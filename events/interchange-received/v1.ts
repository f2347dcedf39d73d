import * as z from 'zod';
import { idSchema } from '#core/kernel/identifiers.ts';
import { defineEvent } from '../define-event.ts';

export const interchangeReceived = defineEvent({
  name: 'interchange-received',
  version: 1,
  summary: 'An interchange of a partner was read; its documents follow.',
  owner: 'operations',
  producers: ['receive-interchange'],
  consumers: ['keep-read-model'],
  orderingKey: 'interchange',
  retentionDays: 800,
  tier: 'standard',
  data: z.looseObject({
    interchangeId: idSchema,
    partnerId: idSchema,
    transactions: z.int(),
    rejected: z.int(),
  }),
});
