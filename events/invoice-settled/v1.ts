import * as z from 'zod';
import { idSchema } from '#core/kernel/identifiers.ts';
import { defineEvent } from '../define-event.ts';

export const invoiceSettled = defineEvent({
  name: 'invoice-settled',
  version: 1,
  summary: 'What became of an invoice: waiting, blocked, duplicate, posted or refused by the ERP.',
  owner: 'purchasing',
  producers: ['match-invoice', 'post-document', 'sweep-due-dates'],
  consumers: ['note-posting-refused', 'keep-read-model'],
  orderingKey: 'invoice',
  retentionDays: 800,
  tier: 'standard',
  data: z.looseObject({
    invoiceId: idSchema,
    state: z.string(),
  }),
});
