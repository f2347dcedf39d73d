/** What was exchanged with partners, and what is done about what was set aside. */
import * as z from 'zod';
import { partnerIdSchema } from '#core/canonical/partner.ts';
import { idSchema } from '#core/kernel/identifiers.ts';
import * as resources from '../resources/partner-document.ts';
import { pageQuery } from '../resources/resource.ts';
import { nothing, readRoute, writeRoute } from '../route.ts';

const tag = 'Documents of partners';
const ofPartner = z.strictObject({ partnerId: partnerIdSchema });
const oneDocument = z.strictObject({ partnerDocumentId: idSchema });
const oneInterchange = z.strictObject({ interchangeId: idSchema });

export const listPartnerDocuments = readRoute({
  operationId: 'list-partner-documents',
  path: '/v1/partners/{partnerId}/documents',
  tag,
  summary: 'List the business documents exchanged with a partner, newest first',
  scope: 'partner-documents.read',
  params: ofPartner,
  query: z.strictObject(pageQuery),
  answer: { description: 'A page of documents', schema: resources.partnerDocumentPage },
});

export const getPartnerDocument = readRoute({
  operationId: 'get-partner-document',
  path: '/v1/partner-documents/{partnerDocumentId}',
  tag,
  summary: 'Get one document: what was found wrong, what became of it, and a link to what it says',
  scope: 'partner-documents.read',
  params: oneDocument,
  answer: { description: 'The document', schema: resources.partnerDocumentWithContent, etag: true },
});

export const reprocessPartnerDocument = writeRoute({
  operationId: 'reprocess-partner-document',
  path: '/v1/partner-documents/{partnerDocumentId}/reprocess',
  tag,
  summary: 'Read a rejected or parked document again, unchanged, with the agreement as it is now',
  scope: 'partner-documents.reprocess',
  params: oneDocument,
  body: nothing,
  ifMatch: false,
  maximumBodyBytes: 4096,
  problems: ['partner-unknown', 'document-not-agreed', 'file-missing'],
  answer: { description: 'The document as it is then', schema: resources.partnerDocument, etag: true },
});

export const listInterchanges = readRoute({
  operationId: 'list-interchanges',
  path: '/v1/partners/{partnerId}/interchanges',
  tag,
  summary: 'List the interchanges with a partner, newest first; `unknown` for those that are nobody’s',
  scope: 'interchanges.read',
  params: ofPartner,
  query: z.strictObject(pageQuery),
  answer: { description: 'A page of interchanges', schema: resources.interchangePage },
});

export const reprocessInterchange = writeRoute({
  operationId: 'reprocess-interchange',
  path: '/v1/interchanges/{interchangeId}/reprocess',
  tag,
  summary: 'Read an interchange again, unchanged, after what kept it was repaired',
  scope: 'interchanges.reprocess',
  params: oneInterchange,
  body: nothing,
  ifMatch: false,
  maximumBodyBytes: 4096,
  problems: ['partner-unknown', 'partner-suspended', 'document-not-agreed', 'edi-unreadable', 'file-missing'],
  answer: { description: 'What it came to', schema: resources.reprocessedInterchange },
});

export const putCrossReference = writeRoute({
  operationId: 'put-cross-reference',
  path: '/v1/partners/{partnerId}/cross-references',
  tag,
  summary: 'Say what a code of a partner is to us; every document that waits for it goes on by itself',
  scope: 'cross-references.put',
  params: ofPartner,
  body: z.strictObject({
    kind: z.enum(['item', 'location']),
    /** As the partner writes it. */
    theirs: z.string().trim().min(1).max(80),
    /** Our item's or location's id. */
    ours: z.string().trim().min(1).max(100),
  }),
  ifMatch: false,
  maximumBodyBytes: 4096,
  problems: ['code-unknown'],
  answer: { description: 'The cross-reference', schema: resources.crossReference, etag: true },
});
