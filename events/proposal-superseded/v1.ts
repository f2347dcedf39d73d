import * as z from 'zod';
import { idSchema } from '#core/kernel/identifiers.ts';
import { defineEvent } from '../define-event.ts';

export const proposalSuperseded = defineEvent({
  name: 'proposal-superseded',
  version: 1,
  summary: 'A newer plan took the place of a proposal that nobody had decided.',
  owner: 'purchasing',
  producers: ['prepare-replenishment'],
  consumers: ['keep-read-model'],
  orderingKey: 'proposal',
  retentionDays: 400,
  tier: 'informational',
  data: z.looseObject({
    proposalId: idSchema,
    approvalGroupId: idSchema,
    /** The run that plans instead. */
    byRunId: idSchema,
  }),
});
