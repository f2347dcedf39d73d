import { problem } from '#core/kernel/problem.ts';
import type { StoredRecord } from '#core/kernel/records.ts';
import { fail, type Result } from '#core/kernel/result.ts';
import type { ExchangePorts } from './ports.ts';
import { releaseParkedDocuments } from './release-parked-documents.ts';
import { reprocessDocument } from './reprocess-document.ts';
import { reprocessInterchange } from './reprocess-interchange.ts';
import { sendOrderChange } from './send-order-change.ts';
import { sendPurchaseOrder } from './send-purchase-order.ts';

/**
 * Set to work again what an exception is about, because somebody repaired what kept it: the documents that wait for a
 * code, one document, an interchange, or what could not be sent. Problems: `edi-rejected` when the document is still
 * not what was agreed, `not-found` when there is nothing of these, and those of reading and sending.
 */
export async function reprocessSetAside(
  ports: ExchangePorts,
  { id, correlationId, body }: StoredRecord<'exception'>,
): Promise<Result<unknown>> {
  const { crossReferenceId, partnerDocumentId, interchangeId, orderChangeId, purchaseOrderId } = body.about;
  if (crossReferenceId !== undefined)
    return releaseParkedDocuments(ports, { crossReferenceId, correlationId });
  if (partnerDocumentId !== undefined) return documentAgain(ports, partnerDocumentId, correlationId);
  if (interchangeId !== undefined) return reprocessInterchange(ports, { interchangeId, correlationId });
  if (orderChangeId !== undefined) return sendOrderChange(ports, { orderChangeId, correlationId });
  if (purchaseOrderId !== undefined) return sendPurchaseOrder(ports, { purchaseOrderId, correlationId });
  return fail(problem('not-found', `exception ${id} is about nothing that was set aside`));
}

async function documentAgain(
  ports: ExchangePorts,
  partnerDocumentId: string,
  correlationId: string,
): Promise<Result<unknown>> {
  const again = await reprocessDocument(ports, { partnerDocumentId, correlationId });
  if (!again.ok || again.value.state !== 'rejected') return again;
  const [finding] = again.value.findings;
  const why = finding ? `${finding.at}: ${finding.message}` : 'it is still rejected';
  return fail(problem('edi-rejected', why));
}
