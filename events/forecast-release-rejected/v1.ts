import * as z from 'zod';
import { idSchema } from '#core/kernel/identifiers.ts';
import { defineEvent } from '../define-event.ts';

export const forecastReleaseRejected = defineEvent({
  name: 'forecast-release-rejected',
  version: 1,
  summary: 'A release will never count.',
  owner: 'planning',
  producers: ['split-forecast-file', 'conclude-forecast-release'],
  consumers: ['keep-read-model'],
  orderingKey: 'forecast-release',
  retentionDays: 400,
  tier: 'standard',
  data: z.looseObject({
    releaseId: idSchema,
    reasons: z.array(z.string()),
  }),
});
