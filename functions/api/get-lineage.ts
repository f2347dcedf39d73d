import { dynamoPostings } from '#adapters/dynamodb/postings.ts';
import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { apiOperation } from '#api/operation.ts';
import { getLineage } from '#api/routes/lineage.ts';
import { traceLineage } from '#business/lineage/trace.ts';
import type { Records } from '#core/kernel/records.ts';
import { ok } from '#core/kernel/result.ts';
import { documentsOfFile } from '#edi/exchange/documents-of-interchange.ts';
import { sentDocumentId } from '#edi/exchange/send-business-document.ts';
import { readSince } from '#platform/journal/read-since.ts';
import type { PostingStore } from '#platform/posting/ports.ts';
import { tracedPosting } from '#platform/posting/read-systems.ts';

interface Ports {
  readonly records: Records;
  readonly postings: Pick<PostingStore, 'byDocument'>;
}

export const operation = ({ records, postings }: Ports) => {
  const ports = {
    records,
    postingsOf: async (id: string) => (await postings.byDocument(id)).map(tracedPosting),
    sentAs: (kind: 'purchase-order' | 'order-change', cause: string) => sentDocumentId(kind, cause, '1'),
    documentsOf: documentsOfFile(records, readSince),
  };
  return apiOperation(getLineage, async ({ params: { recordType: type, recordId: id } }) => {
    const traced = await traceLineage(ports, { type, id });
    if (!traced.ok) return traced;
    return ok({ ...traced.value, nodes: [...traced.value.nodes], edges: [...traced.value.edges] });
  });
};

export const handler = apiHandler(operation({ records: dynamoRecords(), postings: dynamoPostings() }));
