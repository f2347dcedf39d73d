import * as z from 'zod';
import { lineCountsSchema } from '#core/canonical/forecast.ts';
import { idSchema } from '#core/kernel/identifiers.ts';
import { defineEvent } from '../define-event.ts';

export const forecastReleaseValidated = defineEvent({
  name: 'forecast-release-validated',
  version: 1,
  summary: 'The rows of a release are checked: good ones count, bad ones are quarantined.',
  owner: 'planning',
  producers: ['conclude-forecast-release'],
  consumers: ['keep-read-model'],
  orderingKey: 'forecast-release',
  retentionDays: 400,
  tier: 'standard',
  data: z.looseObject({
    releaseId: idSchema,
    counts: lineCountsSchema,
    itemLocations: z.int(),
  }),
});
