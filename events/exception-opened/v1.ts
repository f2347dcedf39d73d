import * as z from 'zod';
import { idSchema } from '#core/kernel/identifiers.ts';
import { defineEvent } from '../define-event.ts';

export const exceptionOpened = defineEvent({
  name: 'exception-opened',
  version: 1,
  summary: "Something waits for a person's decision, or waits for it again.",
  owner: 'operations',
  producers: [
    'apply-acknowledgement',
    'apply-ship-notice',
    'apply-goods-receipt',
    'match-invoice',
    'receive-interchange',
    'sweep-due-dates',
  ],
  consumers: ['keep-read-model'],
  orderingKey: 'exception',
  retentionDays: 800,
  tier: 'standard',
  data: z.looseObject({
    exceptionId: idSchema,
    kind: z.string(),
    owner: z.string(),
  }),
});
