import * as z from 'zod';
import { idSchema } from '#core/kernel/identifiers.ts';
import { defineEvent } from '../define-event.ts';

export const proposalRejected = defineEvent({
  name: 'proposal-rejected',
  version: 1,
  summary: 'Somebody decided that a proposal is not ordered.',
  owner: 'purchasing',
  producers: ['reject-proposal'],
  consumers: ['keep-read-model', 'planning'],
  orderingKey: 'proposal',
  retentionDays: 400,
  tier: 'standard',
  data: z.looseObject({
    proposalId: idSchema,
    approvalGroupId: idSchema,
    by: z.string(),
    reason: z.string(),
  }),
});
