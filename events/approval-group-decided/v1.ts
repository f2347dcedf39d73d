import * as z from 'zod';
import { idSchema } from '#core/kernel/identifiers.ts';
import { defineEvent } from '../define-event.ts';

export const approvalGroupDecided = defineEvent({
  name: 'approval-group-decided',
  version: 1,
  summary: 'Every proposal of an approval group is decided.',
  owner: 'purchasing',
  producers: ['approve-proposal', 'reject-proposal', 'conclude-replenishment'],
  consumers: ['wake-approval-group', 'keep-read-model'],
  orderingKey: 'approval-group',
  retentionDays: 400,
  tier: 'standard',
  data: z.looseObject({
    approvalGroupId: idSchema,
    approved: z.int(),
    rejected: z.int(),
  }),
});
