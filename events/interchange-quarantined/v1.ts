import * as z from 'zod';
import { idSchema } from '#core/kernel/identifiers.ts';
import { defineEvent } from '../define-event.ts';

export const interchangeQuarantined = defineEvent({
  name: 'interchange-quarantined',
  version: 1,
  summary: 'An interchange is set aside: unreadable, from nobody known, or not as agreed.',
  owner: 'operations',
  producers: ['receive-interchange'],
  consumers: ['keep-read-model'],
  orderingKey: 'interchange',
  retentionDays: 800,
  tier: 'standard',
  data: z.looseObject({
    interchangeId: idSchema,
    reason: z.string(),
  }),
});
