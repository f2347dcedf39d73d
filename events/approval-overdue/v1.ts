import * as z from 'zod';
import { instantSchema } from '#core/kernel/dates.ts';
import { idSchema } from '#core/kernel/identifiers.ts';
import { defineEvent } from '../define-event.ts';

export const approvalOverdue = defineEvent({
  name: 'approval-overdue',
  version: 1,
  summary: 'Nobody decided an approval group in time.',
  owner: 'purchasing',
  producers: ['escalate-overdue-approvals'],
  consumers: ['keep-read-model'],
  orderingKey: 'approval-group',
  retentionDays: 400,
  tier: 'critical',
  data: z.looseObject({
    approvalGroupId: idSchema,
    dueAt: instantSchema,
  }),
});
