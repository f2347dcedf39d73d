import * as z from 'zod';
import { idSchema } from '#core/kernel/identifiers.ts';
import { defineEvent } from '../define-event.ts';

export const partnerChanged = defineEvent({
  name: 'partner-changed',
  version: 1,
  summary: 'A partner was added, or its agreement or status changed.',
  owner: 'master-data',
  producers: ['add-partner', 'activate-partner', 'suspend-partner'],
  consumers: ['open-order-ledger', 'keep-read-model'],
  orderingKey: 'partner',
  retentionDays: 800,
  tier: 'standard',
  data: z.looseObject({
    partnerId: idSchema,
    status: z.string(),
  }),
});
