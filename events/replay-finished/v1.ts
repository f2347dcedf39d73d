import * as z from 'zod';
import { idSchema } from '#core/kernel/identifiers.ts';
import { defineEvent } from '../define-event.ts';

export const replayFinished = defineEvent({
  name: 'replay-finished',
  version: 1,
  summary: 'A replay is through, was cancelled, or failed.',
  owner: 'operations',
  producers: ['run-replay', 'cancel-replay'],
  consumers: ['keep-read-model'],
  orderingKey: 'replay',
  retentionDays: 800,
  tier: 'informational',
  data: z.looseObject({
    replayId: idSchema,
    consumer: z.string(),
    state: z.string(),
    sent: z.int().min(0),
  }),
});
