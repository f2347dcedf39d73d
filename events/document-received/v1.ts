import * as z from 'zod';
import { idSchema } from '#core/kernel/identifiers.ts';
import { defineEvent } from '../define-event.ts';

export const documentReceived = defineEvent({
  name: 'document-received',
  version: 1,
  summary: 'A document arrived and is kept unchanged.',
  owner: 'operations',
  producers: ['receive-forecast-file'],
  consumers: ['keep-read-model'],
  orderingKey: 'document',
  retentionDays: 400,
  tier: 'standard',
  data: z.looseObject({
    documentId: idSchema,
    kind: z.string(),
    fileName: z.string(),
    sizeBytes: z.int(),
  }),
});
