import { dynamoPostings } from '#adapters/dynamodb/postings.ts';
import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { readRecord } from '#api/answers/read-record.ts';
import { apiOperation } from '#api/operation.ts';
import { getPurchaseOrder } from '#api/routes/purchase-orders.ts';
import type { Records } from '#core/kernel/records.ts';
import { ok } from '#core/kernel/result.ts';
import { dueAt, type Posting } from '#platform/posting/model.ts';
import type { PostingStore } from '#platform/posting/ports.ts';

interface Ports {
  readonly records: Records;
  readonly postings: Pick<PostingStore, 'byDocument'>;
}

export const operation = ({ records, postings }: Ports) =>
  apiOperation(getPurchaseOrder, async ({ params: { purchaseOrderId } }) => {
    const order = await readRecord(records, 'purchase-order', purchaseOrderId);
    if (!order.ok || order.value.origin !== 'crossdock') return order;
    const all = await postings.byDocument(purchaseOrderId);
    const latest = [...all].sort((a, b) => b.revision - a.revision)[0];
    return ok(latest ? { ...order.value, posting: progressOf(latest) } : order.value);
  });

function progressOf(posting: Posting) {
  const { state, system, reference, attempts } = posting;
  const next = dueAt(posting);
  const reason = 'because' in state ? state.because.detail : 'reason' in state ? state.reason : undefined;
  return {
    state: state.name,
    system,
    reference,
    attempts,
    ...(reason === undefined ? {} : { reason }),
    ...(next === undefined ? {} : { dueAt: next }),
  };
}

export const handler = apiHandler(operation({ records: dynamoRecords(), postings: dynamoPostings() }));
