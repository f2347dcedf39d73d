import * as z from 'zod';
import { idSchema } from '#core/kernel/identifiers.ts';
import { defineEvent } from '../define-event.ts';

export const forecastReleaseApproved = defineEvent({
  name: 'forecast-release-approved',
  version: 1,
  summary: 'A release is the baseline now: replenishment follows from it.',
  owner: 'planning',
  producers: ['conclude-forecast-release', 'approve-forecast-release'],
  consumers: ['start-replenishment', 'keep-read-model'],
  orderingKey: 'forecast-release',
  retentionDays: 400,
  tier: 'critical',
  data: z.looseObject({
    releaseId: idSchema,
    supersedes: idSchema.optional(),
    approvedBy: z.string(),
  }),
});
