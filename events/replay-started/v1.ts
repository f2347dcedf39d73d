import * as z from 'zod';
import { idSchema } from '#core/kernel/identifiers.ts';
import { defineEvent } from '../define-event.ts';

export const replayStarted = defineEvent({
  name: 'replay-started',
  version: 1,
  summary: 'Somebody has events sent to one consumer again.',
  owner: 'operations',
  producers: ['start-replay'],
  consumers: ['run-replay', 'keep-read-model'],
  orderingKey: 'replay',
  retentionDays: 800,
  tier: 'standard',
  data: z.looseObject({
    replayId: idSchema,
    consumer: z.string(),
  }),
});
