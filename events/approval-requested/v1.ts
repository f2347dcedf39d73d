import * as z from 'zod';
import { instantSchema } from '#core/kernel/dates.ts';
import { idSchema } from '#core/kernel/identifiers.ts';
import { defineEvent } from '../define-event.ts';

export const approvalRequested = defineEvent({
  name: 'approval-requested',
  version: 1,
  summary: 'What no policy approves was proposed: somebody must decide about an approval group.',
  owner: 'purchasing',
  producers: ['propose-group'],
  consumers: ['keep-read-model'],
  orderingKey: 'approval-group',
  retentionDays: 400,
  tier: 'standard',
  data: z.looseObject({
    approvalGroupId: idSchema,
    supplierId: idSchema,
    proposals: z.int().min(1),
    dueAt: instantSchema,
  }),
});
