import * as z from 'zod';
import { idSchema } from '#core/kernel/identifiers.ts';
import { defineEvent } from '../define-event.ts';

export const exceptionResolved = defineEvent({
  name: 'exception-resolved',
  version: 1,
  summary: 'A person decided what is done about an exception.',
  owner: 'operations',
  producers: ['exceptions API', 'apply-acknowledgement', 'match-invoice'],
  consumers: ['apply-resolution', 'keep-read-model'],
  orderingKey: 'exception',
  retentionDays: 800,
  tier: 'standard',
  data: z.looseObject({
    exceptionId: idSchema,
    kind: z.string(),
    action: z.string(),
    /** Who decided; `crossdock` where its cause had gone by itself. */
    by: z.string().optional(),
  }),
});
