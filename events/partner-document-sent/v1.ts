import * as z from 'zod';
import { idSchema } from '#core/kernel/identifiers.ts';
import { defineEvent } from '../define-event.ts';

export const partnerDocumentSent = defineEvent({
  name: 'partner-document-sent',
  version: 1,
  summary: 'A business document was given to the partner, or its acknowledgement says what became of it.',
  owner: 'purchasing',
  producers: ['send-purchase-order', 'send-order-change', 'send-planning-schedule', 'receive-interchange'],
  consumers: ['note-delivery', 'keep-read-model'],
  orderingKey: 'partner-document',
  retentionDays: 800,
  tier: 'standard',
  data: z.looseObject({
    partnerDocumentId: idSchema,
    partnerId: idSchema,
    kind: z.string(),
    state: z.string(),
  }),
});
