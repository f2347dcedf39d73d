import * as z from 'zod';
import { idSchema } from '#core/kernel/identifiers.ts';
import { defineEvent } from '../define-event.ts';

export const deadLetterNoticed = defineEvent({
  name: 'dead-letter-noticed',
  version: 1,
  summary: 'A message could not be worked on and waits in a dead-letter queue, or waits there again.',
  owner: 'operations',
  producers: ['index-dead-letters'],
  consumers: ['keep-read-model'],
  orderingKey: 'dead-letter',
  retentionDays: 800,
  tier: 'critical',
  data: z.looseObject({
    deadLetterId: idSchema,
    queue: z.string(),
    class: z.string(),
    returns: z.int().min(0),
  }),
});
