import * as z from 'zod';
import { idSchema } from '#core/kernel/identifiers.ts';
import { defineEvent } from '../define-event.ts';

export const invoiceMatched = defineEvent({
  name: 'invoice-matched',
  version: 1,
  summary: 'An invoice agrees with order and receipt and is to be posted.',
  owner: 'purchasing',
  producers: ['match-invoice'],
  consumers: ['schedule-posting', 'keep-read-model'],
  orderingKey: 'invoice',
  retentionDays: 800,
  tier: 'critical',
  data: z.looseObject({
    invoiceId: idSchema,
    system: z.string(),
  }),
});
