import * as z from 'zod';
import { idSchema } from '#core/kernel/identifiers.ts';
import { defineEvent } from '../define-event.ts';

export const forecastReleaseHeld = defineEvent({
  name: 'forecast-release-held',
  version: 1,
  summary: 'A release departs so far from the baseline that a planner must look at it.',
  owner: 'planning',
  producers: ['conclude-forecast-release'],
  consumers: ['keep-read-model'],
  orderingKey: 'forecast-release',
  retentionDays: 400,
  tier: 'critical',
  data: z.looseObject({
    releaseId: idSchema,
    reasons: z.array(z.string()),
  }),
});
