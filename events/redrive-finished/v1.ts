import * as z from 'zod';
import { idSchema } from '#core/kernel/identifiers.ts';
import { defineEvent } from '../define-event.ts';

export const redriveFinished = defineEvent({
  name: 'redrive-finished',
  version: 1,
  summary: 'A redrive is through, was cancelled, or failed.',
  owner: 'operations',
  producers: ['run-redrive', 'cancel-redrive'],
  consumers: ['keep-read-model'],
  orderingKey: 'redrive',
  retentionDays: 800,
  tier: 'informational',
  data: z.looseObject({
    redriveId: idSchema,
    queue: z.string(),
    state: z.string(),
    sent: z.int().min(0),
  }),
});
