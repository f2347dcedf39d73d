import * as z from 'zod';
import { idSchema } from '#core/kernel/identifiers.ts';
import * as resources from '../resources/document.ts';
import { pageQuery } from '../resources/resource.ts';
import { readRoute } from '../route.ts';

export const listDocuments = readRoute({
  operationId: 'list-documents',
  path: '/v1/documents',
  tag: 'Documents',
  summary: 'List what arrived, newest first',
  scope: 'documents.read',
  query: z.strictObject(pageQuery),
  answer: { description: 'A page of documents', schema: resources.documentPage },
});

export const getDocument = readRoute({
  operationId: 'get-document',
  path: '/v1/documents/{documentId}',
  tag: 'Documents',
  summary: 'Get one document with its history',
  scope: 'documents.read',
  params: z.strictObject({ documentId: idSchema }),
  answer: {
    description: 'The document and what happened to it',
    schema: resources.documentWithHistory,
    etag: true,
  },
});
