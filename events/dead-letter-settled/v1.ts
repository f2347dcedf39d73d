import * as z from 'zod';
import { idSchema } from '#core/kernel/identifiers.ts';
import { defineEvent } from '../define-event.ts';

export const deadLetterSettled = defineEvent({
  name: 'dead-letter-settled',
  version: 1,
  summary: 'A dead letter was redriven, discarded, made an exception of, or left its queue without us.',
  owner: 'operations',
  producers: ['run-redrive', 'discard-dead-letter', 'move-dead-letter', 'index-dead-letters'],
  consumers: ['keep-read-model'],
  orderingKey: 'dead-letter',
  retentionDays: 800,
  tier: 'standard',
  data: z.looseObject({
    deadLetterId: idSchema,
    queue: z.string(),
    class: z.string(),
    state: z.string(),
  }),
});
