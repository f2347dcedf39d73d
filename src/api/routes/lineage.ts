/** What led to a record and what came of it, and what documents really said. */
import * as z from 'zod';
import { tracedTypes } from '#core/canonical/lineage.ts';
import { idSchema } from '#core/kernel/identifiers.ts';
import { content } from '../resources/content.ts';
import * as resources from '../resources/lineage.ts';
import { readRoute } from '../route.ts';

const tag = 'Lineage';

export const getLineage = readRoute({
  operationId: 'get-lineage',
  path: '/v1/lineage/{recordType}/{recordId}',
  tag,
  summary: 'Get the chain a record stands in, from the plan to the invoice',
  scope: 'lineage.read',
  params: z.strictObject({ recordType: tracedTypes, recordId: idSchema }),
  answer: { description: 'The chain', schema: resources.lineage },
});

export const getInterchange = readRoute({
  operationId: 'get-interchange',
  path: '/v1/interchanges/{interchangeId}',
  tag: 'Documents of partners',
  summary: 'Get one interchange: findings, documents, history, and what was written in it',
  scope: 'interchanges.read',
  params: z.strictObject({ interchangeId: idSchema }),
  answer: { description: 'The interchange', schema: resources.interchangeWithContent, etag: true },
});

export const getDocumentContent = readRoute({
  operationId: 'get-document-content',
  path: '/v1/documents/{documentId}/content',
  tag: 'Documents',
  summary: 'Get the beginning of a document as it arrived, and a link to the whole of it',
  scope: 'documents.read',
  params: z.strictObject({ documentId: idSchema }),
  answer: { description: 'What arrived, unchanged', schema: content },
});
