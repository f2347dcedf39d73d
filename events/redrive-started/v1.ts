import * as z from 'zod';
import { idSchema } from '#core/kernel/identifiers.ts';
import { defineEvent } from '../define-event.ts';

export const redriveStarted = defineEvent({
  name: 'redrive-started',
  version: 1,
  summary: 'Somebody has dead letters of a queue sent back to where they came from.',
  owner: 'operations',
  producers: ['start-redrive'],
  consumers: ['run-redrive', 'keep-read-model'],
  orderingKey: 'redrive',
  retentionDays: 800,
  tier: 'standard',
  data: z.looseObject({
    redriveId: idSchema,
    queue: z.string(),
  }),
});
