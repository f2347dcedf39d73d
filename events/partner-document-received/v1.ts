import * as z from 'zod';
import { idSchema } from '#core/kernel/identifiers.ts';
import { defineEvent } from '../define-event.ts';

export const partnerDocumentReceived = defineEvent({
  name: 'partner-document-received',
  version: 1,
  summary: 'A business document of a partner is there in canonical form, by EDI or API.',
  owner: 'purchasing',
  producers: ['receive-interchange', 'release-parked-documents', 'reprocess-document', 'supplier API'],
  consumers: [
    'apply-acknowledgement',
    'apply-offer',
    'apply-ship-notice',
    'match-invoice',
    'keep-read-model',
  ],
  orderingKey: 'partner-document',
  retentionDays: 800,
  tier: 'critical',
  data: z.looseObject({
    partnerDocumentId: idSchema,
    partnerId: idSchema,
    kind: z.string(),
  }),
});
