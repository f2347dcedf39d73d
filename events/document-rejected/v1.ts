import * as z from 'zod';
import { idSchema } from '#core/kernel/identifiers.ts';
import { defineEvent } from '../define-event.ts';

export const documentRejected = defineEvent({
  name: 'document-rejected',
  version: 1,
  summary: 'A document cannot be used at all; nothing of it was applied.',
  owner: 'operations',
  producers: ['receive-forecast-file', 'split-forecast-file'],
  consumers: ['keep-read-model'],
  orderingKey: 'document',
  retentionDays: 400,
  tier: 'standard',
  data: z.looseObject({
    documentId: idSchema,
    code: z.string(),
    detail: z.string(),
  }),
});
