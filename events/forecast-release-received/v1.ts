import * as z from 'zod';
import { idSchema } from '#core/kernel/identifiers.ts';
import { defineEvent } from '../define-event.ts';

export const forecastReleaseReceived = defineEvent({
  name: 'forecast-release-received',
  version: 1,
  summary: 'A forecast file became a release; its rows are being checked.',
  owner: 'planning',
  producers: ['split-forecast-file'],
  consumers: ['keep-read-model'],
  orderingKey: 'forecast-release',
  retentionDays: 400,
  tier: 'standard',
  data: z.looseObject({
    releaseId: idSchema,
    documentId: idSchema,
    fileName: z.string(),
  }),
});
