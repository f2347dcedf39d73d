/** EDI over HTTPS: interchanges posted to us and collected from us. Whose they are comes from the token alone. */
import * as z from 'zod';
import { idSchema } from '#core/kernel/identifiers.ts';
import { pageQuery } from '../resources/resource.ts';
import * as resources from '../resources/supplier.ts';
import { interchangeContent, rawRoute, readRoute, writeRoute } from '../route.ts';

const tag = 'For suppliers';

/** What a function takes in one call, and the gateway with it. */
export const MAXIMUM_POST_BYTES = 4_000_000;
/** As much as is read of one file of interchanges. */
export const MAXIMUM_INTERCHANGE_BYTES = 50_000_000;

export const postInterchange = rawRoute({
  operationId: 'post-interchange',
  path: '/v1/supplier/interchanges',
  tag,
  summary: 'Post interchanges, X12 or EDIFACT, as they are',
  description:
    'The acknowledgement follows as an interchange of ours. Larger files go through an upload. ' +
    'The same file under another Idempotency-Key is the same interchanges again: they are answered, not applied twice.',
  scope: 'supplier-interchanges.post',
  body: interchangeContent,
  maximumBodyBytes: MAXIMUM_POST_BYTES,
  tier: 'critical',
  problems: ['document-not-agreed'],
  answer: { status: 202, description: 'What is kept', schema: resources.postedInterchange },
});

export const createInterchangeUpload = writeRoute({
  operationId: 'create-interchange-upload',
  path: '/v1/supplier/interchange-uploads',
  tag,
  summary: 'Get a form with which one file of interchanges is posted straight to your mailbox',
  scope: 'supplier-interchanges.post',
  body: z.strictObject({
    fileName: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,120}$/, 'must be letters, digits or . _ -'),
    /** Exact size of the file; a file of another size is then refused. */
    sizeBytes: z.int().min(1).max(MAXIMUM_INTERCHANGE_BYTES).optional(),
  }),
  ifMatch: false,
  maximumBodyBytes: 4096,
  tier: 'critical',
  problems: ['document-not-agreed'],
  answer: { status: 201, description: 'Where and how to post the file', schema: resources.interchangeUpload },
});

export const listSupplierInterchanges = readRoute({
  operationId: 'list-supplier-interchanges',
  path: '/v1/supplier/interchanges',
  tag,
  summary: 'List the interchanges between us, newest first',
  description:
    'With `waiting=true` only those of ours that you have not collected; a page may then hold fewer than it could.',
  scope: 'supplier-interchanges.read',
  query: z.strictObject({ ...pageQuery, waiting: z.literal('true').optional() }),
  answer: { description: 'A page of interchanges', schema: resources.supplierInterchangePage },
});

export const collectInterchange = readRoute({
  operationId: 'collect-interchange',
  path: '/v1/supplier/interchanges/{interchangeId}/content',
  tag,
  summary: 'Collect an interchange of ours, as often as you need it; from the first time on it waits no more',
  scope: 'supplier-interchanges.read',
  params: z.strictObject({ interchangeId: idSchema }),
  answer: { description: 'The interchange', schema: resources.collectedInterchange },
});
