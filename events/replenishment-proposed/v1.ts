import * as z from 'zod';
import { idSchema } from '#core/kernel/identifiers.ts';
import { moneySchema } from '#core/kernel/money.ts';
import { defineEvent } from '../define-event.ts';

export const replenishmentProposed = defineEvent({
  name: 'replenishment-proposed',
  version: 1,
  summary: 'What to order for a release is computed: proposals, each with its decision record.',
  owner: 'purchasing',
  producers: ['conclude-replenishment'],
  consumers: ['send-planning-schedules', 'keep-read-model'],
  orderingKey: 'replenishment-run',
  retentionDays: 400,
  tier: 'standard',
  data: z.looseObject({
    runId: idSchema,
    releaseId: idSchema,
    automatic: z.int(),
    waiting: z.int(),
    refused: z.int(),
    orderValue: z.array(moneySchema),
  }),
});
