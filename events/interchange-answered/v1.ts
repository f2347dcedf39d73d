import * as z from 'zod';
import { idSchema } from '#core/kernel/identifiers.ts';
import { defineEvent } from '../define-event.ts';

export const interchangeAnswered = defineEvent({
  name: 'interchange-answered',
  version: 1,
  summary: "The partner's functional acknowledgement came, or did not come in time.",
  owner: 'operations',
  producers: ['receive-interchange', 'sweep-due-dates'],
  consumers: ['keep-read-model'],
  orderingKey: 'interchange',
  retentionDays: 800,
  tier: 'standard',
  data: z.looseObject({
    interchangeId: idSchema,
    partnerId: idSchema,
    state: z.string(),
  }),
});
