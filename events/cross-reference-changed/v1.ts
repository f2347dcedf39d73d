import * as z from 'zod';
import { idSchema } from '#core/kernel/identifiers.ts';
import { defineEvent } from '../define-event.ts';

export const crossReferenceChanged = defineEvent({
  name: 'cross-reference-changed',
  version: 1,
  summary: 'A code of a partner now leads to something of ours.',
  owner: 'master-data',
  producers: ['put-cross-reference'],
  consumers: ['release-parked-documents', 'keep-read-model'],
  orderingKey: 'cross-reference',
  retentionDays: 800,
  tier: 'standard',
  data: z.looseObject({
    crossReferenceId: idSchema,
    partnerId: idSchema,
  }),
});
