import * as z from 'zod';
import { exceptionActionSchema, exceptionOwnerSchema } from '#core/canonical/exception.ts';
import { dateSchema } from '#core/kernel/dates.ts';
import { decimalSchema } from '#core/kernel/decimal.ts';
import { idSchema } from '#core/kernel/identifiers.ts';
import * as resources from '../resources/exception.ts';
import { pageQuery } from '../resources/resource.ts';
import { nothing, readRoute, writeRoute } from '../route.ts';

const tag = 'Exceptions';
const params = z.strictObject({ exceptionId: idSchema });
const reason = z.string().trim().min(1).max(500);
const changes = { tag, params, ifMatch: true, maximumBodyBytes: 8192 } as const;

export const listExceptions = readRoute({
  operationId: 'list-exceptions',
  path: '/v1/exceptions',
  tag,
  summary: 'List the exceptions of one role: the open ones by due date, or the resolved ones, newest first',
  scope: 'exceptions.read',
  query: z.strictObject({
    ...pageQuery,
    role: exceptionOwnerSchema,
    state: z.enum(['open', 'resolved']).default('open'),
  }),
  answer: { description: 'A page of exceptions', schema: resources.exceptionPage },
});

export const getException = readRoute({
  operationId: 'get-exception',
  path: '/v1/exceptions/{exceptionId}',
  tag,
  summary: 'Get one exception: both sides, what it is worth, until when, and what can be done',
  scope: 'exceptions.read',
  params,
  answer: { description: 'The exception', schema: resources.exceptionResource, etag: true },
});

export const claimException = writeRoute({
  ...changes,
  operationId: 'claim-exception',
  path: '/v1/exceptions/{exceptionId}/claim',
  summary: 'Say that you see to an exception, also one that another has claimed',
  scope: 'exceptions.claim',
  body: nothing,
  answer: { description: 'The claimed exception', schema: resources.exceptionResource, etag: true },
});

export const assignException = writeRoute({
  ...changes,
  operationId: 'assign-exception',
  path: '/v1/exceptions/{exceptionId}/assign',
  summary: 'Say who sees to an exception',
  scope: 'exceptions.assign',
  /** A person's id as it stands in the audit records, or a consumer's. */
  body: z.strictObject({ to: z.string().trim().min(1).max(120) }),
  answer: { description: 'The assigned exception', schema: resources.exceptionResource, etag: true },
});

export const commentException = writeRoute({
  ...changes,
  operationId: 'comment-exception',
  path: '/v1/exceptions/{exceptionId}/comments',
  summary: 'Add to an exception what others should know',
  scope: 'exceptions.comment',
  body: z.strictObject({ text: z.string().trim().min(1).max(1000) }),
  answer: { description: 'The exception with the comment', schema: resources.exceptionResource, etag: true },
});

/** What is asked for instead, in the order's unit and currency; at least one of them. */
const counter = z
  .strictObject({
    quantity: decimalSchema.optional(),
    price: decimalSchema.optional(),
    requestedDate: dateSchema.optional(),
  })
  .refine((asked) => Object.keys(asked).length > 0, 'say a quantity, a price or a date');

export const resolveException = writeRoute({
  ...changes,
  operationId: 'resolve-exception',
  path: '/v1/exceptions/{exceptionId}/resolve',
  summary: 'Decide what is done about an exception: one of its actions, with the reason',
  description: 'The action is carried out right after. `counter` goes with the action of that name alone.',
  scope: 'exceptions.resolve',
  body: z
    .strictObject({ action: exceptionActionSchema, reason, counter: counter.optional() })
    .refine((body) => (body.action === 'counter') === (body.counter !== undefined), {
      message: 'goes with the action counter, and that with it',
      path: ['counter'],
    }),
  tier: 'critical',
  answer: { description: 'The resolved exception', schema: resources.exceptionResource, etag: true },
});

export const reopenException = writeRoute({
  ...changes,
  operationId: 'reopen-exception',
  path: '/v1/exceptions/{exceptionId}/reopen',
  summary: 'Open a resolved exception again; what was done about it stays done',
  scope: 'exceptions.resolve',
  body: z.strictObject({ reason }),
  answer: { description: 'The open exception', schema: resources.exceptionResource, etag: true },
});
