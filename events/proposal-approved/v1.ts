import * as z from 'zod';
import { idSchema } from '#core/kernel/identifiers.ts';
import { defineEvent } from '../define-event.ts';

export const proposalApproved = defineEvent({
  name: 'proposal-approved',
  version: 1,
  summary: 'Somebody allowed a proposal to be ordered.',
  owner: 'purchasing',
  producers: ['approve-proposal'],
  consumers: ['keep-read-model'],
  orderingKey: 'proposal',
  retentionDays: 400,
  tier: 'standard',
  data: z.looseObject({
    proposalId: idSchema,
    approvalGroupId: idSchema,
    by: z.string(),
  }),
});
