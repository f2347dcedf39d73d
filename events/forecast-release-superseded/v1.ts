import * as z from 'zod';
import { idSchema } from '#core/kernel/identifiers.ts';
import { defineEvent } from '../define-event.ts';

export const forecastReleaseSuperseded = defineEvent({
  name: 'forecast-release-superseded',
  version: 1,
  summary: 'A newer release took the place of this one.',
  owner: 'planning',
  producers: ['conclude-forecast-release', 'approve-forecast-release'],
  consumers: ['keep-read-model'],
  orderingKey: 'forecast-release',
  retentionDays: 400,
  tier: 'informational',
  data: z.looseObject({
    releaseId: idSchema,
    by: idSchema,
  }),
});
