/** Messages that could not be worked on: why, what would happen now, and what is done about them. */
import * as z from 'zod';
import { movedToSchema, queueNameSchema, redriveSelectionSchema } from '#core/canonical/dead-letter.ts';
import { idSchema } from '#core/kernel/identifiers.ts';
import * as resources from '../resources/dead-letter.ts';
import { pageQuery } from '../resources/resource.ts';
import { nothing, readRoute, writeRoute } from '../route.ts';

const tag = 'Dead letters';
const params = z.strictObject({ deadLetterId: idSchema });
const oneRedrive = z.strictObject({ redriveId: idSchema });
const reason = z.string().trim().min(1).max(500);

export const listDeadLetterQueues = readRoute({
  operationId: 'list-dead-letter-queues',
  path: '/v1/dead-letter-queues',
  tag,
  summary: 'List every dead-letter queue: how many wait, since when, and of what they died',
  scope: 'dead-letters.read',
  answer: { description: 'The queues', schema: resources.deadLetterQueues },
});

export const listDeadLetters = readRoute({
  operationId: 'list-dead-letters',
  path: '/v1/dead-letters',
  tag,
  summary:
    'List dead letters, of all queues or of one: those that wait, or those that are settled, newest first',
  scope: 'dead-letters.read',
  query: z.strictObject({
    ...pageQuery,
    queue: queueNameSchema.optional(),
    state: z.enum(['waiting', 'settled']).default('waiting'),
  }),
  answer: { description: 'A page of dead letters', schema: resources.deadLetterPage },
});

export const getDeadLetter = readRoute({
  operationId: 'get-dead-letter',
  path: '/v1/dead-letters/{deadLetterId}',
  tag,
  summary: 'Get one dead letter: why it died, what became of it, and the message itself',
  scope: 'dead-letters.read',
  params,
  answer: { description: 'The dead letter', schema: resources.deadLetterWithMessage, etag: true },
});

export const rehearseDeadLetter = readRoute({
  operationId: 'rehearse-dead-letter',
  path: '/v1/dead-letters/{deadLetterId}/dry-run',
  tag,
  summary: 'Say what would happen if a dead letter were redriven now; nothing is changed',
  scope: 'dead-letters.read',
  params,
  problems: ['state-not-allowed'],
  answer: { description: 'What its consumer would do', schema: resources.rehearsal },
});

export const discardDeadLetter = writeRoute({
  operationId: 'discard-dead-letter',
  path: '/v1/dead-letters/{deadLetterId}/discard',
  tag,
  summary: 'Discard a dead letter for good, with the reason; its record and content stay',
  scope: 'dead-letters.settle',
  params,
  body: z.strictObject({ reason }),
  ifMatch: true,
  maximumBodyBytes: 4096,
  answer: { description: 'The discarded dead letter', schema: resources.deadLetter, etag: true },
});

export const moveDeadLetter = writeRoute({
  operationId: 'move-dead-letter',
  path: '/v1/dead-letters/{deadLetterId}/move-to-exception',
  tag,
  summary: 'Make an exception of a dead letter: somebody else decides what is done instead',
  scope: 'dead-letters.settle',
  params,
  body: movedToSchema.extend({ reason }),
  ifMatch: true,
  maximumBodyBytes: 4096,
  answer: { description: 'The dead letter with its exception', schema: resources.deadLetter, etag: true },
});

export const startRedrive = writeRoute({
  operationId: 'start-redrive',
  path: '/v1/redrives',
  tag,
  summary: 'Send dead letters of one queue back to where they came from, at a chosen rate',
  scope: 'dead-letters.redrive',
  body: z.strictObject({
    queue: queueNameSchema,
    selection: redriveSelectionSchema,
    perSecond: z.int().min(1).max(100).default(10),
    reason,
  }),
  ifMatch: false,
  maximumBodyBytes: 65_536,
  problems: ['not-found', 'state-not-allowed'],
  answer: { status: 202, description: 'The redrive that began', schema: resources.redrive, etag: true },
});

export const listRedrives = readRoute({
  operationId: 'list-redrives',
  path: '/v1/redrives',
  tag,
  summary: 'List redrives, newest first',
  scope: 'dead-letters.read',
  query: z.strictObject(pageQuery),
  answer: { description: 'A page of redrives', schema: resources.redrivePage },
});

export const getRedrive = readRoute({
  operationId: 'get-redrive',
  path: '/v1/redrives/{redriveId}',
  tag,
  summary: 'Get one redrive: how far it is',
  scope: 'dead-letters.read',
  params: oneRedrive,
  answer: { description: 'The redrive', schema: resources.redrive, etag: true },
});

export const cancelRedrive = writeRoute({
  operationId: 'cancel-redrive',
  path: '/v1/redrives/{redriveId}/cancel',
  tag,
  summary: 'Stop a running redrive; what was sent stays sent',
  scope: 'dead-letters.redrive',
  params: oneRedrive,
  body: nothing,
  ifMatch: false,
  maximumBodyBytes: 4096,
  problems: ['state-not-allowed'],
  answer: { description: 'The cancelled redrive', schema: resources.redrive, etag: true },
});
