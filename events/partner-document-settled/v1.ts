import * as z from 'zod';
import { idSchema } from '#core/kernel/identifiers.ts';
import { defineEvent } from '../define-event.ts';

export const partnerDocumentSettled = defineEvent({
  name: 'partner-document-settled',
  version: 1,
  summary: 'What became of a document of a partner: applied, parked until a code is known, or rejected.',
  owner: 'operations',
  producers: ['apply-acknowledgement', 'apply-ship-notice', 'match-invoice', 'apply-offer'],
  consumers: ['keep-read-model'],
  orderingKey: 'partner-document',
  retentionDays: 800,
  tier: 'standard',
  data: z.looseObject({
    partnerDocumentId: idSchema,
    partnerId: idSchema,
    state: z.string(),
  }),
});
