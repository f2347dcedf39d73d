import * as z from 'zod';
import { idSchema } from '#core/kernel/identifiers.ts';
import { defineEvent } from '../define-event.ts';

export const exceptionChanged = defineEvent({
  name: 'exception-changed',
  version: 1,
  summary: 'Somebody took, commented or gave back an exception, or it was reminded of or escalated.',
  owner: 'operations',
  producers: ['exceptions API', 'sweep-due-dates'],
  consumers: ['keep-read-model'],
  orderingKey: 'exception',
  retentionDays: 800,
  tier: 'informational',
  data: z.looseObject({
    exceptionId: idSchema,
    what: z.string(),
  }),
});
